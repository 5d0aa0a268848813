'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useEngine } from '@/components/dashboard/state/engine-context';
import { useAnswers } from '@/components/dashboard/state/use-answer';
import { FIRST_ROWS } from '@/lib/query/plan/plan';
import type { RowsQuery } from '@/lib/query/query';
import type { Row } from '@/lib/query/result';
import { rowsForPaper } from './rows-for-paper';

/** Rows asked for at once, beyond the first that come with the view. */
const PAGE_ROWS = 100;
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
  /** What went wrong with rows asked for; null where nothing did. */
  readonly failure: string | null;
  readonly retry: () => void;
}

const NONE: readonly number[] = [];

interface Wanted {
  readonly key: string;
  /** Pages that were on screen once: their rows stay. */
  readonly pages: readonly number[];
}

function pageOf(index: number): number {
  return Math.floor((index - FIRST_ROWS) / PAGE_ROWS);
}

export function pagesBetween(first: number, last: number): readonly number[] {
  const from = Math.max(0, pageOf(first));
  const to = pageOf(last);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The query for one page of a listing; its rows begin after those that came with the view. */
export function pageQuery(query: RowsQuery, page: number): RowsQuery {
  return { ...query, offset: FIRST_ROWS + page * PAGE_ROWS, limit: PAGE_ROWS };
}

/** The pages that were wanted of one listing, once the table rests. */
function useWanted(key: string, total: number) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [wanted, setWanted] = useState<Wanted>({ key, pages: [] });
  useEffect(() => {
    const timer = setTimeout(() => {
      const seen = pagesBetween(range.first, Math.min(range.last, total - 1));
      setWanted((old) => {
        const pages = old.key === key ? old.pages : [];
        const fresh = seen.filter((page) => !pages.includes(page));
        return old.key === key && fresh.length === 0 ? old : { key, pages: [...pages, ...fresh] };
      });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [key, range, total]);
  const want = useCallback((first: number, last: number) => {
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);
  return { pages: wanted.key === key ? wanted.pages : NONE, want };
}

/** Keeps the pages of one view. Those of an older one are let go, and their answers are never shown. */
export function useRowPages(): RowPages {
  const { answers, plan } = useSettled();
  const query = plan.rows;
  const { total, rows } = answers.rows;
  const key = useMemo(() => JSON.stringify([query.filter, query.sort]), [query]);
  const { pages, want } = useWanted(key, total);
  const engine = useEngine();
  const { asked, retry } = useAnswers(pages.map((page) => pageQuery(query, page)));
  const failed = asked.find(({ kind }) => kind === 'error');
  const here = useMemo(
    () =>
      new Map(
        pages.map((page, at) => {
          const one = asked[at];
          return [page, one?.kind === 'answer' ? one.result.rows : null];
        }),
      ),
    [pages, asked],
  );
  const rowAt = useCallback(
    (index: number) => {
      const page = pageOf(index);
      const more = here.get(page) ?? rowsForPaper(engine, pageQuery(query, page));
      return rows[index] ?? more?.[(index - FIRST_ROWS) % PAGE_ROWS] ?? null;
    },
    [rows, here, engine, query],
  );
  return { key, total, rowAt, want, failure: failed?.kind === 'error' ? failed.message : null, retry };
}
