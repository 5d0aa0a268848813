'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import {
  middleOf,
  windowLimits,
  withWindow,
  ZOOM_STEP,
  zoomWindow,
} from '@/lib/render/overview/window-change';
import { withoutWindow } from '@/lib/view/change';
import { resolveWindow } from '@/lib/view/resolve';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import styles from './timeline.module.css';

/** Zooming by pointer, without scripts too: each button is a link to the view it gives. */
export function ZoomControls() {
  const { view, info, go } = useDashboard();
  const { coverage } = info.guide.meta;
  const zoomed = (factor: number) => (now: View) => {
    const shown = resolveWindow(now, coverage);
    const limits = windowLimits(shown, coverage);
    return withWindow(now, zoomWindow(shown, factor, middleOf(shown), limits), coverage);
  };
  const link = (next: (now: View) => View, label: string, text: ReactNode) => (
    <a
      className={`control ${styles.zoom}`}
      href={viewHref(next(view))}
      aria-label={label}
      title={label}
      onClick={(event: MouseEvent) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(next);
      }}
    >
      {text}
    </a>
  );
  return (
    <div className={styles.zooms}>
      {link(zoomed(ZOOM_STEP), 'Zoom in', '+')}
      {link(zoomed(1 / ZOOM_STEP), 'Zoom out', '−')}
      {link(withoutWindow, 'All: show the whole coverage', 'All')}
    </div>
  );
}
