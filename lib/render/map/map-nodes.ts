import type { BaseMap } from '../../boundaries/base-map';
import { FRAME_WIDTH } from '../../boundaries/map-frame';
import { tenthsText } from '../../boundaries/outline-text';
import type { Paint } from '../scene/paint';
import type { ColourName } from '../scene/palette';
import { node, type SceneNode } from '../scene/scene';
import { type LaidPlace, LEAST_PARTED, type MapLayout } from './lay-map';
import { type MapLabel, mapLabels } from './map-labels';

type Attrs = Readonly<Record<string, string | number>>;

/** Water, land and borders, in units of the frame; lines keep their width whatever the scale. */
export function baseNodes(
  { frame, land, borders, units, disputed }: BaseMap,
  paint: Paint,
): readonly SceneNode[] {
  const line = (name: string, d: string, attrs: Attrs) =>
    node('path', {
      class: name,
      d,
      fill: 'none',
      'vector-effect': 'non-scaling-stroke',
      'stroke-linejoin': 'round',
      ...attrs,
    });
  const water = { class: 'map-water', width: FRAME_WIDTH, height: frame.height, fill: paint('--page') };
  const nodes = [
    node('rect', water),
    node('path', {
      class: 'map-land',
      d: land,
      fill: paint('--line'),
      'fill-opacity': 0.45,
      stroke: paint('--line'),
      'stroke-width': 0.75,
      'vector-effect': 'non-scaling-stroke',
    }),
    line('map-units', units, {
      stroke: paint('--line-strong'),
      'stroke-opacity': 0.35,
      'stroke-width': 0.75,
    }),
    line('map-borders', borders, { stroke: paint('--line-strong'), 'stroke-width': 0.75 }),
    line('map-disputed', disputed, {
      stroke: paint('--line-strong'),
      'stroke-width': 0.75,
      'stroke-dasharray': '4 3',
    }),
  ];
  return nodes.filter(({ attrs }) => attrs.d !== '');
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A circle as an outline. */
function circle(x: number, y: number, radius: number): string {
  const [r, left] = [hundredths(radius), hundredths(x - radius)];
  return `M${left} ${hundredths(y)}a${r} ${r} 0 1 0 ${hundredths(2 * radius)} 0a${r} ${r} 0 1 0 ${hundredths(-2 * radius)} 0z`;
}

/** A part of a circle, in turns clockwise from its top. */
function sector(x: number, y: number, radius: number, from: number, to: number): string {
  const at = (turn: number) => {
    const angle = 2 * Math.PI * turn;
    return `${hundredths(x + radius * Math.sin(angle))} ${hundredths(y - radius * Math.cos(angle))}`;
  };
  const r = hundredths(radius);
  return `M${hundredths(x)} ${hundredths(y)}L${at(from)}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}z`;
}

/** Outlines of a mark by colour: a circle, or a piece of it for each group. */
function pieces({ x, y, radius, slices }: LaidPlace): readonly (readonly [ColourName, string])[] {
  if (slices.length === 1) return [[slices[0]!.colour, circle(x, y, radius)]];
  let turn = 0;
  return slices.map(({ colour, share }) => {
    const from = turn;
    turn += share;
    return [colour, sector(x, y, radius, from, turn)] as const;
  });
}

/** More marks than this lie too close for an edge around each, which would hide those beneath. */
const MOST_EDGED = 150;

/** How the shapes look: a place is filled, an area about a place is a ring, a region is hatched within a dashed edge. */
function look(
  shape: LaidPlace['shape'],
  colour: ColourName,
  isEdged: boolean,
  id: string,
  paint: Paint,
): Attrs {
  const fill = paint(colour);
  if (shape === 'ring') return { fill, 'fill-opacity': 0.2, stroke: fill, 'stroke-width': 2 };
  if (shape === 'area')
    return {
      fill: `url(#${patternId(id, colour)})`,
      stroke: fill,
      'stroke-width': 1.25,
      'stroke-dasharray': '3 2',
    };
  const opacity = shape === 'unsaid' ? 0.6 : 0.9;
  const filled = { fill, 'fill-opacity': isEdged ? opacity : opacity * 0.85 };
  return isEdged ? { ...filled, stroke: paint('--page'), 'stroke-width': 0.75 } : filled;
}

function patternId(id: string, colour: ColourName): string {
  return `${id}-hatch${colour}`;
}

/** The hatching of regions, in each colour that needs it. */
function patterns(items: readonly LaidPlace[], id: string, paint: Paint): readonly SceneNode[] {
  const colours = new Set(
    items.filter(({ shape }) => shape === 'area').flatMap(({ slices }) => slices.map(({ colour }) => colour)),
  );
  if (colours.size === 0) return [];
  const made = [...colours].map((colour) =>
    node(
      'pattern',
      {
        id: patternId(id, colour),
        width: 4,
        height: 4,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      [node('rect', { width: 1.25, height: 4, fill: paint(colour) })],
    ),
  );
  return [node('defs', {}, made)];
}

/** Dots of one size as one line of no length with round ends, each from the one before: the shortest that SVG has. */
function dotsText(items: readonly LaidPlace[]): string {
  let [left, top] = [0, 0];
  return items
    .map(({ x, y }) => {
      const [toX, toY] = [Math.round(x * 10), Math.round(y * 10)];
      const step = `m${tenthsText([toX - left, toY - top])}h0`;
      [left, top] = [toX, toY];
      return step;
    })
    .join('');
}

/** Marks too small for an edge or for parts: a size and a colour each. */
function dotNodes(items: readonly LaidPlace[], paint: Paint): readonly SceneNode[] {
  const looks = new Map<string, LaidPlace[]>();
  for (const item of items) {
    const key = `${(Math.round(item.radius * 4) / 2).toString()} ${item.shape} ${item.slices[0]?.colour}`;
    looks.set(key, [...(looks.get(key) ?? []), item]);
  }
  return [...looks].map(([key, alike]) => {
    const [width = '', shape = ''] = key.split(' ');
    return node('path', {
      class: 'map-specks',
      d: dotsText(alike),
      fill: 'none',
      stroke: paint(alike[0]!.slices[0]!.colour),
      'stroke-width': Number(width),
      'stroke-linecap': 'round',
      'stroke-opacity': shape === 'unsaid' ? 0.6 : 0.8,
    });
  });
}

function isSpeck({ shape, radius }: LaidPlace): boolean {
  return radius < LEAST_PARTED && (shape === 'dot' || shape === 'unsaid');
}

/** The marks, those that look alike as one shape; the largest first, in steps of size, so that small ones stand on large ones. */
function markNodes(items: readonly LaidPlace[], id: string, paint: Paint): readonly SceneNode[] {
  const isEdged = items.length <= MOST_EDGED;
  const looks = new Map<string, { readonly attrs: Attrs; readonly outlines: string[] }>();
  for (const item of items) {
    if (!isEdged && isSpeck(item)) continue;
    for (const [colour, outline] of pieces(item)) {
      const key = `${Math.ceil(Math.log2(item.radius))} ${item.shape} ${colour}`;
      const known = looks.get(key);
      if (known) known.outlines.push(outline);
      else
        looks.set(key, {
          attrs: { class: `map-${item.shape}`, ...look(item.shape, colour, isEdged, id, paint) },
          outlines: [outline],
        });
    }
  }
  const large = [...looks.values()].map(({ attrs, outlines }) =>
    node('path', { ...attrs, d: outlines.join('') }),
  );
  return isEdged ? large : [...large, ...dotNodes(items.filter(isSpeck), paint)];
}

/** Classes of value of a shaded map. They go by the cube root, for counts of places are far from even. */
const SHADES = 5;

/** Which shade a value has, from 1 to {@link SHADES}; 0 for none. */
export function shadeOf(value: number | null, most: number): number {
  if (value === null || value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.ceil(SHADES * Math.cbrt(value / most) - 1e-9));
}

/** The least and the greatest whole value of each shade that has any. */
export function shadeSteps(
  most: number,
): readonly { readonly shade: number; readonly from: number; readonly to: number }[] {
  const top = (shade: number) => Math.floor(most * (shade / SHADES) ** 3 + 1e-9);
  return Array.from({ length: SHADES }, (_, at) => ({
    shade: at + 1,
    from: top(at) + 1,
    to: top(at + 1),
  })).filter(({ from, to }) => to >= from);
}

/** How much of the colour a shade has. */
export function shadeOpacity(shade: number): number {
  return 0.12 + 0.74 * (shade / SHADES) ** 1.2;
}

function hexagonNodes({ items, most, width }: MapLayout, paint: Paint): readonly SceneNode[] {
  const shades = new Map<number, string[]>();
  for (const { corners, value } of items) {
    const xs = corners.map(([x]) => x);
    // One that lies across the edge of the world would be drawn over all of it.
    if (corners.length === 0 || Math.max(...xs) - Math.min(...xs) > width / 2) continue;
    const outline = `M${corners.map(([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('L')}z`;
    const shade = shadeOf(value, most);
    shades.set(shade, [...(shades.get(shade) ?? []), outline]);
  }
  return [...shades].map(([shade, outlines]) =>
    node('path', {
      class: 'map-hexagon',
      d: outlines.join(''),
      fill: paint('--accent'),
      'fill-opacity': Math.round(shadeOpacity(shade) * 100) / 100,
      stroke: paint('--page'),
      'stroke-width': 0.75,
    }),
  );
}

function labelNode({ text, x, y, size, on }: MapLabel, isHexagons: boolean, paint: Paint): SceneNode {
  const halo = {
    'paint-order': 'stroke',
    stroke: paint('--page'),
    'stroke-width': isHexagons || !on ? 2.5 : 2,
    'stroke-linejoin': 'round',
  };
  return node(
    'text',
    {
      class: 'map-text',
      x: hundredths(x),
      y: hundredths(y + size * 0.35),
      'text-anchor': 'middle',
      'font-size': size,
      fill: paint('--ink'),
      ...halo,
    },
    text,
  );
}

/** The marks of a map and their texts; `id` is unique in the document. */
export function placeNodes(layout: MapLayout, id: string, paint: Paint): readonly SceneNode[] {
  const isHexagons = layout.input.places.as === 'hexagons';
  const marks = isHexagons ? hexagonNodes(layout, paint) : markNodes(layout.items, id, paint);
  const texts = mapLabels(layout).map((label) => labelNode(label, isHexagons, paint));
  return [...patterns(layout.items, id, paint), ...marks, ...texts];
}
