import { type ReactNode, useId, useRef } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import type { OwnKey } from '@/lib/series/fields';
import type { Noun } from '@/lib/series/measures';
import { twinHref } from '@/lib/view/addresses/addresses';
import { clearKey } from '@/lib/view/change';
import type { ViewKey } from '@/lib/view/keys';
import styles from './facets.module.css';

/** One facet: its title, the way to clear it where it is set, and its values. */
export function FacetSection(props: {
  readonly title: string;
  readonly clears: ViewKey | OwnKey;
  readonly isSet: boolean;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}) {
  const { title, clears, isSet, note, children } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={styles.facet} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h3>
        {isSet && (
          <ViewLink
            view={(now) => clearKey(now, clears)}
            className={styles.clear}
            aria-label={`Clear: ${title}`}
            onGone={() => heading.current?.focus({ preventScroll: true })}
          >
            Clear
          </ViewLink>
        )}
      </div>
      {children}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </section>
  );
}

/** Without scripts, the way to what is brought by a script otherwise. */
export function AllAsData({ what }: { readonly what: string }) {
  const data = twinHref(useSettled().view, 'view.json');
  if (data === null) return null;
  return (
    <noscript>
      <a href={data}>All {what} as data</a>
    </noscript>
  );
}

/** Brings the values that are folded away, which are not in the page until then. Without scripts it leads to all of them as data. */
export function ShowAll(props: {
  readonly hidden: number;
  /** How the values are called. */
  readonly what: Noun;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const { hidden, what, open, onOpen } = props;
  if (hidden <= 0) return null;
  return (
    <details
      className={styles.more}
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && onOpen(currentTarget.open)}
    >
      <summary>
        {open ? `Show fewer ${what.many}` : `Show ${hidden} more ${hidden === 1 ? what.one : what.many}`}
      </summary>
      {!open && <AllAsData what={what.many} />}
    </details>
  );
}
