import { wholeText } from '../../boundaries/lines/outline-text';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { HALF } from './halves';
import type { LaidPlace, MapLayout } from './lay-map';
import { shadeOf, shadeOpacity } from './shades';

/** The outline of a hexagon in halves of a pixel, from its first corner. */
function hexagonText(corners: LaidPlace['corners']): string {
  const at = corners.map(([x, y]) => [Math.round(2 * x), Math.round(2 * y)] as const);
  const steps = at.slice(1).flatMap(([x, y], before) => [x - at[before]![0], y - at[before]![1]]);
  return `M${wholeText([...at[0]!])}l${wholeText(steps)}z`;
}

/** The palest shades have an edge of their colour, for by themselves they hardly stand out from the land. */
const PALE = 2;

/** How wide an edge is at the most, and of the radius of a hexagon: the edges of small ones would hide their shade. In halves of a pixel. */
const [WIDEST, OF_RADIUS] = [1.5, 0.2];

function edgeOf(shade: number, radius: number, paint: Paint): Readonly<Record<string, string | number>> {
  const width = Math.min(WIDEST, Math.round(100 * OF_RADIUS * radius) / 100);
  if (shade > PALE) return { stroke: paint('--page'), 'stroke-width': width };
  return { stroke: paint('--accent'), 'stroke-opacity': 0.75, 'stroke-width': width };
}

/** The hexagons of a map, a shape for each shade. */
export function hexagonNodes({ items, shades: tops, width }: MapLayout, paint: Paint): readonly SceneNode[] {
  const shades = new Map<number, string[]>();
  const radius = Math.max(0, ...items.slice(0, 1).map((item) => item.radius));
  for (const { corners, value } of items) {
    const xs = corners.map(([x]) => x);
    // One that lies across the edge of the world would be drawn over all of it.
    if (corners.length === 0 || Math.max(...xs) - Math.min(...xs) > width / 2) continue;
    const shade = shadeOf(value, tops);
    shades.set(shade, [...(shades.get(shade) ?? []), hexagonText(corners)]);
  }
  return [...shades].map(([shade, outlines]) =>
    node('path', {
      class: 'map-hexagon',
      ...HALF,
      d: outlines.join(''),
      fill: paint('--accent'),
      'data-shade': shade,
      'fill-opacity': shadeOpacity(shade),
      ...edgeOf(shade, radius, paint),
    }),
  );
}
