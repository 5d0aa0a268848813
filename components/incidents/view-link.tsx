'use client';

import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useDashboard } from '@/components/view/dashboard-context';
import type { Step } from '@/components/view/use-view';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';

/** Whether a click asks for nothing but to follow the link here. */
export function isPlainClick(event: MouseEvent): boolean {
  const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !held && !event.defaultPrevented;
}

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  readonly to: View;
  /** Where the link leads without scripts; the dashboard with the view, unless it says otherwise. */
  readonly href?: string;
  readonly step?: Step;
}

/** A link to another view of this dashboard: a real address, followed without loading a page where scripts run. */
export function ViewLink({ to, href, step = 'push', children, ...rest }: Props) {
  const { go } = useDashboard();
  const follow = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(to, step);
  };
  return (
    <a {...rest} href={href ?? viewHref(to)} onClick={follow}>
      {children}
    </a>
  );
}
