'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { useEngine } from '@/components/dashboard/state/engine-context';
import { FIRST_ROWS } from '@/lib/query/plan';
import type { RowsQuery } from '@/lib/query/query';
import type { Row } from '@/lib/query/result';

/** Rows asked for at once, beyond the first that come with the view. */
export const PAGE_ROWS = 100;
/** How long the table rests before it asks, so that a scroll past a thousand rows asks for none of them. */
const REST_MS = 60;

/** The rows of the view that are here, and the way to ask for others. */
export interface RowPages {
  /** Changes when these are the rows of another view, or in another order. */
  readonly key: string;
  readonly total: number;
  /** The row at an index, or null while it is not here. */
  readonly rowAt: (index: number) => Row | null;
  /** Tells which rows are on screen, both inclusive; those not here are asked for. */
  readonly want: (first: number, last: number) => void;
  /** What went wrong with the last rows asked for; null where nothing did. */
  readonly failure: string | null;
  readonly retry: () => void;
}

interface Shelf {
  readonly key: string;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  readonly failure: string | null;
}

function emptyShelf(key: string): Shelf {
  return { key, pages: new Map(), failure: null };
}

function pageOf(index: number): number {
  return Math.floor((index - FIRST_ROWS) / PAGE_ROWS);
}

function pagesBetween(first: number, last: number): readonly number[] {
  const from = Math.max(0, pageOf(first));
  const to = pageOf(last);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The query for one page; its rows begin after those that came with the view. */
function pageQuery(query: RowsQuery, page: number): RowsQuery {
  return { ...query, offset: FIRST_ROWS + page * PAGE_ROWS, limit: PAGE_ROWS };
}

/** The plan that the answers on screen belong to: the last one that was answered. */
function useAnsweredQuery(): RowsQuery {
  const { plan, busy, error } = useDashboard();
  const [answered, setAnswered] = useState(plan.rows);
  if (!busy && error === null && answered !== plan.rows) setAnswered(plan.rows);
  return answered;
}

/** Keeps the pages of one view. Those of an older one are let go, and their answers are never shown. */
export function useRowPages(): RowPages {
  const { answers } = useDashboard();
  const engine = useEngine();
  const query = useAnsweredQuery();
  const { total, rows } = answers.rows;
  const key = JSON.stringify([query.filter, query.sort]);
  const [stored, setStored] = useState(() => emptyShelf(key));
  const shelf = useMemo(() => (stored.key === key ? stored : emptyShelf(key)), [stored, key]);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [attempt, setAttempt] = useState(0);
  const asked = useRef({ key: '', pages: new Set<number>(), abort: new AbortController() });

  const keep = useCallback((ofKey: string, change: (shelf: Shelf) => Shelf) => {
    setStored((old) => change(old.key === ofKey ? old : emptyShelf(ofKey)));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the query, and an attempt asks anew
  useEffect(() => {
    if (asked.current.key !== key) {
      asked.current.abort.abort();
      asked.current = { key, pages: new Set(), abort: new AbortController() };
    }
    const { pages, abort } = asked.current;
    const ask = (page: number) => {
      pages.add(page);
      engine.run(pageQuery(query, page), abort.signal).then(
        (result) => {
          if (abort.signal.aborted) return;
          keep(key, (old) => ({ ...old, pages: new Map(old.pages).set(page, result.rows), failure: null }));
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          pages.delete(page);
          const failure = error instanceof Error ? error.message : String(error);
          keep(key, (old) => ({ ...old, failure }));
        },
      );
    };
    const timer = setTimeout(() => {
      const last = Math.min(range.last, total - 1);
      for (const page of pagesBetween(range.first, last)) if (!pages.has(page)) ask(page);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [engine, key, range, total, attempt, keep]);

  const want = useCallback((first: number, last: number) => {
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);
  const rowAt = useCallback(
    (index: number) =>
      rows[index] ?? shelf.pages.get(pageOf(index))?.[(index - FIRST_ROWS) % PAGE_ROWS] ?? null,
    [rows, shelf],
  );
  return { key, total, rowAt, want, failure: shelf.failure, retry: () => setAttempt((n) => n + 1) };
}
