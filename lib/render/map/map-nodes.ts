import type { BaseMap } from '../../boundaries/base-map';
import { wholeText } from '../../boundaries/lines/outline-text';
import { boxOutline, FRAME_WIDTH } from '../../boundaries/map-frame';
import { MANY } from '../../words/marks/map';
import type { Paint } from '../scene/paint';
import type { ColourName } from '../scene/palette';
import { node, type SceneNode } from '../scene/scene';
import { HALF } from './halves';
import { hexagonNodes } from './hexagon-nodes';
import type { LaidPlace, MapLayout } from './lay-map';
import { type MapLabel, mapLabels } from './map-labels';
import { regionNodes } from './region-nodes';
import { landColour } from './shades';

type Attrs = Readonly<Record<string, string | number>>;

/** Water, land and borders, in units of the frame; lines keep their width whatever the scale. */
export function baseNodes({ input: { base, regions } }: MapLayout, paint: Paint): readonly SceneNode[] {
  const { frame, land, borders, units, seam } = base;
  const edge = { stroke: paint('--line'), 'stroke-width': 0.75 };
  const strong = paint('--line-strong');
  const nodes = [
    line('map-seam', seam, { stroke: landColour(paint), 'stroke-width': SEAM }),
    line('map-land', land, { ...edge, fill: landColour(paint) }),
    line('map-units', units, { stroke: strong, 'stroke-opacity': 0.35, 'stroke-width': 0.75 }),
    line('map-borders', borders, { stroke: strong, 'stroke-width': 0.75 }),
    line('map-borders', seam, { stroke: strong, 'stroke-width': 0.75 }),
    ...(regions === null ? [disputedNode(base, paint)] : []),
  ];
  const water = { class: 'map-water', width: FRAME_WIDTH, height: frame.height, fill: paint('--page') };
  return [
    node('rect', water),
    node(
      'g',
      HALF,
      nodes.filter(({ attrs }) => attrs.d !== ''),
    ),
  ];
}

/** How wide land is drawn along a seam, in pixels. */
const SEAM = 9;

function line(name: string, d: string, attrs: Attrs): SceneNode {
  const shape = { 'vector-effect': 'non-scaling-stroke', 'stroke-linejoin': 'round' };
  return node('path', { class: name, d, fill: 'none', ...shape, ...attrs });
}

/** Lines that somebody disputes, in halves of a unit. */
function disputedNode({ disputed }: BaseMap, paint: Paint): SceneNode {
  return line('map-disputed', disputed, {
    ...{ stroke: paint('--line-strong'), 'stroke-width': 0.75, 'stroke-dasharray': '4 3' },
  });
}

