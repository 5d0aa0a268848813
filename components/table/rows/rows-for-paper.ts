import { FIRST_ROWS } from '@/lib/query/plan/plan';
import type { RowsQuery } from '@/lib/query/query';
import type { Row } from '@/lib/query/result';

/** A table of no more rows than this is fetched whole, so that it can be printed. */
export const FETCHED_WHOLE = 250;

/** The rows of one listing by their queries, of a table that may still be as the server drew it. */
let kept: ReadonlyMap<string, readonly Row[]> = new Map();

/** Rows that a print finds here, for it waits for none; null where they are not. */
export function rowsForPaper(query: RowsQuery): readonly Row[] | null {
  return kept.size === 0 ? null : (kept.get(JSON.stringify(query)) ?? null);
}

/** Keeps the rows of a listing, in place of those of the one before. */
export function keepForPaper(pages: readonly (readonly [RowsQuery, readonly Row[]])[]): void {
  kept = new Map(pages.map(([query, rows]) => [JSON.stringify(query), rows]));
}

/** Whether a listing of so many rows is fetched for paper. */
export function isForPaper(total: number): boolean {
  return total > FIRST_ROWS && total <= FETCHED_WHOLE;
}
