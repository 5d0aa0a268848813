'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { useColumns, useEngine } from '@/components/dashboard/state/engine-context';
import { atLeisure } from '@/components/ui/later/at-leisure';
import type { ColumnsState } from '@/lib/client/served/columns-state';
import { FIRST_ROWS } from '@/lib/query/plan/plan';
import { isForPaper, keepForPaper, rowsForPaper } from './rows-for-paper';
import { pageQuery, pagesBetween } from './use-row-pages';
import { isPrintKey, MOST_PRINTED, setPrintAsked } from './use-whole-print';

const NO_COLUMNS: ColumnsState = { kind: 'waiting' };
const never = () => () => {};

/**
 * Sees to it that a print has all rows of a table that no reader came near: few are kept where the page answers by itself; for others a print
 * that the keyboard asks for is put off until `wake` has drawn the table and its rows are here. Draws nothing.
 */
export function PrintedRows({ wake }: { readonly wake: () => boolean }) {
  const { answers, plan } = useSettled();
  const engine = useEngine();
  const columns = useColumns();
  const { kind } = useSyncExternalStore(
    columns?.subscribe ?? never,
    columns?.state ?? (() => NO_COLUMNS),
    () => NO_COLUMNS,
  );
  const answersItself = columns === null || kind === 'here';
  const query = plan.rows;
  const { total } = answers.rows;
  useEffect(() => {
    if (!answersItself || !isForPaper(total)) return;
    const stop = new AbortController();
    const pages = pagesBetween(FIRST_ROWS, total - 1).map((page) => pageQuery(query, page));
    const fetch = async () => {
      if (stop.signal.aborted) return;
      const found = await Promise.all(pages.map((page) => engine.run(page, stop.signal)));
      if (!stop.signal.aborted)
        keepForPaper(
          engine,
          pages.map((page, at) => [page, found[at]?.rows ?? []]),
        );
    };
    // What is not here is not printed, and said not to be.
    atLeisure(fetch).catch(() => undefined);
    return () => stop.abort();
  }, [answersItself, engine, query, total]);
  useEffect(() => {
    if (total <= FIRST_ROWS || total > MOST_PRINTED) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isPrintKey(event) || event.defaultPrevented || rowsForPaper(engine, pageQuery(query, 0)) !== null)
        return;
      if (!wake()) return;
      event.preventDefault();
      setPrintAsked(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [engine, query, total, wake]);
  return null;
}
