'use client';

import { useSettled } from '@/components/dashboard/state/dashboard-context';
import { ViewLink } from '@/components/ui/view-link';
import { whyNoRates } from '@/lib/query/exposure/region-rates';
import { changeView } from '@/lib/view/change';
import { SHADES, type Shade } from '@/lib/view/view';
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

/** How the map is drawn: a mark for each place, hexagons, shaded regions. What the series has none of is not offered. */
export function MapForms({
  drawn,
  hasPoints,
  hasRegions,
}: {
  readonly drawn: (typeof FORMS)[number];
  readonly hasPoints: boolean;
  readonly hasRegions: boolean;
}) {
  const { info } = useSettled();
  const offered = FORMS.filter((form) =>
    form === 'regions' ? hasRegions && info.guide.regions.length > 0 : hasPoints,
  );
  if (offered.length < 2) return null;
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
