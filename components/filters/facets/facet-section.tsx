import { type ReactNode, useId } from 'react';
import { ViewLink } from '@/components/ui/view-link';
import type { OwnKey } from '@/lib/series/fields';
import { clearKey } from '@/lib/view/change';
import type { ViewKey } from '@/lib/view/keys';
import type { View } from '@/lib/view/view';
import styles from './facets.module.css';

/** One facet: its title, the way to clear it where it is set, and its values. */
export function FacetSection(props: {
  readonly title: string;
  readonly view: View;
  readonly clears: ViewKey | OwnKey;
  readonly isSet: boolean;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}) {
  const { title, view, clears, isSet, note, children } = props;
  const id = useId();
  return (
    <section className={styles.facet} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        {isSet && (
          <ViewLink view={clearKey(view, clears)} className={styles.clear} aria-label={`Clear: ${title}`}>
            Clear
          </ViewLink>
        )}
      </div>
      {children}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </section>
  );
}

/** Opens the values that are folded away; a plain disclosure, so that it works without scripts. */
export function ShowAll({ hidden, what }: { readonly hidden: number; readonly what: string }) {
  if (hidden <= 0) return null;
  return (
    <details className={styles.more}>
      <summary>
        <span className={styles.whenClosed}>
          Show {hidden} more {what}
        </span>
        <span className={styles.whenOpen}>Show fewer {what}</span>
      </summary>
    </details>
  );
}
