'use client';

import { useEffect, useRef } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { formatSpan } from '@/lib/time/format';
import { resolveWindow } from '@/lib/view/resolve';
import { presetsOf } from './presets';
import styles from './time-presets.module.css';

/** Scrolls a long list to the preset that is on; the page itself stays where it is. */
function showCurrent(list: HTMLElement | null): void {
  const current = list?.querySelector<HTMLElement>('[aria-current]');
  if (!list || !current) return;
  const [left, right] = [current.offsetLeft, current.offsetLeft + current.offsetWidth];
  if (left < list.scrollLeft || right > list.scrollLeft + list.clientWidth) {
    list.scrollLeft = left - list.clientWidth / 2;
  }
}

/** Marks a list as long as more of it lies beyond its right edge, and returns how to stop that. */
function fadeAtEnd(list: HTMLElement | null): () => void {
  if (!list || typeof ResizeObserver === 'undefined') return () => {};
  const look = () =>
    list.toggleAttribute('data-goes-on', list.scrollLeft + list.clientWidth < list.scrollWidth - 8);
  const observer = new ResizeObserver(look);
  observer.observe(list);
  list.addEventListener('scroll', look, { passive: true });
  return () => {
    observer.disconnect();
    list.removeEventListener('scroll', look);
  };
}

/** Windows that are one click away: all of the coverage, its last twelve months, each year. The one shown is marked. */
export function TimePresets() {
  const { info, view, window } = useDashboard();
  const { coverage } = info.guide.meta;
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    showCurrent(list.current);
    return fadeAtEnd(list.current);
  }, []);
  const presets = presetsOf(view, coverage);
  // Of presets that mean the same window, as in a coverage of one year, the first is the one shown.
  const current = presets.find((preset) => {
    const { from, to } = resolveWindow(preset.view, coverage);
    return from === window.from && to === window.to;
  });
  return (
    <nav ref={list} aria-label="Window" className={styles.presets}>
      <ul>
        {presets.map((preset) => {
          const { from, to } = resolveWindow(preset.view, coverage);
          return (
            <li key={preset.id}>
              <ViewLink
                view={preset.view}
                className="control"
                aria-current={preset === current ? 'true' : undefined}
                title={
                  preset.id === 'last-12' ? `${formatSpan(from, to)}, the end of the coverage` : undefined
                }
              >
                {preset.label}
              </ViewLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
