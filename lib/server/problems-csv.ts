import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { neutralise } from '../export/csv';
import { effectOf, entryOf } from '../importers/problem-codes';
import type { Problem } from '../series/model';

/** The columns of problems.csv, in order. */
export const PROBLEM_COLUMNS = [
  ...(['file', 'line', 'column', 'value', 'code', 'effect', 'reason', 'what_to_do'] as const),
];

type StoredProblem = Readonly<Record<keyof Problem, string>>;

const BATCH = 1000;

function write(records: readonly (readonly string[])[]): string {
  const cells = records.map((record) => record.map(neutralise));
  return stringify(cells, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** A problem with what it costs and what can be done: the advice of its code, or what the code means. */
function lineOf({ file, row, column, value, code, reason }: StoredProblem): readonly string[] {
  const entry = entryOf(code);
  const effect = entry === null ? '' : effectOf(code);
  return [file, row, column, value, code, effect, reason, entry?.advice ?? entry?.meaning ?? ''];
}

/** The problems of a revision's file as CSV for people, some at a time. Texts no spreadsheet takes for formulas. */
export async function* problemsCsvOf(path: string): AsyncGenerator<string> {
  yield write([PROBLEM_COLUMNS]);
  const rows = createReadStream(path).pipe(parse({ columns: true }));
  let batch: (readonly string[])[] = [];
  for await (const row of rows) {
    batch.push(lineOf(row as StoredProblem));
    if (batch.length < BATCH) continue;
    yield write(batch);
    batch = [];
  }
  if (batch.length > 0) yield write(batch);
}
