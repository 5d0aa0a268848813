import { type OutlineFiles, setOfFiles } from '../../../boundaries/outline-files';
import { regionAt } from '../../../boundaries/region-at';
import type { ByteSource } from '../../../formats/source/byte-source';
import { blobSource } from '../../../formats/source/byte-source';
import { type BuiltPart, buildLater, PartsMeet, type PartToBuild } from '../../../importers/build/rows-build';
import type { SeriesRest } from '../../../importers/build/sink';
import type { ImportCounts } from '../../../importers/import-counts';
import {
  type Examined,
  type ExaminedTable,
  examine,
  type ImportOptions,
  runImport,
} from '../../../importers/run/import-file';
import type { PointRegions } from '../../../importers/run/regions-by-point';
import { checkMapping } from '../../../mapping/checks/check-mapping';
import { guessFields } from '../../../mapping/guess/fields/guess-fields';
import type { Problem } from '../../../problems/problem';
import type { Incident } from '../../../series/model';
import { type CodedBatch, IncidentCoder } from '../../../series/parts/coded-batch';
import { LOCAL } from '../../../view/addresses/local';
import type { Examination, LocalSeries } from '../local-connection';
import type { AnswerTo, SeriesRequest } from '../local-protocol';
import { columnsOf, previewOf } from './preview';

/** What is asked of whoever reads the file. */
export type ReadingRequest = Extract<SeriesRequest, { kind: 'examine' | 'check' | 'preview' }>;
export type BuildRequest = Extract<SeriesRequest, { kind: 'build' }>;

/** The batches of a build come from one thread, or from two, of which each builds on its own. */
export type BatchesOf = 'first' | 'later';

/** Takes what a file becomes. */
export interface CodedSink {
  batch(batch: CodedBatch, of: BatchesOf): void | Promise<void>;
  problems(batch: readonly Problem[]): void;
  /** Lets go of all that was taken: it comes anew. */
  restart(): void;
  /** Takes the batches of the later rows from behind a port; gives what else was made of them, once all of them are taken. */
  later?(port: MessagePort): Promise<BuiltPart>;
}

/** What a file became beside its incidents. */
export interface BuiltRest {
  readonly rest: SeriesRest;
  readonly counts: ImportCounts;
  readonly columns: LocalSeries['columns'];
}

/** Reads a file: looks at it, tries mappings on it, and at last gives what it becomes. */
export interface ReadingSession {
  answer<K extends ReadingRequest['kind']>(
    ask: Extract<ReadingRequest, { kind: K }>,
    options: ImportOptions,
  ): Promise<AnswerTo<K>>;
  build(ask: BuildRequest, sink: CodedSink, options: ImportOptions): Promise<BuiltRest>;
}

function examination(examined: Examined): Examination {
  if (examined.kind === 'refused') return examined;
  if (examined.kind === 'package') {
    return { kind: 'package', title: examined.rest.meta.title, counts: examined.counts };
  }
  const { opened, survey, proposal } = examined;
  return {
    kind: 'table',
    file: opened.table.file,
    reading: opened.reading,
    choices: opened.choices,
    notes: opened.notes,
    columns: opened.table.columns,
    preview: survey.preview,
    rows: survey.rows,
    broken: survey.problems,
    mapping: proposal.mapping,
    fields: guessFields(survey.columns, proposal.mapping?.layout ?? null),
    reasons: proposal.reasons,
    questions: [...opened.questions, ...proposal.questions],
    groups: proposal.groups,
    placeholders: proposal.placeholders,
    refusal: proposal.refusal,
  };
}

/** The outlines of some files in which points can be looked up. */
function pointRegionsOf(id: string, files: OutlineFiles): PointRegions {
  const set = setOfFiles(id, files);
  return { source: set.source, at: (point, country) => regionAt(set, point, country) };
}

const plainSource = (file: File): ByteSource => blobSource(file, file.name);

/** Has another thread build the later rows of a table. Gives the port at which their incidents can be taken, see {@link CodedSink.later}. */
export type StartApart = (part: PartToBuild) => MessagePort;

/** What starts it for a table of so many bytes; null where it is not worth while. */
export type StartOf = (size: number) => StartApart | null;

function coding(sink: Pick<CodedSink, 'batch'>, of: BatchesOf) {
  const coder = new IncidentCoder();
  return async (batch: readonly Incident[]) => void (await sink.batch(coder.code(batch), of));
}

/** Builds rows for another thread, see {@link StartApart}. */
export function buildPart(
  part: PartToBuild,
  sink: Pick<CodedSink, 'batch'>,
  options: ImportOptions,
): Promise<BuiltPart> {
  return buildLater(part, { incidents: coding(sink, 'later') }, options);
}

/** Reads files on this thread; `sourceOf` may give a source whose rows another reads, and `startOf` what has others build some of them. */
export function readingSession(sourceOf = plainSource, startOf: StartOf = () => null): ReadingSession {
  let examined: Examined | null = null;
  const table = (): ExaminedTable => {
    if (examined?.kind !== 'table') throw new Error('No table is open.');
    return examined;
  };
  const answer = async (ask: ReadingRequest, options: ImportOptions): Promise<unknown> => {
    if (ask.kind === 'check') return checkMapping(ask.json, table().opened.table.columns);
    if (ask.kind === 'preview') return previewOf(table(), ask.mapping);
    examined = await examine(sourceOf(ask.file), { ...options, wanted: ask.wanted });
    return examination(examined);
  };
  return {
    answer: answer as ReadingSession['answer'],
    async build({ mapping, title, outlines }, sink, options) {
      if (examined === null || examined.kind === 'refused') throw new Error('No file is open.');
      const placing = outlines === null ? {} : { outlines: (id: string) => pointRegionsOf(id, outlines) };
      const file = examined;
      const build = (apart: Pick<ImportOptions, 'buildApart'>) => {
        const problems = (batch: readonly Problem[]) => sink.problems(batch);
        const given = { ...options, ...placing, ...apart };
        const coded = { incidents: coding(sink, 'first'), problems };
        return runImport(file, mapping, { id: LOCAL, title }, coded, given);
      };
      const startApart = file.kind === 'table' ? startOf(file.opened.table.size) : null;
      const apart =
        startApart && sink.later
          ? { buildApart: async (part: PartToBuild) => sink.later!(startApart(part)) }
          : {};
      const { rest, counts } = await build(apart).catch((error: unknown) => {
        if (!(error instanceof PartsMeet)) throw error;
        sink.restart();
        return build({});
      });
      const columns = file.kind === 'table' && mapping ? columnsOf(file, mapping) : null;
      return { rest, counts, columns };
    },
  };
}
