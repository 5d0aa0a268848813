import { writeCsv } from '../export/formats/csv';
import { PROBLEM_COLUMNS, problemRecord } from '../importers/report/problem-record';
import type { Problem } from '../problems/problem';

/** The problems of an import as CSV, laid out as a server's problems.csv. */
export function problemsCsv(problems: readonly Problem[]): string {
  return writeCsv([PROBLEM_COLUMNS, ...problems.map(problemRecord)]);
}
