import { max } from 'd3-array';
import type { DrawnBin } from '../../../query/coverage/bin-parts';
import type { CellValue } from '../../../query/result';
import type { BandKind } from '../../../words/coverage';
import { formatNumber, sumWords } from '../../../words/figures';
import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import { textWidth } from '../../scene/text-width';
import { type ActivityData, countsIn } from '../data';
import type { ActivityGroup } from '../groups';
import type { ActivityLayout } from '../layout';
import { type ActivityStyle, linked } from '../marks';
import { type CalendarGrid, HEAD_SIZE } from './calendar-grid';

/** The weakest and the strongest colour of a figure above 0; figures in ink stay legible on the strongest. */
const STRENGTH = { least: 0.1, most: 0.55 } as const;
/** The worst first. */
const WORST: readonly BandKind[] = ['outside', 'gap', 'thin', 'sample'];
/** Strengths are rounded to so many steps where cells are drawn as one shape each. */
const STEPS = 12;

function strengthOf(value: CellValue | null, most: number): number {
  const best = value?.best ?? 0;
  return best <= 0 ? 0 : STRENGTH.least + (STRENGTH.most - STRENGTH.least) * (best / most);
}

function labels(grid: CalendarGrid, paint: Paint): readonly SceneNode[] {
  const text = { 'font-size': HEAD_SIZE, fill: paint('--ink-2') };
  return [
    ...grid.columns.map(({ text: name, x, y }) => node('text', { ...text, x: x + 2, y }, name)),
    ...grid.rows.map(({ text: name, x, y }) =>
      node('text', { ...text, x, y: y + grid.cell.height / 2 + 4 }, name),
    ),
  ];
}

/** The size of a square of the scale, and how many there are. */
const SCALE = { size: 12, steps: 5 } as const;

/** What the colours mean: squares from the least to the most, with the largest figure at their end. */
function scale({ scale: { x, y } }: CalendarGrid, data: ActivityData, most: number, paint: Paint): SceneNode {
  const { size, steps } = SCALE;
  const text = { y: y + size - 2, 'font-size': 11, fill: paint('--ink-2') };
  const [zero, few] = ['0', 'more than 0'];
  const from = x + size + 6 + textWidth(zero, 11) + 12;
  const first = from + textWidth(few, 11) + 6;
  const square = { y, width: size, height: size, rx: 2, stroke: paint('--line') };
  const fills = Array.from({ length: steps }, (_, at) =>
    node('rect', {
      ...{ ...square, x: first + at * (size + 2), fill: paint('--accent') },
      'fill-opacity': strengthOf(
        { low: 0, high: 0, basis: null, best: (at / (steps - 1)) * most || 1e-9 },
        most,
      ).toFixed(3),
    }),
  );
  const { many } = data.words.measure.noun;
  return node('g', { 'aria-hidden': 'true' }, [
    node('rect', { ...square, x, fill: 'none' }),
    node('text', { ...text, x: x + size + 6 }, zero),
    node('text', { ...text, x: from }, few),
    ...fills,
    node('text', { ...text, x: first + steps * (size + 2) + 4 }, `${formatNumber(Math.round(most))} ${many}`),
  ]);
}

/** The figure inside a cell: what it says in short, where it fits. */
function figure(
  { cell }: CalendarGrid,
  value: CellValue | null,
  at: { readonly x: number; readonly y: number },
  paint: Paint,
): readonly SceneNode[] {
  if (value === null || value.basis?.matched === 0) return [];
  const text = value.best === null ? '?' : sumWords(value).value;
  if (text === '0' || textWidth(text, 11) > cell.width - 6) return [];
  const place = { x: at.x + cell.width / 2, y: at.y + cell.height / 2 + 4, 'text-anchor': 'middle' };
  return [node('text', { ...place, 'font-size': 11, fill: paint('--ink') }, text)];
}

/** The hatching of a bin that was searched less well than the rest: the worst of what concerns all that is drawn; null where none does. */
function hatchOf({ bands }: ActivityData, bin: DrawnBin, value: CellValue | null): BandKind | null {
  const less = bands.filter(({ lanes, from, to }) => lanes !== null && from <= bin.to && to >= bin.from);
  const worst = WORST.find((kind) => less.some((band) => band.kind === kind));
  return worst ?? (value === null ? 'gap' : null);
}

