'use client';

import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { hasRoom, isCompared, toggleCompared } from '@/lib/view/compared';
import type { Comparison } from '@/lib/view/view';
import styles from './compare-link.module.css';

/** Adds something to the comparison of the view, or takes it out; nothing where a comparison is full. */
export function CompareLink(props: {
  readonly by: Comparison['by'];
  readonly item: string;
  /** What it is called, for those who cannot see what it stands beside. */
  readonly name: string;
}) {
  const { by, item, name } = props;
  const { view } = useDashboard();
  const on = isCompared(view, by, item);
  if (!on && !hasRoom(view, by)) return null;
  // The title is its name too: a second attribute that says the same makes pages of many values heavier.
  const label = on ? `Take ${name} out of the comparison` : `Compare ${name}`;
  return (
    <ViewLink
      className={styles.link}
      view={(now) => toggleCompared(now, by, item)}
      aria-current={on ? 'true' : undefined}
      title={label}
    />
  );
}
