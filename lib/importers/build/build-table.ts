import type { OnProgress } from '../../formats/progress';
import type { RawBatch, RawTable } from '../../formats/raw-table';
import type { Mapping } from '../../mapping/mapping';
import type { Survey } from '../../mapping/survey/survey';
import type { ProblemEffect } from '../../problems/code-table';
import type { Problem } from '../../problems/problem';
import type { Actor, ActorId, Incident } from '../../series/model';
import { effectOf, problemAt } from '../import-codes';
import type { ImportCounts } from '../import-counts';
import { type ClaimedIncidents, claimedIncidents, titleOfClaims } from './claims';
import { collectTexts, textsOfSurvey } from './collect-texts';
import type { SeemsExchanged } from './doubts/swapped-points';
import { type IncidentCounts, incidentCounts } from './incident-counts';
import { fallbackTitle, metaOf } from './meta';
import { actorOf } from './names/actor-names';
import { namesOf } from './names/names';
import { ownFields } from './parts/read-own';
import { apart } from './parts/read-regions';
import { type RowBuilder, rowBuilder } from './row-builder';
import type { Built, ImportSink, MetaSeed, SeriesRest } from './sink';

/** How a build is watched and stopped. `survey`, of the same table, can spare it a pass over the file. */
export interface BuildOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  readonly survey?: Survey;
  /** By outlines that are at hand, for points of which the others of their country say too little. */
  readonly seemsExchanged?: SeemsExchanged;
}

type Counts = { -readonly [Key in keyof ImportCounts]: ImportCounts[Key] };

/** What one batch of the file became. */
interface Made {
  readonly incidents: Incident[];
  readonly problems: Problem[];
}

/** Counts what was said of a row that is used. */
function countWithin(effect: ProblemEffect, counts: Counts): void {
  if (effect === 'cell') counts.cells++;
  if (effect === 'warning') counts.warnings++;
}

/** Records of the file that are no rows stand in `read` too, so that nothing goes uncounted. */
function countFileProblems(problems: readonly Problem[], counts: Counts): void {
  for (const { code } of problems) {
    const effect = effectOf(code);
    if (effect === 'row' || effect === 'skip') counts.read++;
    if (effect === 'row') counts.problems++;
    if (effect === 'skip') counts.skipped++;
    countWithin(effect, counts);
  }
}

function buildBatch(
  batch: RawBatch,
  builder: RowBuilder,
  counts: Counts,
  counted: IncidentCounts,
  claimed: ClaimedIncidents | null,
): Made {
  const made: Made = { incidents: [], problems: [...batch.problems] };
  countFileProblems(batch.problems, counts);
  for (const row of batch.rows) {
    counts.read++;
    const outcome = builder.build(row);
    if (outcome.kind === 'incident') {
      counts.incidents++;
      for (const { code } of outcome.warnings) countWithin(effectOf(code), counts);
      if (outcome.warnings.length > 0) made.problems.push(...outcome.warnings);
      if (claimed) claimed.open(outcome.incident);
      else {
        made.incidents.push(outcome.incident);
        counted.add(outcome.incident);
      }
    } else if (outcome.kind === 'claim') {
      const isAdded = claimed?.add(outcome.incident) === 'added';
      if (isAdded) counts.skipped++;
      else counts.problems++;
      made.problems.push(isAdded ? outcome.told : outcome.refusal);
    } else {
      if (outcome.kind === 'problem') counts.problems++;
      else counts.skipped++;
      made.problems.push(outcome.problem);
    }
  }
  return made;
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
  const labels = {
    actor: (id: string) => builder.actors().get(id) ?? '',
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
 * only of rows that share an id the first is the one kept. Throws what the table and the sink throw, and `AbortError`.
 */
export async function buildTable(
  table: RawTable,
  mapping: Mapping,
  seed: MetaSeed,
  sink: ImportSink,
  { signal, onProgress, survey, seemsExchanged }: BuildOptions = {},
): Promise<Built> {
  const known = survey ? textsOfSurvey(survey, mapping) : null;
  const passes = known === null ? 2 : 1;
  const counts: Counts = { read: 0, incidents: 0, problems: 0, skipped: 0, cells: 0, warnings: 0 };
  const tell = (bytes: number): void =>
    onProgress?.({ step: 'build', bytes: bytes / passes, ofBytes: table.size, rows: counts.read });
  const texts = known ?? (await collectTexts(table, mapping, tell, signal));
  const builder = rowBuilder(table.file, table.columns, mapping, namesOf(texts, mapping), seemsExchanged);
  const counted = incidentCounts();
  const claimed = mapping.row === 'claim' ? claimedIncidents() : null;
  for await (const batch of table.batches(signal)) {
    signal?.throwIfAborted();
    const made = buildBatch(batch, builder, counts, counted, claimed);
    if (made.incidents.length > 0) await sink.incidents(made.incidents);
    if (made.problems.length > 0) await sink.problems(made.problems);
    tell(batch.bytes + (passes - 1) * table.size);
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
