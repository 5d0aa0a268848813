import { planListing } from '../../export/documents/listing';
import { rowColumns } from '../../export/formats/columns';
import { csvHeader, csvLines, writeCsv } from '../../export/formats/csv';
import { incidentRow } from '../../export/formats/incident-row';
import { PROBLEM_COLUMNS, problemRecord } from '../../importers/report/problem-record';
import type { ImportOptions } from '../../importers/run/import-file';
import type { Problem } from '../../problems/problem';
import type { Query } from '../../query/query';
import type { View } from '../../view/view';
import { buildLocal, type HeldSeries } from './build-local';
import type { AnswerTo, SeriesRequest } from './local-protocol';
import { type ReadingSession, readingSession } from './reading/reading-session';
import { savedFile } from './saved-file';

/** Rows written as CSV at a time. */
const CHUNK = 5_000;

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

/** What a worker holds between requests: the series that was built, and who reads the file that it is built of. */
export function importSession(today: () => string, reading: ReadingSession = readingSession()) {
  let held: HeldSeries | null = null;
  const series = (): HeldSeries => {
    if (held === null) throw new Error('No series is open.');
    return held;
  };
  const build = async (ask: Extract<SeriesRequest, { kind: 'build' }>, options: ImportOptions) => {
    held = null;
    held = await buildLocal(reading, ask, today(), options);
    return held.local;
  };

  return {
    query: <Q extends Query>(query: Q, signal?: AbortSignal) => series().engine.run(query, signal),
    /** Answers every other request. */
    async answer(
      ask: Exclude<SeriesRequest, { kind: 'query' }>,
      options: ImportOptions,
    ): Promise<AnswerTo<SeriesRequest['kind']>> {
      switch (ask.kind) {
        case 'examine':
          held = null;
          return reading.answer(ask, options);
        case 'check':
        case 'preview':
          return reading.answer(ask, options);
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
