import type { OnProgress } from '../../formats/progress';
import type { RawTable } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import type { Survey } from '../../mapping/survey/survey';
import type { Actor, ActorId } from '../../series/model';
import { effectOf, problemAt } from '../import-codes';
import { type ClaimedIncidents, titleOfClaims } from './claims';
import type { SeemsExchanged } from './doubts/swapped-points';
import type { IncidentCounts } from './incident-counts';
import { fallbackTitle, metaOf } from './meta';
import { actorOf } from './names/actor-names';
import { collectTexts, textsOfSurvey } from './names/collect-texts';
import { ownFields } from './parts/read-own';
import { apart } from './parts/read-regions';
import type { RowBuilder } from './row-builder';
import { type BuiltPart, PartsMeet, type PartToBuild, RowsBuild, seemsIndependent } from './rows-build';
import type { Built, ImportSink, MetaSeed, SeriesRest } from './sink';

/** How a build is watched and stopped. `survey`, of the same table, can spare it a pass over the file. */
export interface BuildOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  readonly survey?: Survey;
  /** By outlines that are at hand, for points of which the others of their country say too little. */
  readonly seemsExchanged?: SeemsExchanged;
  /** Has the later half of the rows built elsewhere, by {@link buildLater}; their incidents go into no sink of this build. */
  readonly buildApart?: (part: PartToBuild) => Promise<BuiltPart>;
}

function sorted<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function actorsOf(builder: RowBuilder, mapping: Mapping): Actor[] {
  return [...builder.actors()].map(([id, name]) => actorOf(id as ActorId, name, mapping.actorDecisions));
}

function restOf(builder: RowBuilder, mapping: Mapping, seed: MetaSeed, counted: IncidentCounts): SeriesRest {
  const none = {
    fields: ownFields(mapping.fields ?? []),
    actorRelations: [],
    coverageNotes: [],
    annotations: [],
    referenceCounts: [],
    namedViews: [],
  };
  return {
    meta: metaOf(mapping, seed, counted.first(), counted.last()),
    actors: sorted(actorsOf(builder, mapping)),
    types: sorted(builder.types()),
    regions: sorted(apart(builder.regions())),
    sources: builder.sources(),
    ...none,
  };
}

const CLAIMS_A_BATCH = 1_000;

/** Puts the incidents that were held for their claims into the sink. */
async function giveClaims(
  claimed: ClaimedIncidents,
  builder: RowBuilder,
  mapping: Mapping,
  sink: ImportSink,
  counted: IncidentCounts,
): Promise<void> {
  const labelled = (entries: readonly { readonly id: string; readonly label: string }[]) => {
    const labels = new Map(entries.map(({ id, label }) => [id, label]));
    return (id: string) => labels.get(id) ?? '';
  };
  const actors = builder.actors();
  const labels = {
    actor: (id: string) => actors.get(id) ?? '',
    type: labelled(builder.types()),
    region: labelled(builder.regions()),
  };
  const incidents = claimed
    .all()
    .map((incident) =>
      mapping.title === null
        ? { ...incident, title: titleOfClaims(incident, labels, fallbackTitle(mapping)) }
        : incident,
    );
  for (const incident of incidents) counted.add(incident);
  for (let at = 0; at < incidents.length; at += CLAIMS_A_BATCH) {
    await sink.incidents(incidents.slice(at, at + CLAIMS_A_BATCH));
  }
}

/**
 * Makes a series of a table, a batch at a time. Always: rows read = incidents + rows with a problem + rows skipped.
 * What comes out depends on the rows and the mapping, and neither on the order of rows nor on the format they came in;
 * only of rows that share an id the first is the one kept. Throws what the table and the sink throw, and `AbortError`; and
 * {@link PartsMeet} where rows were built apart and are to be built one after the other, in a sink that holds none.
 */
export async function buildTable(
  table: RawTable,
  mapping: Mapping,
  seed: MetaSeed,
  sink: ImportSink,
  { signal, onProgress, survey, seemsExchanged, buildApart }: BuildOptions = {},
): Promise<Built> {
  const known = survey ? textsOfSurvey(survey, mapping) : null;
  const passes = known === null ? 2 : 1;
  let rows = 0;
  const tell = (bytes: number): void =>
    onProgress?.({ step: 'build', bytes: bytes / passes, ofBytes: table.size, rows });
  const texts = known ?? (await collectTexts(table, mapping, tell, signal));
  const build = new RowsBuild(table, mapping, texts, seemsExchanged);
  const { builder, counted, claimed, counts } = build;
  const mayPart = buildApart && survey && known && seemsIndependent(survey, mapping);
  const halves = (mayPart && table.halves?.()) || null;
  const { file, columns } = table;
  const later = halves && buildApart!({ file, columns, mapping, texts: known!, later: halves.later });
  later?.catch(() => undefined);
  for await (const batch of (halves?.first ?? table.batches)(signal)) {
    signal?.throwIfAborted();
    const made = build.add(batch);
    rows = counts.read;
    if (made.incidents.length > 0) await sink.incidents(made.incidents);
    if (made.problems.length > 0) await sink.problems(made.problems);
    tell(batch.bytes + (passes - 1) * table.size);
  }
  if (later) {
    const part = await later;
    if (!build.absorb(part)) throw new PartsMeet();
    if (part.problems.length > 0) await sink.problems(part.problems);
  }
  if (claimed) await giveClaims(claimed, builder, mapping, sink, counted);
  const nothing = builder
    .saidNothing()
    .map(({ column, text }) =>
      problemAt(
        { file: table.file, row: null, column, value: text },
        'says-nothing',
        'it is taken to mean that nothing is known',
      ),
    );
  if (nothing.length > 0) await sink.problems(nothing);
  const doubts = builder.doubts();
  counts.warnings += doubts.filter(({ code }) => effectOf(code) === 'warning').length;
  if (doubts.length > 0) await sink.problems(doubts);
  return {
    rest: restOf(builder, mapping, seed, counted),
    counts: { ...counts },
    first: counted.first(),
    last: counted.last(),
    actorCounts: counted.actorCounts(),
  };
}
