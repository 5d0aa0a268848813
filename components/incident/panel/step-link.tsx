'use client';

import type { MouseEvent } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { isPlainClick } from '@/components/ui/view-link';
import { changeView } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import styles from './incident-panel.module.css';

/**
 * A link to the incident before or after. Where there is none, or none is known yet, the same element stays and keeps
 * the focus, so that a reader can step on without looking for it.
 */
export function StepLink(props: {
  readonly incident: string | null;
  readonly label: string;
  readonly sign: string;
  readonly shortcut: 'ArrowLeft' | 'ArrowRight';
}) {
  const { view, go } = useDashboard();
  const { incident, label, sign, shortcut } = props;
  const to = incident === null ? null : changeView(view, { incident });
  const follow = (event: MouseEvent) => {
    if (!to || !isPlainClick(event)) return;
    event.preventDefault();
    go((now) => changeView(now, { incident }), 'replace');
  };
  return (
    <a
      className={styles.step}
      href={to ? viewHref(to) : undefined}
      onClick={follow}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={label}
      data-step={shortcut}
      {...(to ? {} : { role: 'link', 'aria-disabled': true, tabIndex: 0 })}
    >
      <span aria-hidden="true">{sign}</span>
    </a>
  );
}
