import { type OutlineFiles, setOfFiles } from '../../../boundaries/outline-files';
import { regionAt } from '../../../boundaries/region-at';
import type { ByteSource } from '../../../formats/source/byte-source';
import { blobSource } from '../../../formats/source/byte-source';
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

/** Takes what a file becomes. */
export interface CodedSink {
  batch(batch: CodedBatch): void | Promise<void>;
  problems(batch: readonly Problem[]): void;
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

/** Reads files on this thread; `sourceOf` may give a source whose rows another reads. */
export function readingSession(sourceOf = plainSource): ReadingSession {
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
      const coder = new IncidentCoder();
      const coded = {
        incidents: async (batch: readonly Incident[]) => void (await sink.batch(coder.code(batch))),
        problems: (batch: readonly Problem[]) => sink.problems(batch),
      };
      const seed = { id: LOCAL, title };
      const { rest, counts } = await runImport(examined, mapping, seed, coded, { ...options, ...placing });
      const columns = examined.kind === 'table' && mapping ? columnsOf(examined, mapping) : null;
      return { rest, counts, columns };
    },
  };
}
