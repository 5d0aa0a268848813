import type { KeyboardEvent, ReactNode } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import type { NextView } from '@/components/dashboard/state/use-view';
import { useHydrated } from '@/components/ui/use-browser-state';
import { ViewLink } from '@/components/ui/view-link';
import { uncountable } from '@/lib/query/coverage/searched';
import type { Count } from '@/lib/query/result';
import type { View } from '@/lib/view/view';
import { NO_FIGURE, UNCOUNTABLE_WORDS } from '@/lib/words/coverage';
import { exactCount, formatRange, formatWhole } from '@/lib/words/figures';
import { capitalised } from '@/lib/words/labels';
import styles from './facets.module.css';

/** What a facet counts for a value that no incident has. */
export const NO_COUNT: Count = { low: 0, best: 0, high: 0 };

/** Names longer than this may be cut where they have one line. */
const ONE_LINE = 22;

/** What a pointer is shown of a name that may be cut. */
export function longName(name: string): string | undefined {
  return name.length > ONE_LINE ? name : undefined;
}

/** So much of the end of a name stays where others begin as it does. */
const KEPT_END = 12;

/** Where the end of a name begins that tells it from others of its list, which would be cut alike; null where none would. */
export function tellingEnd(name: string, names: readonly string[]): number | null {
  const start = name.slice(0, ONE_LINE - 2);
  const cutAlike = (one: string) => one !== name && one.startsWith(start);
  if (name.length <= ONE_LINE || !names.some(cutAlike)) return null;
  const blank = name.indexOf(' ', name.length - KEPT_END);
  if (blank >= 0) return blank;
  const at = name.length - KEPT_END;
  // Not between the halves of one character.
  return /^[\udc00-\udfff]/.test(name.slice(at)) ? at - 1 : at;
}

/** A name of which the start is cut where there is little room, and the end stays. */
export function ValueName({ name, end }: { readonly name: string; readonly end: number | null }) {
  // In an element, which takes out of texts what must not be shown.
  if (end === null) return <>{name}</>;
  return (
    <span className={styles.parted} dir="auto">
      <span>{name.slice(0, end)}</span>
      <span>{name.slice(end)}</span>
    </span>
  );
}

/** How a value looks: a box where several can be on, a dot where one is. */
export type TickShape = 'box' | 'dot';

/** Space sets and clears a box, as Enter does. */
function bySpace(event: KeyboardEvent<HTMLAnchorElement>): void {
  if (event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
}

/**
 * One value of a facet: a link to the view with the value on or off, which reads "current" where it is on. Once scripts are there a step leads to no
 * other page, and one of several values that can be on is a checkbox.
 */
export function Tick(props: {
  /** Where a click leads, from the view that is then shown: it may be newer than what is drawn. */
  readonly view: NextView;
  readonly on: boolean;
  readonly shape?: TickShape;
  readonly count: Count | null;
  /** The view whose incidents the count is of, from the settled one: with the value alone. Asked where nothing is counted. */
  readonly counts: (settled: View) => View;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  const { view, on, shape = 'box', count, counts, title, children } = props;
  const isBox = useHydrated() && shape === 'box';
  return (
    <ViewLink
      view={view}
      className={`${styles.tick} ${styles[shape]}`}
      {...(isBox
        ? { role: 'checkbox', 'aria-checked': on, onKeyDown: bySpace }
        : { 'aria-current': on ? ('true' as const) : undefined })}
      title={title}
    >
      <span className={styles.label}>{children}</span> {count && <TickCount count={count} of={counts} />}
    </ViewLink>
  );
}

function TickCount({ count, of }: { readonly count: Count; readonly of: (settled: View) => View }) {
  const { info, view, window } = useSettled();
  const { low, best, high } = count;
  const why = high > 0 ? null : uncountable(of(view), window, info.guide, high);
  if (why !== null) {
    return (
      <span className={styles.count} title={capitalised(UNCOUNTABLE_WORDS[why])}>
        {NO_FIGURE}
      </span>
    );
  }
  const look = best === 0 ? `${styles.count} ${styles.zero}` : styles.count;
  if (low === high) return <span className={look}>{formatWhole(best)}</span>;
  return (
    <span className={styles.count} title={exactCount(count)}>
      <span className={best === 0 ? styles.zero : undefined}>{formatWhole(best)}</span>{' '}
      <span className={styles.range}>{formatRange(low, high)}</span>
    </span>
  );
}
