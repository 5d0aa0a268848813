'use client';

import { useRef } from 'react';
import { useDashboard } from '@/components/dashboard/state/dashboard-context';
import { useStandingMap } from '@/components/map/map-source';
import { ViewLink } from '@/components/ui/view-link';
import { exchangedIn } from '@/lib/series/places/point-doubts';
import { clearFilters } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import { boxPlaces, placeName } from '@/lib/words/marks/place-name';
import { chipList, type MapNames, withoutClause } from './chip-list';
import styles from './chips.module.css';

/** The names that the map of the page has for what a view asks of it. */
function useMapNames(view: View): MapNames | null {
  const standing = useStandingMap(view);
  if (standing?.map == null) return null;
  const { places, doubts } = standing.map;
  const isBox = JSON.stringify(standing.view.box) === JSON.stringify(view.box) && standing.view.part === null;
  return {
    box: isBox ? boxPlaces(places, exchangedIn(doubts)) : null,
    place: (id) => {
      const mark = places.marks.find((one) => one.id === id && one.name !== null);
      return mark === undefined ? null : placeName(mark);
    },
  };
}

/** What is on: one chip for each clause of the view, a link to the view without it. */
export function Chips() {
  const { info, view, window } = useDashboard();
  const list = useRef<HTMLElement>(null);
  const chips = chipList(view, info.guide, window, useMapNames(view));
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
                view={(now) => withoutClause(now, chip.key)}
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
            <ViewLink view={clearFilters} className={styles.clear} onGone={keepFocus}>
              Clear all<span className="visually-hidden"> filters</span>
            </ViewLink>
          </li>
        </ul>
      )}
    </nav>
  );
}
