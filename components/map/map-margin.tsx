'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import type { PlacesResult } from '@/lib/query/result';
import { togglePlace } from '@/lib/view/toggle';
import { marginEntries, outsideText } from '@/lib/words/marks/map';
import styles from './map.module.css';

/** What a map leaves out, each a link to the incidents that it counts. */
export function MapMargin({ places }: { readonly places: PlacesResult }) {
  const { info } = useSettled();
  const { noun } = info.guide.meta;
  const entries = marginEntries(places, noun);
  const outside = outsideText(places, noun);
  if (entries.length === 0 && outside === null) return null;
  return (
    <ul className={styles.margin} aria-label="Not on the map">
      {entries.map(({ off, text }) => (
        <li key={off}>
          <ViewLink view={(now) => togglePlace(now, off)}>{text}</ViewLink>
        </li>
      ))}
      {outside !== null && <li>{outside}</li>}
    </ul>
  );
}
