'use client';

import { SceneSvg } from '@/components/ui/scene-svg';
import type { MapLayout } from '@/lib/render/map/lay-map';
import { mapGroups } from '@/lib/render/map/map-groups';
import { mapLegend } from '@/lib/render/map/map-legend';
import { cssPaint } from '@/lib/render/scene/paint';
import styles from './map.module.css';

/** How to read the marks, and whose colours they have. */
export function MapLegend({ layout }: { readonly layout: MapLayout }) {
  return (
    <ul className={styles.legend} aria-label="How to read the map">
      {mapGroups(layout).map(({ colour, label }) => (
        <li key={colour} className={styles.group}>
          <span className={styles.swatch} style={{ background: `var(${colour})` }} />
          {label}
        </li>
      ))}
      {mapLegend(layout, cssPaint).map(({ key, picture, words }) => (
        <li key={key}>
          <SceneSvg scene={picture} />
          {words}
        </li>
      ))}
    </ul>
  );
}
