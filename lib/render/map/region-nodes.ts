import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { MapLayout } from './lay-map';
import { shadeOf, shadeOpacity } from './shades';

/** The regions of a map, each by itself, for a pointer finds them by their names. One in which nothing happened has no colour. */
export function regionNodes({ items, most, unit }: MapLayout, paint: Paint): readonly SceneNode[] {
  const regions = items.map(({ mark, value, outline }) => {
    const shade = shadeOf(value, most, 2);
    return node('path', {
      class: 'map-region',
      'data-region': mark.id,
      d: outline,
      fill: paint('--accent'),
      'fill-opacity': shade === 0 ? 0 : Math.round(shadeOpacity(shade) * 100) / 100,
      stroke: paint('--page'),
      'stroke-width': 0.75,
      'vector-effect': 'non-scaling-stroke',
    });
  });
  return [node('g', { transform: `scale(${unit})` }, regions)];
}
