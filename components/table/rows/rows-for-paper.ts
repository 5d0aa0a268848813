import type { Engine } from '@/lib/query/engine';
import { FIRST_ROWS } from '@/lib/query/plan/plan';
import type { RowsQuery } from '@/lib/query/query';
import type { Row } from '@/lib/query/result';

/** A table of no more rows than this is fetched whole, so that it can be printed. */
export const FETCHED_WHOLE = 250;

/** The rows of one listing by their queries, of a table that may still be as the server drew it, and the engine that gave them: series are asked alike. */
let kept: { readonly of: Engine; readonly pages: ReadonlyMap<string, readonly Row[]> } | null = null;

/** Rows of an engine that a print finds here, for it waits for none; null where they are not. */
export function rowsForPaper(engine: Engine, query: RowsQuery): readonly Row[] | null {
  return kept?.of === engine ? (kept.pages.get(JSON.stringify(query)) ?? null) : null;
}

/** Keeps the rows of a listing, in place of those of the one before. */
export function keepForPaper(engine: Engine, pages: readonly (readonly [RowsQuery, readonly Row[]])[]): void {
  kept = { of: engine, pages: new Map(pages.map(([query, rows]) => [JSON.stringify(query), rows])) };
}

/** Whether a listing of so many rows is fetched for paper. */
export function isForPaper(total: number): boolean {
  return total > FIRST_ROWS && total <= FETCHED_WHOLE;
}
