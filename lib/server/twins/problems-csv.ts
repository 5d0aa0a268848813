import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { writeCsv } from '../../export/formats/csv';
import { PROBLEM_COLUMNS, problemRecord } from '../../importers/report/problem-record';
import { problemOf, type StoredProblem } from '../../store/stored-problem';

const BATCH = 1000;

/** The problems of a revision's file as CSV for people, some at a time. Texts no spreadsheet takes for formulas. */
export async function* problemsCsvOf(path: string): AsyncGenerator<string> {
  yield writeCsv([PROBLEM_COLUMNS]);
  const rows = createReadStream(path).pipe(parse({ columns: true }));
  let batch: (readonly string[])[] = [];
  for await (const row of rows) {
    batch.push(problemRecord(problemOf(row as StoredProblem)));
    if (batch.length < BATCH) continue;
    yield writeCsv(batch);
    batch = [];
  }
  if (batch.length > 0) yield writeCsv(batch);
}
