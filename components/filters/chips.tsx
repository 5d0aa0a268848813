'use client';

import { useRef } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { clearFilters } from '@/lib/view/change';
import { chipList } from './chip-list';
import styles from './chips.module.css';

/** What is on: one chip for each clause of the view, a link to the view without it. */
export function Chips() {
  const { info, view, window } = useDashboard();
  const list = useRef<HTMLElement>(null);
  const chips = chipList(view, info.guide, window);
  const keepFocus = () => list.current?.focus();
  return (
    <nav ref={list} tabIndex={-1} className={styles.chips} aria-label="Filters that are on">
      {chips.length === 0 ? (
        <p className={styles.none}>No filters are on.</p>
      ) : (
        <ul className={styles.list}>
          {chips.map((chip) => (
            <li key={chip.key}>
              <ViewLink
                view={chip.without}
                className={styles.chip}
                title="Remove this filter"
                onGone={keepFocus}
              >
                <span className="visually-hidden">Remove </span>
                <span className={styles.name}>{chip.name}: </span>
                <span className={styles.value}>{chip.value}</span>
                <span aria-hidden="true" className={styles.cross}>
                  ×
                </span>
              </ViewLink>
            </li>
          ))}
          <li>
            <ViewLink view={clearFilters(view)} className={styles.clear} onGone={keepFocus}>
              Clear all<span className="visually-hidden"> filters</span>
            </ViewLink>
          </li>
        </ul>
      )}
    </nav>
  );
}
