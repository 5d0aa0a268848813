'use client';

import { useEffect, useRef } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { formatSpan } from '@/lib/time/format';
import { changeView } from '@/lib/view/change';
import { resolveWindow } from '@/lib/view/resolve';
import { NAMED_PRESETS, presetsOf } from './presets';
import styles from './time-presets.module.css';

/** From so many years on they may have no room in a line: the newest come first, and a list leads to any of them. */
const MANY_YEARS = 6;

/** Marks what has no room in the line of a list, and the list where anything has none; returns how to stop that. */
function markBeyond(list: HTMLElement | null): () => void {
  if (!list || typeof ResizeObserver === 'undefined') return () => {};
  const look = () => {
    const items = [...list.children] as HTMLElement[];
    const line = items[0]?.offsetTop ?? 0;
    for (const item of items) item.toggleAttribute('data-beyond', item.offsetTop > line);
    list.toggleAttribute('data-goes-on', (items.at(-1)?.offsetTop ?? 0) > line);
  };
  const observer = new ResizeObserver(look);
  observer.observe(list);
  return () => observer.disconnect();
}

/** Windows that are one click away: all of the coverage, its last twelve months, each year. The one shown is marked. */
export function TimePresets() {
  const { info, view, window, go } = useDashboard();
  const { coverage } = info.guide.meta;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => markBeyond(list.current), []);
  const presets = presetsOf(view, coverage);
  const years = presets.slice(NAMED_PRESETS);
  const listed =
    years.length < MANY_YEARS ? presets : [...presets.slice(0, NAMED_PRESETS), ...[...years].reverse()];
  // Of presets that mean the same window, as in a coverage of one year, the first is the one shown.
  const current = presets.find((preset) => {
    const { from, to } = resolveWindow(preset.view, coverage);
    return from === window.from && to === window.to;
  });
  return (
    <nav aria-label="Window" className={styles.presets}>
      <ul ref={list}>
        {listed.map((preset) => {
          const { from, to } = resolveWindow(preset.view, coverage);
          return (
            <li key={preset.id}>
              <ViewLink
                view={(now) => changeView(now, { from: preset.view.from, to: preset.view.to })}
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
      {years.length >= MANY_YEARS && (
        <select
          className="control"
          aria-label="Window"
          value={years.find((one) => one === current)?.id ?? ''}
          onChange={({ target }) => {
            const chosen = presets.find(({ id }) => id === target.value);
            if (chosen === undefined) return;
            const { from, to } = chosen.view;
            go((now) => changeView(now, { from, to }));
          }}
        >
          <option value="">More</option>
          {presets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </nav>
  );
}
