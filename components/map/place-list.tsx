'use client';

import { useMemo, useState } from 'react';
import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import type { MapLayout } from '@/lib/render/map/lay-map';
import { listedMarks } from '@/lib/render/map/place-steps';
import type { BaseMeasure } from '@/lib/series/measures';
import { changeView } from '@/lib/view/change';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { formatNumber, formatQuantity } from '@/lib/words/figures';
import { nounOf } from '@/lib/words/headline/headline';
import {
  EXCHANGED_WORDS,
  PRECISION_WORDS,
  placeSentence,
  shortFigure,
  shortRange,
} from '@/lib/words/marks/map';
import { placeName } from '@/lib/words/marks/place-name';
import { chosenMarks, toggleMark } from './chosen-marks';
import styles from './map.module.css';

/** Places that stand in the list at first, and that come each time the reader asks for more. */
const FIRST = 10;
const MORE = 500;

/** The way to the other places for those without scripts: the incidents by their place. */
function AllPlaces({ view, what }: { readonly view: View; readonly what: string }) {
  const column = what === 'regions' ? 'region' : 'place';
  const { info } = useSettled();
  const noun = nounOf(view, info.guide.meta);
  const byPlace = changeView(view, { sort: [{ column, descending: false }], incident: null });
  return (
    <noscript>
      <p>
        <a href={viewHref(byPlace, '/incidents')}>
          All {what}, in the list of all {noun.many}
        </a>
      </p>
    </noscript>
  );
}

function listTitle(shown: number, all: number, what: string): string {
  if (shown === 0) return `None in ${formatQuantity(all, { one: what.slice(0, -1), many: what })}`;
  if (shown === all) return formatQuantity(all, { one: what.slice(0, -1), many: what });
  return `The ${formatNumber(shown)} largest of ${formatNumber(all)} ${what}`;
}

/** The places of a map with their figures, the largest first: what the map says, for those who do not see it. */
export function PlaceList({
  layout,
  measure,
}: {
  readonly layout: MapLayout;
  readonly measure: BaseMeasure;
}) {
  const { view } = useSettled();
  const [more, setMore] = useState(0);
  const isOpen = more > 0;
  const ordered = useMemo(() => listedMarks(layout), [layout]);
  // Those that have none are not the largest, however few have any.
  const first = Math.min(FIRST, ordered.filter(({ high }) => high !== 0).length);
  const most = isOpen ? more : first;
  const { guide } = layout.input.info;
  const shown = ordered.slice(0, most);
  const next = isOpen ? more + MORE : MORE;
  const { regions, places } = layout.input;
  const what = regions !== null ? 'regions' : places.as === 'hexagons' ? 'hexagons' : 'places';
  // Places of one name that are known more or less precisely are told apart.
  const names = shown.map(placeName);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const chosen = chosenMarks(view, layout);
  if (ordered.length === 0) return null;
  return (
    <div className={styles.list}>
      <h3>{listTitle(shown.length, ordered.length, what)}</h3>
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
      <div className={styles.more}>
        {ordered.length > most && (
          <button type="button" className="control quiet" onClick={() => setMore(next)}>
            {ordered.length > next ? `Show ${formatNumber(next - most)} more` : 'Show all'}
          </button>
        )}
        {isOpen && (
          <button type="button" className="control quiet" onClick={() => setMore(0)}>
            Show the largest
          </button>
        )}
      </div>
      {ordered.length > FIRST && <AllPlaces view={view} what={what} />}
    </div>
  );
}
