import { max } from 'd3-array';
import type { CellValue } from '../../../query/result';
import { sumWords } from '../../../words/figures';
import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import { textWidth } from '../../scene/text-width';
import { type ActivityData, countsIn } from '../data';
import type { ActivityGroup } from '../groups';
import type { ActivityLayout } from '../layout';
import { type ActivityStyle, linked } from '../marks';
import type { CalendarGrid } from './calendar-grid';

/** The weakest and the strongest colour of a figure above 0; figures in ink stay legible on the strongest. */
const STRENGTH = { least: 0.1, most: 0.55 } as const;
/** Strengths are rounded to so many steps where cells are drawn as one shape each. */
const STEPS = 12;

function strengthOf(value: CellValue | null, most: number): number {
  const best = value?.best ?? 0;
  return best <= 0 ? 0 : STRENGTH.least + (STRENGTH.most - STRENGTH.least) * (best / most);
}

function labels(grid: CalendarGrid, paint: Paint): readonly SceneNode[] {
  const text = { 'font-size': 11, fill: paint('--ink-2') };
  return [
    ...grid.columns.map(({ text: name, x, y }) => node('text', { ...text, x: x + 2, y }, name)),
    ...grid.rows.map(({ text: name, x, y }) =>
      node('text', { ...text, x, y: y + grid.cell.height / 2 + 4 }, name),
    ),
  ];
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
  if (value === null) return [node('rect', { ...box, fill: 'url(#activity-gap)', 'data-hatch': 'gap' })];
  const doubtful = value.best === 0 && (value.high === null || value.high > 0);
  const look = {
    fill: paint('--accent'),
    'fill-opacity': strengthOf(value, most).toFixed(3),
    stroke: paint(doubtful ? '--accent' : bin.partial ? '--ink-2' : '--line'),
    'stroke-dasharray': bin.partial ? '3 2' : null,
  };
  return [node('rect', { ...box, ...look }), ...figure(grid, value, at, paint)];
}

/** Cells of one strength as one shape, for more of them than can be drawn one by one. */
function denseCells(data: ActivityData, grid: CalendarGrid, most: number, paint: Paint): SceneNode[] {
  const shapes = new Map<string, string>();
  for (const [index, { x, y }] of grid.cells.entries()) {
    const value = data.totals[index] ?? null;
    const step = value === null ? 'gap' : String(Math.ceil(strengthOf(value, most) * STEPS) / STEPS);
    const box = `M${x + 0.5} ${y + 0.5}h${grid.cell.width - 1}v${grid.cell.height - 1}h-${grid.cell.width - 1}z`;
    shapes.set(step, (shapes.get(step) ?? '') + box);
  }
  return [...shapes].map(([step, d]) =>
    step === 'gap'
      ? node('path', { d, fill: 'url(#activity-gap)' })
      : node('path', { d, fill: paint('--accent'), 'fill-opacity': step, stroke: paint('--line') }),
  );
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
  const heads = node('g', { 'aria-hidden': 'true' }, labels(grid, style.paint));
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
