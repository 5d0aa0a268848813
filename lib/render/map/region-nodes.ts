import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { MapLayout } from './lay-map';
import { shadeOf, shadeOpacity } from './shades';

/**
 * The regions of a map, each by itself, for a pointer finds them by their names. One in which nothing happened has the lightest shade, one
 * of which no figure is known has none.
 */
export function regionNodes({ items, shades, unit }: MapLayout, paint: Paint): readonly SceneNode[] {
  const regions = items.map(({ mark, value, outline }) =>
    node('path', {
      class: 'map-region',
      'data-region': mark.id,
      d: outline,
      fill: paint('--accent'),
      'fill-opacity': value === null ? 0 : shadeOpacity(shadeOf(value, shades)),
      stroke: paint('--page'),
      'stroke-width': 0.75,
      'vector-effect': 'non-scaling-stroke',
    }),
  );
  return [node('g', { transform: `scale(${unit})` }, regions)];
}
