import type { ReactNode } from 'react';
import { type Settled, useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { searchedIn } from '@/lib/query/coverage/searched';
import type { View } from '@/lib/view/view';
import { FigureQuote, type FigureSaid } from './figure-quote';
import styles from './headline.module.css';

/** Values longer than this are set smaller. */
const LONG = 11;

const UNSEARCHED = new WeakMap<Settled, boolean>();

/** Whether nobody looked on any day of the window, so that every figure is what is known all the same; worked out once for all of them. */
function isUnsearched(settled: Settled): boolean {
  const { info, view, window } = settled;
  const known = UNSEARCHED.get(settled) ?? searchedIn(window, view, info.guide).reach === 'none';
  UNSEARCHED.set(settled, known);
  return known;
}

/** A headline figure: its label, the number that opens what it counts, its range, and what to know about it. */
export function Figure(props: {
  readonly label: string;
  readonly value: string;
  readonly range?: string | null;
  readonly unit?: string;
  /** What the number opens; null where there is nothing to open. */
  readonly opens: View | null;
  readonly jump?: string;
  readonly title?: string;
  /** What is said of it where it is quoted; null where it cannot be. */
  readonly quote?: FigureSaid | null;
  /** Whether the number stands back, for not all that it rests on was searched. */
  readonly faint?: boolean;
  readonly children?: ReactNode;
}) {
  const {
    label,
    value,
    range = null,
    unit,
    opens,
    jump,
    title,
    quote = null,
    faint = false,
    children,
  } = props;
  const isFaint = isUnsearched(useSettled()) || faint;
  const number = (
    <>
      <span
        className={`${value.length > LONG ? styles.words : styles.number} ${isFaint ? styles.faint : ''}`}
      >
        {value}
      </span>{' '}
      {range !== null && <span className={styles.range}>({range})</span>}
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </>
  );
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>
        {label}
        {quote !== null && <FigureQuote label={label} quote={quote} opens={opens} />}
      </dt>
      <dd className={styles.value}>
        {opens === null ? (
          number
        ) : (
          <ViewLink
            view={opens}
            {...(jump === undefined ? {} : { jump })}
            title={title}
            className={styles.opens}
          >
            {number}
          </ViewLink>
        )}
      </dd>
      {children !== undefined && (
        <dd key={`${value} ${range}`} className={styles.small}>
          {children}
        </dd>
      )}
    </div>
  );
}
