import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { MapLayout } from './lay-map';
import { shadeColour, shadeOf } from './shades';

/** Lines across what nobody searched, so many pixels apart. */
const HATCH = 5;

function hatching(id: string, unit: number, paint: Paint): SceneNode {
  const pattern = {
    ...{ id: `${id}-unsearched`, width: HATCH, height: HATCH, patternUnits: 'userSpaceOnUse' },
    patternTransform: `rotate(45) scale(${2 / unit})`,
  };
  return node('defs', {}, [
    node('pattern', pattern, [
      // Beside each line a pale one, for upon a dark shade it would hardly be seen.
      node('path', { d: `M1.8,0V${HATCH}`, stroke: paint('--page'), 'stroke-width': 1.3 }),
      node('path', { d: `M0.6,0V${HATCH}`, stroke: paint('--ink-3'), 'stroke-width': 1.2 }),
    ]),
  ]);
}

/**
 * The regions of a map, each by itself, for a pointer finds them by their names. One in which nothing happened has the lightest shade, one
 * in which nobody looked is hatched, whatever is known to have happened there; one of which no figure is known has none of both.
 */
export function regionNodes(
  { items, shades, unit }: MapLayout,
  id: string,
  paint: Paint,
): readonly SceneNode[] {
  const shape = { 'vector-effect': 'non-scaling-stroke' };
  const regions = items.map(({ mark, value, outline }) => {
    const shade = shadeOf(value, shades);
    return node('path', {
      ...{ class: 'map-region', 'data-region': mark.id, 'data-shade': value === null ? 'none' : shade },
      ...{ d: outline, fill: shadeColour(shade, paint) },
      ...(value === null ? { 'fill-opacity': 0 } : {}),
      ...{ stroke: paint('--page'), 'stroke-width': 0.75, ...shape },
    });
  });
  const unsearched = items.filter(({ mark }) => mark.search?.reach === 'none');
  const hatched = unsearched.map(({ outline }) =>
    node('path', {
      ...{ class: 'map-unsearched', d: outline, fill: `url(#${id}-unsearched)`, 'pointer-events': 'none' },
      ...{ stroke: paint('--ink-3'), 'stroke-width': 0.75, ...shape },
    }),
  );
  return [
    ...(unsearched.length === 0 ? [] : [hatching(id, unit, paint)]),
    node('g', { transform: `scale(${unit / 2})` }, [...regions, ...hatched]),
  ];
}
