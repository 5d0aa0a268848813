import type { ColumnProfile } from '../../survey/survey';

/** The share of the filled cells that are numbers; 0 for an empty column. */
export const numericShare = ({ numbers, filled }: ColumnProfile) => (filled === 0 ? 0 : numbers / filled);

/** Whether a column holds words: some cells, few of them numbers. */
export const isWordy = (column: ColumnProfile) => column.filled > 0 && numericShare(column) < 0.2;

/** Whether a column holds numbers, but for a few words such as `unknown`. */
export const isNumeric = (column: ColumnProfile) => numericShare(column) >= 0.6;

/**
 * The share of the filled cells that no cell before them equals, 1 where each is the only one. Of a column with more
 * texts than are kept, as those that are kept have it.
 */
export function uniqueness({ distinct, filled, values }: ColumnProfile): number {
  if (filled === 0) return 0;
  if (distinct !== null) return distinct / filled;
  let cells = 0;
  for (const [, count] of values) cells += count;
  return cells === 0 ? 1 : values.length / cells;
}

/** The share of the cells, by the texts that were kept, that pass a test. */
export function shareOf({ values }: ColumnProfile, test: (text: string) => boolean): number {
  let passed = 0;
  let cells = 0;
  for (const [text, count] of values) {
    cells += count;
    if (test(text)) passed += count;
  }
  return cells === 0 ? 0 : passed / cells;
}

/** The share of the cells that look like addresses of the web. */
export const webShare = (column: ColumnProfile) => shareOf(column, (text) => /https?:\/\/|www\./i.test(text));

/** A share in words: `99 %`, `all`. */
export function inPercent(share: number): string {
  if (share >= 1) return 'all';
  const percent = Math.floor(share * 1000) / 10;
  return percent >= 99.9 ? '99.9 %' : `${Math.floor(percent)} %`;
}

/** Whether column names can stand in braces in a title. */
export const fitsBraces = ({ name }: ColumnProfile) => !/[{}]/.test(name);
