import { PROBLEM_KINDS } from '../../export/documents/problem-codes';
import type { SeriesInfo } from '../../query/info/series-info';
import { planView } from '../../query/plan/plan';
import type { RowsResult } from '../../query/result';
import type { View } from '../../view/view';
import { answerWithStatus } from '../http/page-status';
import { brokenPage, openPage, type PageQuery, type PageRefusal } from '../requests/open-page';

/** Incidents on one page of the list. */
export const ROWS_A_PAGE = 200;
/** The key of the address that says which page. */
export const PAGE_KEY = 'page';

/** One page of the incidents of a view. */
export type RowsPage =
  | PageRefusal
  /** Rows may not be shown, for this reason. */
  | { readonly kind: 'closed'; readonly dataset: string; readonly reason: string }
  | {
      readonly kind: 'ok';
      readonly info: SeriesInfo;
      readonly view: View;
      readonly found: RowsResult;
      /** Counted from 1; one that is no number, or lies behind the last, is the nearest that there is. */
      readonly page: number;
      readonly pages: number;
    };

function written(query: PageQuery): number {
  const value = query[PAGE_KEY];
  return /^[1-9]\d{0,6}$/.test(String(value)) ? Number(value) : 1;
}

/** Opens a page of the list of incidents, in the order and with the filters of its address. */
export async function loadRows(dataset: string, query: PageQuery): Promise<RowsPage> {
  const opened = await openPage(dataset, query, { others: [PAGE_KEY] });
  if (opened.kind !== 'ok') return opened;
  if (opened.closed !== null) {
    answerWithStatus(PROBLEM_KINDS['rows-closed'].status);
    return { kind: 'closed', dataset, reason: opened.closed };
  }
  const { view, revision } = opened;
  const { info, engine } = revision;
  const { rows } = planView(view, info);
  const ask = (page: number) => engine.run({ ...rows, offset: (page - 1) * ROWS_A_PAGE, limit: ROWS_A_PAGE });
  try {
    return await opened.place(async () => {
      const wanted = written(query);
      const first = await ask(wanted);
      const pages = Math.max(1, Math.ceil(first.total / ROWS_A_PAGE));
      const page = Math.min(wanted, pages);
      const found = page === wanted ? first : await ask(page);
      return { kind: 'ok', info, view, found, page, pages } as const;
    });
  } catch (error) {
    return brokenPage(dataset, error);
  }
}
