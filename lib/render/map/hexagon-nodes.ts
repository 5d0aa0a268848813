import { wholeText } from '../../boundaries/lines/outline-text';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { HALF } from './halves';
import type { LaidPlace, MapLayout } from './lay-map';
import { shadeOf, shadeOpacity } from './shades';

/** The corner at which the text of a hexagon begins: what closes it is then the longest of its edges to write. */
const FIRST_CORNER = 2;

/** More hexagons than this, of so many pixels at least, are placed by whole pixels, as dots are. */
const [MOST_FINE, LEAST_WHOLE] = [1000, 3];

/** Hexagons in steps of so many pixels, each from the one before, row by row, which makes their text a seventh shorter. */
function hexagonsText(hexagons: readonly LaidPlace['corners'][], step: number): string {
  const outlines = hexagons.map((corners) =>
    corners.map((_, at) => {
      const [x, y] = corners[(at + FIRST_CORNER) % corners.length]!;
      return [Math.round(x / step), Math.round(y / step)] as const;
    }),
  );
  outlines.sort(([a], [b]) => a![1] - b![1] || a![0] - b![0]);
  let [left, top] = [0, 0];
  return outlines
    .map((outline) => {
      const [x, y] = outline[0]!;
      const steps = outline.flatMap((at, index) => {
        const [fromX, fromY] = index === 0 ? [left, top] : outline[index - 1]!;
        return [at[0] - fromX, at[1] - fromY];
      });
      [left, top] = [x, y];
      return `m${wholeText(steps)}z`;
    })
    .join('');
}

/** The palest shades have an edge of their colour, for by themselves they hardly stand out from the land. */
const PALE = 2;

/** How wide an edge is at the most, in pixels, and of the radius of a hexagon: the edges of small ones would hide their shade. */
const [WIDEST, OF_RADIUS] = [0.75, 0.1];

function edgeOf(
  shade: number,
  radius: number,
  step: number,
  paint: Paint,
): Readonly<Record<string, string | number>> {
  const width = Math.round((100 * Math.min(WIDEST, OF_RADIUS * radius)) / step) / 100;
  if (shade > PALE) return { stroke: paint('--page'), 'stroke-width': width };
  return { stroke: paint('--accent'), 'stroke-opacity': 0.75, 'stroke-width': width };
}

/** The hexagons of a map, a shape for each shade. */
export function hexagonNodes({ items, shades: tops, width }: MapLayout, paint: Paint): readonly SceneNode[] {
  const shades = new Map<number, LaidPlace['corners'][]>();
  const radius = Math.max(0, ...items.slice(0, 1).map((item) => item.radius));
  const step = items.length > MOST_FINE && radius >= LEAST_WHOLE ? 1 : 0.5;
  for (const { corners, value } of items) {
    const xs = corners.map(([x]) => x);
    // One that lies across the edge of the world would be drawn over all of it.
    if (corners.length === 0 || Math.max(...xs) - Math.min(...xs) > width / 2) continue;
    const shade = shadeOf(value, tops);
    const alike = shades.get(shade);
    if (alike) alike.push(corners);
    else shades.set(shade, [corners]);
  }
  return [...shades].map(([shade, hexagons]) =>
    node('path', {
      class: 'map-hexagon',
      ...(step === 1 ? {} : HALF),
      d: hexagonsText(hexagons, step),
      fill: paint('--accent'),
      'data-shade': shade,
      'fill-opacity': shadeOpacity(shade),
      ...edgeOf(shade, radius, step, paint),
    }),
  );
}
