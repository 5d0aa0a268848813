'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { uncountable } from '@/lib/query/coverage/searched';
import { isLocal } from '@/lib/view/addresses/local';
import { changeView, clearFilters } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import { UNCOUNTABLE_WORDS } from '@/lib/words/coverage';
import { countQuantity, formatNumber } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import { capitalised } from '@/lib/words/labels';
import { selectionInWords } from '@/lib/words/view';
import styles from './incident-table.module.css';
import { IncidentsCsv } from './incidents-csv';
import type { RowPages } from './rows/use-row-pages';
import { FOLDED_ROWS } from './rows/use-visible-items';

/** What stands beneath the rows, which links lead to. */
const AFTER_TABLE = 'after-incidents';

/** How many incidents count, as the headline says it, and how many rows are listed where more may count. */
export function Summary() {
  const { info, view, window, answers } = useSettled();
  const counted = (answers.selected ?? answers.total).incidents;
  const all = answers.total.incidents.high;
  const why = uncountable(view, window, info.guide, all);
  const noun = nounOf(view, info.guide.meta);
  const listed = formatNumber(counted.high);
  const count =
    countQuantity(counted, noun) +
    (counted.low === counted.high ? '' : `; all ${listed} that may count are listed`);
  const selected = selectionInWords(view, info.guide);
  return (
    <div className={styles.summary}>
      <h2>{capitalised(noun.many)}</h2>
      <p role="status">
        {why === null ? count : `Nothing is counted: ${UNCOUNTABLE_WORDS[why]}`}
        {selected !== '' && ` (selected: ${selected})`}
      </p>
      {selected !== '' && (
        <ViewLink view={(now) => changeView(now, { select: null })}>Show all {formatNumber(all)}</ViewLink>
      )}
    </div>
  );
}

/** Stands in for the rows of a series that keeps them in. */
export function ClosedTable({ closed }: { readonly closed: string }) {
  return (
    <div className={styles.incidents}>
      <Summary />
      <p className={styles.empty}>Rows are not shown here. {closed}</p>
    </div>
  );
}

/** What to do where no incident matches. */
export function NothingFound() {
  const { info, view } = useSettled();
  return (
    <p className={styles.empty}>
      No {nounOf(view, info.guide.meta).one} matches this view.{' '}
      {view.q !== '' && (
        <>
          <ViewLink view={(now) => changeView(now, { q: '' })}>Clear the search for “{view.q}”</ViewLink> or{' '}
        </>
      )}
      <ViewLink view={clearFilters}>{view.q === '' ? 'Clear all filters' : 'clear all filters'}</ViewLink>.
    </p>
  );
}

/** Rows that could not be fetched, and the way to ask again. */
export function Failure({ pages }: { readonly pages: RowPages }) {
  if (pages.failure === null) return null;
  return (
    <p role="alert" className={styles.failure}>
      Some rows could not be loaded: {pages.failure}{' '}
      <button type="button" className="control" onClick={pages.retry}>
        Try again
      </button>
    </p>
  );
}

/** The way to all rows as pages of their own. */
function AllPages() {
  const view = changeView(useSettled().view, { incident: null });
  return <a href={viewHref(view, '/incidents')}>All, page by page</a>;
}

/** What stands beneath the rows: how many these are where not all stand here, the way to see all here, and all as a file. */
export function Shown(props: {
  readonly drawn: number;
  readonly total: number;
  /** Every row can be reached by scrolling. */
  readonly everything: boolean;
  /** Draws all rows, or the first ones alone; null where that makes no difference. */
  readonly fold: { readonly folded: boolean; readonly turn: () => void } | null;
  /** The labels of columns that have no room here. */
  readonly left: readonly string[];
}) {
  const { info, view } = useSettled();
  const { one, many } = nounOf(view, info.guide.meta);
  const { drawn, total, everything, fold, left } = props;
  if (total === 0) return null;
  return (
    <p className={styles.shown} id={AFTER_TABLE} tabIndex={-1}>
      {!everything && drawn < total && (
        <span>
          The first {formatNumber(drawn)} of {formatNumber(total)} {many} are shown.{' '}
          {!isLocal(view.dataset) && <AllPages />}
        </span>
      )}
      {fold && (
        <button type="button" className={`control ${styles.fold}`} onClick={fold.turn}>
          {fold.folded ? `Show all ${formatNumber(total)} here` : `Show the first ${FOLDED_ROWS} only`}
        </button>
      )}
      {left.length > 0 && (
        <span>
          No room here for: {left.join(', ')}. Each {one} has them.
        </span>
      )}
      <IncidentsCsv view={changeView(view, { incident: null })}>
        {total === 1 ? `The ${one}` : `All ${formatNumber(total)} ${many}`} as CSV
      </IncidentsCsv>
    </p>
  );
}

/** The way past the rows for those who go by the keyboard. */
export function SkipTable() {
  return (
    <a className={styles.skip} href={`#${AFTER_TABLE}`}>
      Skip the table
    </a>
  );
}
