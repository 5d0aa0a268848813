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

type Corner = readonly [x: number, y: number];

/** The corners of hexagons in steps of so many pixels. */
function inSteps(hexagons: readonly LaidPlace['corners'][], step: number): readonly (readonly Corner[])[] {
  return hexagons.map((corners) =>
    corners.map((_, at) => {
      const [x, y] = corners[(at + FIRST_CORNER) % corners.length]!;
      return [Math.round(x / step), Math.round(y / step)] as const;
    }),
  );
}

/** Outlines in whole steps, each from the one before. */
function outlinesText(outlines: readonly (readonly Corner[])[]): string {
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

/** Hexagons row by row, which makes their text a seventh shorter. */
function eachText(hexagons: readonly LaidPlace['corners'][], step: number): string {
  return outlinesText(inSteps(hexagons, step).toSorted(([a], [b]) => a![1] - b![1] || a![0] - b![0]));
}

/** Where edges lead on from each corner; a corner is a number, see {@link cornerKey}. */
type Ways = Map<number, number[]>;

const [SIDE, ORIGIN] = [65_536, 32_768];

function cornerKey([x, y]: Corner): number {
  return (x + ORIGIN) * SIDE + y + ORIGIN;
}

function cornerOf(key: number): Corner {
  return [Math.floor(key / SIDE) - ORIGIN, (key % SIDE) - ORIGIN];
}

/** Adds the edges of hexagons: one that two of them share, which each goes along the other way, is no edge of what they cover. */
function addEdges(ways: Ways, hexagons: readonly LaidPlace['corners'][], step: number): void {
  for (const corners of inSteps(hexagons, step)) {
    const keys = corners.map(cornerKey);
    keys.forEach((here, at) => {
      const there = keys[(at + 1) % keys.length]!;
      if (here === there) return;
      const back = ways.get(there)?.indexOf(here) ?? -1;
      if (back >= 0) ways.get(there)?.splice(back, 1);
      else if (ways.has(here)) ways.get(here)?.push(there);
      else ways.set(here, [there]);
    });
  }
}

/** The outlines of all that hexagons with these edges cover. */
function joinedText(ways: Ways): string {
  const left = new Map([...ways].map(([from, onwards]) => [from, [...onwards]]));
  const outlines: Corner[][] = [];
  for (const onwards of left.values()) {
    while (onwards.length > 0) {
      const outline: Corner[] = [];
      for (let next = onwards.pop(); next !== undefined; next = left.get(next)?.pop())
        outline.push(cornerOf(next));
      outlines.push(outline);
    }
  }
  return outlinesText(outlines);
}

/** The palest shades have an edge of their colour, for by themselves they hardly stand out from the land. */
const PALE = 2;
const PALE_EDGE = 0.75;

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
  return { stroke: paint('--accent'), 'stroke-opacity': PALE_EDGE, 'stroke-width': width };
}

/** How much of its colour a shade has where the edges of its hexagons, which take some of it or add to it, are not drawn. */
function opacityWithin(shade: number, radius: number): number {
  const edges = (2 / Math.sqrt(3)) * (Math.min(WIDEST, OF_RADIUS * radius) / radius);
  const opacity = shadeOpacity(shade);
  const onEdge = shade > PALE ? 0 : 1 - (1 - opacity) * (1 - PALE_EDGE);
  return Math.round(100 * (opacity * (1 - edges) + onEdge * edges)) / 100;
}

/**
 * The hexagons of a map, a shape for each shade. Where they are `joined`, those of one shade that lie side by side are one outline if there are
 * many, an eighth as long a text; it has the colour that they have with the edges between them, and names the shade that it lies upon (`data-upon`), so that
 * styles with opacities of their own can add what is missing, too.
 */
export function hexagonNodes(
  { items, shades: tops, width }: MapLayout,
  paint: Paint,
  drawn: 'each' | 'joined' = 'each',
): readonly SceneNode[] {
  const shades = new Map<number, LaidPlace['corners'][]>();
  const radius = Math.max(0, ...items.slice(0, 1).map((item) => item.radius));
  const step = items.length > MOST_FINE && radius >= LEAST_WHOLE ? 1 : 0.5;
  const isJoined = drawn === 'joined' && items.length > MOST_FINE;
  for (const { corners, value } of items) {
    const xs = corners.map(([x]) => x);
    // One that lies across the edge of the world would be drawn over all of it.
    if (corners.length === 0 || Math.max(...xs) - Math.min(...xs) > width / 2) continue;
    const shade = shadeOf(value, tops);
    const alike = shades.get(shade);
    if (alike) alike.push(corners);
    else shades.set(shade, [corners]);
  }
  const shape = (shade: number, d: string, opacity: number, upon: number | null = null) =>
    node('path', {
      class: 'map-hexagon',
      ...(step === 1 ? {} : HALF),
      d,
      fill: paint('--accent'),
      'data-shade': shade,
      'data-upon': upon,
      'fill-opacity': opacity,
      ...edgeOf(shade, radius, step, paint),
    });
  if (!isJoined)
    return [...shades].map(([shade, hexagons]) =>
      shape(shade, eachText(hexagons, step), shadeOpacity(shade)),
    );
  // Each lies upon those of all paler shades, so that a line between two shades is written once, and adds what it has more than they.
  const ways: Ways = new Map();
  const descending = [...shades.keys()].sort((a, b) => b - a);
  return descending
    .map((shade, at) => {
      addEdges(ways, shades.get(shade) ?? [], step);
      const [paler, own] = [descending[at + 1], opacityWithin(shade, radius)];
      const beneath = paler === undefined ? 0 : opacityWithin(paler, radius);
      const added = Math.round(1000 * (1 - (1 - own) / (1 - beneath))) / 1000;
      return shape(shade, joinedText(ways), added, paler ?? null);
    })
    .reverse();
}
