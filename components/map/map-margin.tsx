'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import type { BaseMeasure } from '@/lib/series/measures';
import { changeView } from '@/lib/view/change';
import { togglePlace, toggleValue } from '@/lib/view/toggle';
import type { View } from '@/lib/view/view';
import {
  type MarginEntry,
  type MarginMap,
  marginEntries,
  outsideText,
  severalRegionsText,
} from '@/lib/words/marks/margin';
import styles from './map.module.css';

function toggled(view: View, { at }: MarginEntry): View {
  if (at.kind === 'own') return changeView(view, { split: 'region', roll: 'own', groups: [at.id] });
  if (at.kind === 'places') {
    const isOn = at.ids.every((id) => view.places.includes(id));
    return changeView(view, { places: isOn ? [] : at.ids });
  }
  return at.kind === 'place' ? togglePlace(view, at.id) : toggleValue(view, 'region', at.id);
}

/** What a map leaves out, each a link to the incidents that it counts. */
export function MapMargin({
  map,
  view,
  measure,
}: {
  readonly map: MarginMap;
  readonly view: View;
  readonly measure: BaseMeasure;
}) {
  const { info } = useSettled();
  const { noun } = info.guide.meta;
  const entries = marginEntries(info.guide, measure, map);
  const outside = outsideText(view, map, noun);
  const several = severalRegionsText(map, noun);
  return (
    <>
      {several !== null && <p className={styles.summary}>{several}</p>}
      {(entries.length > 0 || outside !== null) && (
        <ul className={styles.margin} aria-label="Not on the map">
          {entries.map((entry) => (
            <li key={`${entry.at.kind} ${entry.at.id}`}>
              <ViewLink view={(now) => toggled(now, entry)}>{entry.text}</ViewLink>
            </li>
          ))}
          {outside !== null && <li>{outside}</li>}
        </ul>
      )}
    </>
  );
}
