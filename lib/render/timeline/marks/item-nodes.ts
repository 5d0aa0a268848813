import { movedOutline } from '../../scene/moved-outline';
import type { Paint } from '../../scene/paint';
import type { ColourName } from '../../scene/palette';
import { node, type SceneNode } from '../../scene/scene';
import type { LaidCell, LaidItem, LaidMark, TimelineLayout } from '../layout';
import { rangeIsSeen } from './cell-strip';
import { drawMark, isFine } from './mark-shape';

/** The ids of the gradients for one colour, fading in and out to the right. */
function fadeId(id: string, colour: ColourName, direction: 'in' | 'out'): string {
  return `${id}-fade-${direction}${colour.slice(1)}`;
}

const BAR_OPACITY = 0.5;

/** Which ends of the bars of a mark are soft. */
function softEnds(item: LaidItem): readonly ('in' | 'out')[] {
  const bars = item.kind === 'mark' ? item.bars : [];
  return bars.flatMap(({ fade0, fade1 }) => [
    ...(fade0 > 0 ? (['in'] as const) : []),
    ...(fade1 > 0 ? (['out'] as const) : []),
  ]);
}

/** The gradients that bars with soft ends need. */
export function fadeGradients(
  id: string,
  { lanes, items }: TimelineLayout,
  paint: Paint,
): readonly SceneNode[] {
  const needed = new Map<string, SceneNode>();
  for (const item of items) {
    const colour = lanes[item.lane]?.lane.colour;
    for (const direction of colour === undefined ? [] : softEnds(item)) {
      const name = fadeId(id, colour as ColourName, direction);
      if (needed.has(name)) continue;
      const stops = [0, 1].map((offset) =>
        node('stop', {
          ...{ offset, 'stop-color': paint(colour as ColourName) },
          'stop-opacity': (direction === 'in') === (offset === 1) ? BAR_OPACITY : 0.04,
        }),
      );
      needed.set(name, node('linearGradient', { id: name }, stops));
    }
  }
  return [...needed.values()];
}

type Bar = LaidMark['bars'][number];

/** A bar in up to three pieces: fading in, plain, fading out. Lasting several days is a thicker bar with hard ends. */
function drawBar(
  bar: Bar,
  { y, form }: LaidMark,
  colour: ColourName,
  id: string,
  paint: Paint,
): readonly SceneNode[] {
  const height = isFine(form.radius) ? 1.5 : bar.kind === 'duration' ? 5 : 4;
  const [inner0, inner1] = [Math.min(bar.x0 + bar.fade0, bar.x1), Math.max(bar.x1 - bar.fade1, bar.x0)];
  const piece = (x0: number, x1: number, fill: string, opacity: number | null) =>
    x1 - x0 < 0.3
      ? []
      : [node('rect', { x: x0, y: y - height / 2, width: x1 - x0, height, fill, 'fill-opacity': opacity })];
  const plain = bar.kind === 'duration' ? 0.85 : BAR_OPACITY;
  const arrow =
    bar.kind === 'open-end'
      ? [
          node('path', {
            d: `M${r(bar.x1 - 5)},${r(y - 4)}L${r(bar.x1)},${r(y)}L${r(bar.x1 - 5)},${r(y + 4)}`,
            fill: 'none',
            stroke: paint(colour),
            'stroke-opacity': 0.6,
          }),
        ]
      : [];
  return [
    ...piece(bar.x0, inner0, `url(#${fadeId(id, colour, 'in')})`, null),
    ...piece(inner0, inner1, paint(colour), plain),
    ...piece(inner1, bar.x1, `url(#${fadeId(id, colour, 'out')})`, null),
    ...arrow,
  ];
}

