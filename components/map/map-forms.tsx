'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { whyNoRates } from '@/lib/query/exposure/region-rates';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import { MOST_PLACES } from '@/lib/query/plan/plan-places';
import type { MapAnswers } from '@/lib/render/map/ask-map';
import { changeView } from '@/lib/view/change';
import { SHADES, type Shade, type View } from '@/lib/view/view';
import { MAP_LABELS } from '@/lib/words/marks/map';
import styles from './map.module.css';

const FORMS = ['dots', 'hexagons', 'regions'] as const;

const SHADE_LABELS: Readonly<Record<Shade, string>> = { count: 'Counts', rate: 'By people' };

/** Whether regions are shaded by counts or by rates; nothing where there are no numbers of people to make rates of. */
export function MapShades({ isRated }: { readonly isRated: boolean }) {
  const { info, view } = useSettled();
  if (whyNoRates(view, info.guide) !== null) return null;
  return (
    <nav className={styles.forms} aria-label="What the shades count">
      {SHADES.map((shade) => (
        <ViewLink
          key={shade}
          className="control quiet"
          view={(now) => changeView(now, { shade })}
          {...((shade === 'rate') === isRated ? { 'aria-current': 'true' } : {})}
        >
          {SHADE_LABELS[shade]}
        </ViewLink>
      ))}
    </nav>
  );
}

/** Whether a mark for each place can be drawn: not of too many, nor of rows that may not be passed on. */
function hasDots({ places }: MapAnswers, view: View, info: SeriesInfo): boolean {
  if (info.guide.meta.licence.closed !== undefined) return false;
  return view.map === 'hexagons' ? places.points <= MOST_PLACES : places.as === 'points';
}

function drawnForm({ regions, places }: MapAnswers): (typeof FORMS)[number] {
  if (regions !== null) return 'regions';
  return places.as === 'hexagons' ? 'hexagons' : 'dots';
}

/** How the map is drawn: a mark for each place, hexagons, shaded regions. What there can be none of is not offered, with the reason where it is not plain. */
export function MapForms({ map }: { readonly map: MapAnswers | null }) {
  const { info, view } = useSettled();
  const hasPoints = info.places.points > 0;
  const drawn = map === null ? null : drawnForm(map);
  const offered = FORMS.filter((form) => {
    if (form === 'regions') return info.guide.regions.length > 0;
    return hasPoints && (form === 'hexagons' || form === drawn || map === null || hasDots(map, view, info));
  });
  // Where nothing is drawn, one other form is a way on.
  if (offered.length < (map === null ? 1 : 2)) return null;
  return (
    <nav className={styles.forms} aria-label="How the map is drawn">
      {offered.map((form) => (
        <ViewLink
          key={form}
          className="control quiet"
          view={(now) => changeView(now, { map: form })}
          {...(form === drawn ? { 'aria-current': 'true' } : {})}
        >
          {MAP_LABELS[form]}
        </ViewLink>
      ))}
    </nav>
  );
}
