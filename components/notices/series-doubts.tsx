'use client';

import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { entryOf } from '@/lib/importers/import-codes';
import type { SeriesDoubt } from '@/lib/importers/report/series-doubts';
import { formatSpan } from '@/lib/time/format';
import { changeView, dayBound } from '@/lib/view/change';
import styles from './notices.module.css';

const rowsInWords = (rows: number) => (rows === 1 ? 'One row has a date' : `${rows} rows have dates`);

/** What each kind of doubt means for the reader of a figure. */
const WORDS: Readonly<Record<string, (rows: number) => string>> = {
  'far-date': (rows) => `${rowsInWords(rows)} far from all others, as a mistyped year is.`,
  'year-differs': (rows) => `${rowsInWords(rows)} of another year than the column of years beside it.`,
  'exchanged-day': (rows) => `${rowsInWords(rows)} in which day and month may be exchanged.`,
  'early-years': () => 'All dates lie in the first century, as days or counts that were taken for years do.',
};

/** A doubt without words of its own is told as the documents tell it; a note is its own sentence. */
const meaningOf = ({ code, rows }: SeriesDoubt) => (rows === 0 ? null : entryOf(code)?.meaning);

/** One row by its place and value, so that it can be found in the file. */
function Example({ doubt }: { readonly doubt: SeriesDoubt }) {
  const { row, value, reason } = doubt.first;
  if (row === null) return <>{doubt.code === 'days-of-zone' ? `Which day counts: ${reason}.` : null}</>;
  return (
    <span className="muted">
      {doubt.rows === 1 ? 'Row' : 'The first is row'} {row}, “{value}”: {reason}.
    </span>
  );
}

function WithoutThem(props: { readonly rows: number; readonly window: NonNullable<SeriesDoubt['window']> }) {
  const { rows, window: span } = props;
  const bounds = { from: dayBound(span.from), to: dayBound(span.to) };
  return (
    <ViewLink view={(now) => changeView(now, bounds)} className={styles.wayOut}>
      Leave {rows === 1 ? 'it' : 'them'} out: {formatSpan(span.from, span.to)}
    </ViewLink>
  );
}

/**
 * What the import found to doubt in the dates, before anybody quotes them: each kind with its first row and, where a
 * window leaves the rows out, the way there. Once the window leaves them out nothing more is said of those.
 */
export function SeriesDoubts({ doubts }: { readonly doubts: readonly SeriesDoubt[] }) {
  const { window: shown } = useDashboard();
  const isInside = ({ window: span }: SeriesDoubt) =>
    span !== null && shown.from >= span.from && shown.to <= span.to;
  const said = doubts.filter((doubt) => !isInside(doubt));
  if (said.length === 0) return null;
  return (
    <aside
      className={said.some(({ rows }) => rows > 0) ? styles.issues : styles.doubts}
      aria-label="Notes on the dates"
    >
      <ul>
        {said.map((doubt) => (
          <li key={doubt.code}>
            {WORDS[doubt.code]?.(doubt.rows) ?? meaningOf(doubt)} <Example doubt={doubt} />{' '}
            {doubt.window && <WithoutThem rows={doubt.rows} window={doubt.window} />}
          </li>
        ))}
      </ul>
    </aside>
  );
}
