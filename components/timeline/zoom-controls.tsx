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
import { clearKey } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import styles from './timeline.module.css';

/** Zooming by pointer, without scripts too: each button is a link to the view it gives. */
export function ZoomControls() {
  const { view, window, info, go } = useDashboard();
  const { coverage } = info.guide.meta;
  const limits = windowLimits(window, coverage);
  const zoomed = (factor: number) =>
    withWindow(view, zoomWindow(window, factor, middleOf(window), limits), coverage);
  const link = (next: View, label: string, text: ReactNode) => (
    <a
      className={`control ${styles.zoom}`}
      href={viewHref(next)}
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
      {link(clearKey(clearKey(view, 'from'), 'to'), 'All: show the whole coverage', 'All')}
    </div>
  );
}
