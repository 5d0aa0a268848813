'use client';

import { useEffect, useRef } from 'react';
import { useDashboard } from '@/components/view/dashboard-context';
import { ViewLink } from '@/components/view/view-link';
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

/** Windows that are one click away: all of the coverage, its last twelve months, each year. The one shown is marked. */
export function TimePresets() {
  const { info, view, window } = useDashboard();
  const { coverage } = info.guide.meta;
  const list = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(list.current), []);
  return (
    <nav ref={list} aria-label="Window" className={styles.presets}>
      <ul>
        {presetsOf(view, coverage).map((preset) => {
          const { from, to } = resolveWindow(preset.view, coverage);
          const isCurrent = from === window.from && to === window.to;
          return (
            <li key={preset.id}>
              <ViewLink
                view={preset.view}
                className="control"
                aria-current={isCurrent ? 'true' : undefined}
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
