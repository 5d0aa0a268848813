'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { IncidentsCsv } from '@/components/ui/incidents-csv';
import { ViewLink } from '@/components/ui/view-link';
import { uncountable } from '@/lib/query/coverage/searched';
import { changeView, clearFilters } from '@/lib/view/change';
import { UNCOUNTABLE_WORDS } from '@/lib/words/coverage';
import { formatNumber, formatQuantity } from '@/lib/words/figures';
import styles from './incident-table.module.css';
import type { RowPages } from './rows/use-row-pages';

const NOUN = { one: 'incident', many: 'incidents' };

/** How many rows there are, and how they make up low, best and high. */
export function Summary() {
  const { info, view, window, answers } = useSettled();
  const { low, best, high } = answers.total.incidents;
  const why = uncountable(view, window, info.guide, high);
  const count =
    low === high
      ? `${formatQuantity(high, NOUN)}${high > 1 ? ', the same in low, best and high' : ''}`
      : `${formatQuantity(high, NOUN)} in high; ${formatNumber(best)} in best; ${formatNumber(low)} in low`;
  return (
    <div className={styles.summary}>
      <h2>Incidents</h2>
      <p role="status">{why === null ? count : `Nothing is counted: ${UNCOUNTABLE_WORDS[why]}`}</p>
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
  const { view } = useSettled();
  return (
    <p className={styles.empty}>
      No incident matches this view.{' '}
      {view.q !== '' && (
        <>
          <ViewLink view={changeView(view, { q: '' })}>Clear the search for “{view.q}”</ViewLink> or{' '}
        </>
      )}
      <ViewLink view={clearFilters(view)}>
        {view.q === '' ? 'Clear all filters' : 'clear all filters'}
      </ViewLink>
      .
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

/** How many rows stand here, where not all can be reached, and where all of them are. */
export function Shown(props: {
  readonly drawn: number;
  readonly total: number;
  /** Every row can be reached by scrolling. */
  readonly everything: boolean;
}) {
  const { view } = useSettled();
  const { drawn, total, everything } = props;
  if (total === 0) return null;
  return (
    <p className={styles.shown}>
      {!everything && drawn < total && (
        <span>
          The first {formatNumber(drawn)} of {formatNumber(total)} incidents are shown.{' '}
        </span>
      )}
      <IncidentsCsv view={changeView(view, { incident: null })}>
        {total === 1 ? 'The incident' : `All ${formatNumber(total)} incidents`} as CSV
      </IncidentsCsv>
    </p>
  );
}
