import { type OutlineFiles, setOfFiles } from '../../boundaries/outline-files';
import { regionAt } from '../../boundaries/region-at';
import { planListing } from '../../export/documents/listing';
import { rowColumns } from '../../export/formats/columns';
import { csvHeader, csvLines, writeCsv } from '../../export/formats/csv';
import { incidentRow } from '../../export/formats/incident-row';
import { blobSource } from '../../formats/source/byte-source';
import { PROBLEM_COLUMNS, problemRecord } from '../../importers/report/problem-record';
import {
  type Examined,
  type ExaminedTable,
  examine,
  type ImportOptions,
} from '../../importers/run/import-file';
import type { PointRegions } from '../../importers/run/regions-by-point';
import { checkMapping } from '../../mapping/checks/check-mapping';
import { guessFields } from '../../mapping/guess/fields/guess-fields';
import type { Problem } from '../../problems/problem';
import type { Query } from '../../query/query';
import type { View } from '../../view/view';
import { buildLocal, type HeldSeries } from './build-local';
import type { Examination } from './local-connection';
import type { AnswerTo, WorkerRequest } from './local-protocol';
import { previewOf } from './preview';
import { savedFile } from './saved-file';

/** Rows written as CSV at a time. */
const CHUNK = 5_000;

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

/** All rows of a view as one file. */
async function incidentsCsv({ engine, local: { info } }: HeldSeries, view: View): Promise<Blob> {
  const columns = rowColumns(info.guide.fields);
  const parts = [csvHeader(columns)];
  for (let at = 0, of = 1; at < of; at += CHUNK) {
    const { rows, total } = await engine.run(planListing(view, info, at, CHUNK));
    parts.push(csvLines(rows.map(incidentRow), columns));
    of = total;
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** What a worker holds between requests: the file that was looked at, and the series that was built of it. */
export function importSession(today: () => string) {
  let examined: Examined | null = null;
  let held: HeldSeries | null = null;

  const table = (): ExaminedTable => {
    if (examined?.kind !== 'table') throw new Error('No table is open.');
    return examined;
  };
  const series = (): HeldSeries => {
    if (held === null) throw new Error('No series is open.');
    return held;
  };
  const look = async (
    { file, wanted }: Extract<WorkerRequest, { kind: 'examine' }>,
    options: ImportOptions,
  ) => {
    held = null;
    examined = await examine(blobSource(file, file.name), { ...options, wanted });
    return examination(examined);
  };
  const build = async (
    { mapping, title, outlines }: Extract<WorkerRequest, { kind: 'build' }>,
    options: ImportOptions,
  ) => {
    if (examined === null || examined.kind === 'refused') throw new Error('No file is open.');
    held = null;
    const placing = outlines === null ? {} : { outlines: (id: string) => pointRegionsOf(id, outlines) };
    held = await buildLocal(examined, { mapping, title, today: today() }, { ...options, ...placing });
    return held.local;
  };

  return {
    query: <Q extends Query>(query: Q, signal?: AbortSignal) => series().engine.run(query, signal),
    /** Answers every other request. */
    async answer(
      ask: Exclude<WorkerRequest, { kind: 'query' }>,
      options: ImportOptions,
    ): Promise<AnswerTo<WorkerRequest['kind']>> {
      switch (ask.kind) {
        case 'examine':
          return look(ask, options);
        case 'check':
          return checkMapping(ask.json, table().opened.table.columns);
        case 'preview':
          return previewOf(table(), ask.mapping);
        case 'build':
          return build(ask, options);
        case 'incidents-csv':
          return incidentsCsv(series(), ask.view);
        case 'saved-page':
          return savedFile(series(), { ...ask, today: today() });
        case 'problems-csv':
          return new Blob([problemsCsv(series().problems)], { type: 'text/csv;charset=utf-8' });
      }
    },
  };
}

/** The problems of an import as CSV, laid out as a server's problems.csv. */
export function problemsCsv(problems: readonly Problem[]): string {
  return writeCsv([PROBLEM_COLUMNS, ...problems.map(problemRecord)]);
}
