import { stringify } from 'csv-stringify/sync';
import { neutralise } from '../export/csv';
import { entryOf } from '../importers/problem-codes';
import type { Problem } from '../series/model';

const COLUMNS = ['file', 'row', 'column', 'value', 'code', 'reason', 'advice'] as const;

/** The problems of an import as CSV: where each stands, what is wrong, and what to do about it. */
export function problemsCsv(problems: readonly Problem[]): string {
  const records = problems.map(({ file, row, column, value, code, reason }) => {
    const texts = [file, column ?? '', value ?? '', code, reason, entryOf(code)?.advice ?? ''].map(
      neutralise,
    );
    return [texts[0], row, ...texts.slice(1)];
  });
  return stringify([[...COLUMNS], ...records], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