/** One bin: hatched where nobody looked, framed where somebody did, filled by its figure. */
function cellShapes(
  data: ActivityData,
  grid: CalendarGrid,
  index: number,
  most: number,
  paint: Paint,
): readonly SceneNode[] {
  const [bin, at, value] = [data.bins[index], grid.cells[index], data.totals[index] ?? null];
  if (!bin || !at) return [];
  const box = { x: at.x + 1, y: at.y + 1, width: grid.cell.width - 2, height: grid.cell.height - 2, rx: 2 };
  const hatch = hatchOf(data, bin, value);
  const hatched =
    hatch === null ? [] : [node('rect', { ...box, fill: `url(#activity-${hatch})`, 'data-hatch': hatch })];
  if (value === null) return hatched;
  const doubtful = value.best === 0 && (value.high === null || value.high > 0);
  const look = {
    fill: paint('--accent'),
    'fill-opacity': strengthOf(value, most).toFixed(3),
    stroke: paint(doubtful ? '--accent' : bin.partial ? '--ink-2' : '--line'),
    'stroke-dasharray': bin.partial ? '3 2' : null,
  };
  return [...hatched, node('rect', { ...box, ...look }), ...figure(grid, value, at, paint)];
}

/** Adds a shape to those that look alike. */
function join<Look>(shapes: Map<Look, string>, look: Look, shape: string): void {
  shapes.set(look, (shapes.get(look) ?? '') + shape);
}

/** Cells of one strength as one shape, for more of them than can be drawn one by one. */
function denseCells(data: ActivityData, grid: CalendarGrid, most: number, paint: Paint): SceneNode[] {
  const fills = new Map<string, string>();
  const hatches = new Map<BandKind, string>();
  for (const [index, { x, y }] of grid.cells.entries()) {
    const [bin, value] = [data.bins[index], data.totals[index] ?? null];
    const box = `M${x + 0.5} ${y + 0.5}h${grid.cell.width - 1}v${grid.cell.height - 1}h-${grid.cell.width - 1}z`;
    const hatch = bin === undefined ? null : hatchOf(data, bin, value);
    if (hatch !== null) join(hatches, hatch, box);
    if (value !== null) join(fills, String(Math.ceil(strengthOf(value, most) * STEPS) / STEPS), box);
  }
  return [
    ...[...hatches].map(([kind, d]) => node('path', { d, fill: `url(#activity-${kind})` })),
    ...[...fills].map(([step, d]) =>
      node('path', { d, fill: paint('--accent'), 'fill-opacity': step, stroke: paint('--line') }),
    ),
  ];
}

/** All incidents together as a group, so that a cell leads to what its bin counts. */
function everything(data: ActivityData): ActivityGroup {
  const [all] = data.groups;
  const nothing = { low: null, best: null, high: null, basis: null };
  return (
    all ?? {
      kind: 'all',
      members: [],
      label: '',
      colour: '--group-other',
      values: data.totals,
      total: nothing,
      missed: [],
      thin: [],
    }
  );
}

/** The bins of a chart as a calendar: the stronger the colour, the larger the figure. */
export function calendarMarks(
  data: ActivityData,
  layout: ActivityLayout,
  grid: CalendarGrid,
  style: ActivityStyle,
): SceneNode {
  const most = max(data.totals, (value) => value?.best ?? 0) || 1;
  const heads = node('g', { 'aria-hidden': 'true' }, [
    ...labels(grid, style.paint),
    ...(data.empty ? [] : [scale(grid, data, most, style.paint)]),
  ]);
  if (layout.dense) return node('g', {}, [heads, ...denseCells(data, grid, most, style.paint)]);
  const all = everything(data);
  const cells = grid.cells.map((_, index) => {
    const shapes = cellShapes(data, grid, index, most, style.paint);
    return countsIn(data, data.totals, index)
      ? linked(data, style, all, index, shapes)
      : node('g', { 'data-bin': index }, shapes);
  });
  return node('g', {}, [heads, ...cells]);
}