/** The same upon shaded regions, which would cover them. */
function disputedOnRegions({ input: { base }, unit }: MapLayout, paint: Paint): readonly SceneNode[] {
  if (base.disputed === '') return [];
  return [
    node('g', { transform: `scale(${unit / 2})`, 'pointer-events': 'none' }, [disputedNode(base, paint)]),
  ];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The edge of the box that a view filters by; nothing where it has none. */
function boxNodes({ input: { view, base }, unit }: MapLayout, paint: Paint): readonly SceneNode[] {
  if (view.box === null) return [];
  const edge = { fill: 'none', stroke: paint('--accent'), 'stroke-width': 1.5, 'stroke-dasharray': '5 3' };
  const d = boxOutline(base.frame, view.box);
  const path = node('path', { class: 'map-box', d, ...edge, 'vector-effect': 'non-scaling-stroke' });
  return [node('g', { transform: `scale(${unit})` }, [path])];
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

/** More dots than this are placed by whole pixels, and those of one look that fall together are drawn once. */
const MOST_FINE = 1000;

/** Dots of one look as one line of no length with round ends, each from the one before, along strips of the map: the shortest that SVG has. */
function dotsText(items: readonly LaidPlace[], step: number): string {
  const at = items.map(({ x, y }) => [Math.round(x / step), Math.round(y / step)] as const);
  const strip = (y: number) => Math.floor((y * step) / STRIP);
  at.sort(([ax, ay], [bx, by]) => strip(ay) - strip(by) || ax - bx || ay - by);
  let [left, top] = [0, 0];
  return at
    .flatMap(([x, y], index) => {
      const before = at[index - 1];
      if (before?.[0] === x && before[1] === y) return [];
      const text = `m${wholeText([x - left, y - top])}h0`;
      [left, top] = [x, y];
      return [text];
    })
    .join('');
}
const STRIP = 12;

/** Marks too small for an edge or for parts: a size and a colour each. Those that stand for an area are hollow. */
function dotNodes(items: readonly LaidPlace[], paint: Paint): readonly SceneNode[] {
  const step = items.length > MOST_FINE ? 1 : 0.5;
  const looks = new Map<string, LaidPlace[]>();
  for (const item of items) {
    const key = `${Math.round(item.radius * 2)} ${item.shape} ${item.slices[0]?.colour}`;
    const alike = looks.get(key);
    if (alike) alike.push(item);
    else looks.set(key, [item]);
  }
  return [...looks].flatMap(([key, alike]) => {
    const [halves = '', shape = ''] = key.split(' ');
    const width = Number(halves) / step;
    const scale = step === 1 ? {} : { transform: `scale(${step})` };
    const line = {
      ...{ class: 'map-specks', ...scale, d: dotsText(alike, step), fill: 'none', 'stroke-linecap': 'round' },
    };
    const dots = node('path', {
      ...line,
      stroke: paint(alike[0]!.slices[0]!.colour),
      'stroke-width': width,
      'stroke-opacity': shape === 'unsaid' ? 0.6 : 0.8,
    });
    const isHollow = shape === 'ring' || shape === 'area';
    return isHollow
      ? [
          dots,
          node('path', { ...line, class: 'map-hollow', stroke: paint('--page'), 'stroke-width': width / 2 }),
        ]
      : [dots];
  });
}

function isSpeck({ shape, radius }: LaidPlace, parted: number): boolean {
  return radius < parted && shape !== 'hexagon' && shape !== 'region';
}

/** The marks, those that look alike as one shape; the largest first, in steps of size, so that small ones stand on large ones. */
function markNodes({ items, parted }: MapLayout, id: string, paint: Paint): readonly SceneNode[] {
  const isEdged = items.length <= MANY;
  const looks = new Map<string, { readonly attrs: Attrs; readonly outlines: string[] }>();
  for (const item of items) {
    if (!isEdged && isSpeck(item, parted)) continue;
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
  return isEdged
    ? large
    : [
        ...large,
        ...dotNodes(
          items.filter((item) => isSpeck(item, parted)),
          paint,
        ),
      ];
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

/** A ring about each mark whose point may have its numbers exchanged. */
function doubtedNodes({ items }: MapLayout, paint: Paint): readonly SceneNode[] {
  const doubted = items.filter(({ mark }) => mark.isExchanged);
  if (doubted.length === 0) return [];
  const d = doubted.map(({ x, y, radius }) => circle(x, y, radius + 3)).join('');
  const edge = { fill: 'none', stroke: paint('--ink'), 'stroke-width': 1.25, 'stroke-dasharray': '2 2' };
  return [node('path', { class: 'map-doubted', d, ...edge })];
}

/** The marks of a map and their texts; `id` is unique in the document. Of many hexagons those of one shade may be `joined`. */
export function placeNodes(
  layout: MapLayout,
  id: string,
  paint: Paint,
  hexagons: 'each' | 'joined' = 'each',
): readonly SceneNode[] {
  const { places, regions } = layout.input;
  const isShaded = regions !== null || places.as === 'hexagons';
  const texts = mapLabels(layout).map((label) => labelNode(label, isShaded, paint));
  const box = boxNodes(layout, paint);
  if (regions !== null)
    return [...regionNodes(layout, id, paint), ...disputedOnRegions(layout, paint), ...box, ...texts];
  const marks = isShaded ? hexagonNodes(layout, paint, hexagons) : markNodes(layout, id, paint);
  return [...patterns(layout.items, id, paint), ...marks, ...doubtedNodes(layout, paint), ...box, ...texts];
}
