'use client';

import { useMemo, useState } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import type { MapLayout } from '@/lib/render/map/lay-map';
import { listedMarks } from '@/lib/render/map/place-steps';
import type { BaseMeasure } from '@/lib/series/measures';
import { formatNumber, formatQuantity } from '@/lib/words/figures';
import {
  EXCHANGED_WORDS,
  PRECISION_WORDS,
  placeName,
  placeSentence,
  shortFigure,
  shortRange,
} from '@/lib/words/marks/map';
import { chosenMarks, toggleMark } from './chosen-marks';
import styles from './map.module.css';

/** Places that stand in the list at first, and after the reader has asked for more. */
const FIRST = 10;
const MOST = 500;

/** The places of a map with their figures, the largest first: what the map says, for those who do not see it. */
export function PlaceList({
  layout,
  measure,
}: {
  readonly layout: MapLayout;
  readonly measure: BaseMeasure;
}) {
  const { view } = useSettled();
  const [isOpen, setOpen] = useState(false);
  const ordered = useMemo(() => listedMarks(layout), [layout]);
  const { guide } = layout.input.info;
  const shown = ordered.slice(0, isOpen ? MOST : FIRST);
  const { regions, places } = layout.input;
  const what = regions !== null ? 'regions' : places.as === 'hexagons' ? 'hexagons' : 'places';
  // Places of one name that are known more or less precisely are told apart.
  const names = shown.map(placeName);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const chosen = chosenMarks(view, layout);
  if (ordered.length === 0) return null;
  return (
    <div className={styles.list}>
      <h3>
        {ordered.length > shown.length
          ? `The ${formatNumber(shown.length)} largest of ${formatNumber(ordered.length)} ${what}`
          : formatQuantity(ordered.length, { one: what.slice(0, -1), many: what })}
      </h3>
      <ol className={isOpen ? styles.open : undefined} {...(isOpen ? { tabIndex: 0 } : {})}>
        {shown.map((mark) => (
          <li key={mark.id}>
            <ViewLink
              view={(now) => toggleMark(now, layout, mark.id)}
              aria-label={placeSentence(guide, measure, mark)}
              {...(chosen.includes(mark.id) ? { 'aria-current': 'true' } : {})}
            >
              <span>
                {placeName(mark)}
                {twice.has(placeName(mark)) && mark.precision !== null && (
                  <small> ({PRECISION_WORDS[mark.precision]})</small>
                )}
                {mark.isExchanged && <small> ({EXCHANGED_WORDS})</small>}
              </span>{' '}
              <span className={styles.figure}>
                <b>{shortFigure(mark)}</b>
                {shortRange(mark) !== null && <small> ({shortRange(mark)})</small>}
              </span>
            </ViewLink>
          </li>
        ))}
      </ol>
      {ordered.length > FIRST && (
        <button
          type="button"
          className={`control quiet ${styles.more}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen
            ? `Show the ${FIRST} largest`
            : `Show ${ordered.length > MOST ? `the ${MOST} largest` : 'all'}`}
        </button>
      )}
    </div>
  );
}