function r(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The bars of a mark that reach beyond it, which lie beneath it. */
export function barNodes(item: LaidMark, colour: ColourName, id: string, paint: Paint): readonly SceneNode[] {
  const { x, form, bars } = item;
  const long = bars.filter(({ x0, x1 }) => x0 < x - form.half || x1 > x + form.half);
  return long.flatMap((bar) => drawBar(bar, item, colour, id, paint));
}

function markNodes(item: LaidMark, colour: ColourName, id: string, paint: Paint): readonly SceneNode[] {
  const { x, y, form } = item;
  const colours = { fill: paint(colour), page: paint('--page'), ink: paint('--ink') };
  return [
    ...barNodes(item, colour, id, paint),
    // Moved by their outlines, which takes no element around them.
    ...drawMark(form, colours).map(({ tag, attrs }) =>
      node(tag, { ...attrs, d: movedOutline(String(attrs.d), r(x), r(y)) }),
    ),
  ];
}

/** What the labels of all cells have in common, stated once by the group that cells stand in: there may be hundreds. */
export function labelLook(paint: Paint): SceneNode['attrs'] {
  return { fill: paint('--ink-2'), 'text-anchor': 'middle', 'font-size': 10 };
}

/** The best count, where it fits: above the bar, or in it where the bar is high. */
function cellLabel({ x, y, width, best, high, value }: LaidCell, paint: Paint): readonly SceneNode[] {
  const text = String(Math.round(value.best ?? 0));
  const inside = best >= 14;
  if (text === '0' || width < text.length * 7 + 4 || (!inside && high > 21)) return [];
  const at = inside ? { y: y - best + 11, fill: paint('--page') } : { y: y - high - 3 };
  return [node('text', { x, ...at }, text)];
}

/** The bar of a bin that is cut or not over. */
const PARTIAL = { 'fill-opacity': 0.55, 'stroke-dasharray': '2 2' };

function cellNodes(cell: LaidCell, colour: ColourName, paint: Paint): readonly SceneNode[] {
  const gap = cell.width > 4 ? 1 : 0;
  const bar = (height: number, opacity: number) =>
    node('rect', {
      ...{ x: cell.left + gap / 2, y: cell.y - height, width: Math.max(1, cell.width - gap), height },
      ...{ fill: paint(colour), ...(opacity < 1 ? { 'fill-opacity': opacity } : {}) },
      ...(cell.parts.partial && opacity === 1 ? { ...PARTIAL, stroke: paint(colour) } : {}),
    });
  // What best covers whole, but for a pale quarter of a pixel that nobody sees, is not drawn beneath it.
  const range = rangeIsSeen(cell) || cell.parts.partial ? [bar(cell.high, 0.3)] : [];
  const best = cell.best > 0 ? [bar(cell.best, 1)] : [];
  return [...range, ...best, ...cellLabel(cell, paint)];
}

/** What of a cell a pointer hits. */
function cellTarget({ left, y, width }: LaidCell): SceneNode {
  return node('rect', { x: left, y: y - 34, width, height: 34, fill: 'transparent' });
}

/** What an item looks like. `id` is the prefix of the gradients' ids. */
export function shownNodes(
  item: LaidItem,
  colour: ColourName,
  id: string,
  paint: Paint,
): readonly SceneNode[] {
  return item.kind === 'mark' ? markNodes(item, colour, id, paint) : cellNodes(item, colour, paint);
}

/** What stands in the link of an item: what it looks like, and what a pointer hits. */
export function itemNodes(
  item: LaidItem,
  colour: ColourName,
  id: string,
  paint: Paint,
): readonly SceneNode[] {
  const shown = shownNodes(item, colour, id, paint);
  return item.kind === 'cell' ? [cellTarget(item), ...shown] : shown;
}

/** What stands in the link of an item that is drawn beneath it: of a cell, which one could see through, the target alone. */
export function linkNodes(
  item: LaidItem,
  colour: ColourName,
  id: string,
  paint: Paint,
): readonly SceneNode[] {
  return item.kind === 'cell' ? [cellTarget(item)] : shownNodes(item, colour, id, paint);
}
