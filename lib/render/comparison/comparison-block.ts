import { max, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { oneLine } from '../../text/one-line';
import { formatNumber } from '../../words/figures';
import type { Block } from '../picture/block';
import type { PictureInput } from '../picture/picture-input';
import { wrapText } from '../picture/wrap-text';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { fitText, textWidth } from '../scene/text-width';
import { type ComparedGroup, comparedGroups, comparisonUnit } from './comparison';

/** Rows of a comparison; smaller ones are named as a number. */
const MOST_SERIES = 20;
/** In less width than this, names stand above their bars. */
const NARROW = 480;
const SIZE = 12;
const SMALL = 11;
const LINE = 14;
const BAR = 14;
const AXIS = 22;

interface Columns {
  /** Pixels before the zero of the axis; 0 where names stand above. */
  readonly names: number;
  readonly narrow: boolean;
  readonly width: number;
  readonly most: number;
  readonly x: (value: number) => number;
}

/** A row with its name in lines, `top` pixels below the first. */
interface LaidRow {
  readonly group: ComparedGroup;
  readonly name: readonly string[];
  readonly top: number;
  readonly height: number;
}

function nameOf({ label, watched }: ComparedGroup): string {
  return watched.length === 0 ? label : `${label} †`;
}

function endOf({ value }: ComparedGroup): number {
  return Math.max(value.best ?? 0, value.high ?? 0);
}

function columnsOf(groups: readonly ComparedGroup[], width: number, unit: string): Columns {
  const widest = (texts: readonly string[]) => max(texts, (text) => textWidth(text, SIZE)) ?? 0;
  const most = Math.max(1, max(groups, endOf) ?? 0);
  if (width < NARROW) {
    return { ...{ names: 0, narrow: true, width, most }, x: scaleLinear([0, most], [0, width]) };
  }
  const wanted = widest([...groups.map((one) => oneLine(nameOf(one))), unit]) + 16;
  const names = Math.min(width * 0.34, wanted);
  const figures = widest(groups.map(({ figure }) => figure)) + 10;
  const end = Math.max(names + 60, width - figures);
  return { ...{ names, narrow: false, width, most }, x: scaleLinear([0, most], [names, end]) };
}

function layRows(groups: readonly ComparedGroup[], { names, narrow, width }: Columns): readonly LaidRow[] {
  let top = 0;
  return groups.map((one) => {
    const figures = textWidth(one.figure, SIZE) + 21;
    const name = narrow
      ? [fitText(oneLine(nameOf(one)), SIZE, width - figures)]
      : wrapText(nameOf(one), SIZE, names - 12, 2);
    const height = narrow ? LINE + BAR + 12 : Math.max(26, name.length * LINE + 8);
    const row = { group: one, name, top, height };
    top += height;
    return row;
  });
}

/**
 * What the sources leave open, as the lighter part of the bar and what is added to it: no whisker, which readers would take for an interval of chance. A
 * line stands at best.
 */
function doubtOf({ value, colour }: ComparedGroup, middle: number, { x }: Columns, paint: Paint) {
  const { low, best, high } = value;
  if (low === null || high === null || low === high) return [];
  const at = { y: middle - BAR / 2, height: BAR };
  const settled = best ?? low;
  const within = { ...at, x: x(low), width: Math.max(0, x(settled) - x(low)) };
  const beyond = { ...at, x: x(settled), width: Math.max(0, x(high) - x(settled)) };
  const line = { x1: x(settled), x2: x(settled), y1: middle - BAR / 2, y2: middle + BAR / 2 };
  return [
    node('rect', { ...within, fill: paint('--page'), 'fill-opacity': 0.45 }),
    node('rect', { ...beyond, fill: paint(colour), 'fill-opacity': 0.28, 'data-doubt': '' }),
    ...(best === null ? [] : [node('line', { ...line, stroke: paint(colour), 'stroke-width': 1.5 })]),
  ];
}

function barOf({ id, value, colour }: ComparedGroup, middle: number, { x }: Columns, paint: Paint) {
  if (value.best === null) return [];
  const box = { x: x(0), y: middle - BAR / 2, width: Math.max(0, x(value.best) - x(0)), height: BAR };
  return [node('rect', { ...box, fill: paint(colour), 'data-group': id, 'data-best': value.best })];
}

function rowNodes({ group, name, top, height }: LaidRow, columns: Columns, paint: Paint): SceneNode {
  const { narrow, width, x } = columns;
  const middle = narrow ? top + LINE + 4 + BAR / 2 : top + height / 2;
  const first = narrow ? top + SIZE : middle + 4 - ((name.length - 1) * LINE) / 2;
  const figure = narrow
    ? { x: width, y: first, 'text-anchor': 'end' }
    : { x: x(endOf(group)) + 6, y: middle + 4 };
  const text = { 'font-size': SIZE };
  return node('g', {}, [
    ...name.map((line, index) =>
      node('text', { ...text, x: narrow ? 5 : 0, y: first + index * LINE, fill: paint('--ink') }, line),
    ),
    ...barOf(group, middle, columns, paint),
    ...doubtOf(group, middle, columns, paint),
    node('text', { ...text, ...figure, fill: paint('--ink-2') }, group.figure),
    node('title', {}, oneLine(group.label)),
  ]);
}

/** Ticks that leave room to their own numbers. */
function tickValues({ most, x, width }: Columns): readonly number[] {
  const room = textWidth(formatNumber(most), SMALL) + 20;
  const count = Math.min(6, Math.floor((Math.min(width, x(most)) - x(0)) / room));
  return count < 1 ? [0] : ticks(0, most, count).filter(Number.isInteger);
}

function axisNodes(columns: Columns, unit: string, height: number, paint: Paint): readonly SceneNode[] {
  const { x, width, narrow } = columns;
  const text = { y: height + 16, 'font-size': SMALL, fill: paint('--ink-3') };
  const marks = tickValues(columns).flatMap((value) => {
    const at = x(value);
    const label = formatNumber(value);
    const half = textWidth(label, SMALL) / 2;
    const anchor = at + half > width ? 'end' : at - half < 0 ? 'start' : 'middle';
    const stroke = paint(value === 0 ? '--line-strong' : '--line');
    return [
      node('line', { x1: at, x2: at, y1: 0, y2: height, stroke }),
      node('text', { ...text, x: at, 'text-anchor': anchor }, label),
    ];
  });
  const place = narrow ? { x: 0, y: height + 30 } : { x: 0 };
  return [
    ...marks,
    node('text', { ...text, ...place }, fitText(unit, SMALL, narrow ? width : columns.names)),
  ];
}

/** The groups against each other: a bar to best, lighter from low to high, the figure in words. */
export function comparisonBlock(input: PictureInput, width: number, paint: Paint): Block {
  const all = comparedGroups(input);
  const shown = all.slice(0, MOST_SERIES);
  if (shown.length === 0) return { height: 0, nodes: [] };
  const unit = comparisonUnit(input);
  const columns = columnsOf(shown, width, unit);
  const rows = layRows(shown, columns);
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const axis = AXIS + (columns.narrow ? 14 : 0);
  const left = all.length - shown.length;
  const more = { x: 0, y: height + axis + 18, 'font-size': SIZE, fill: paint('--ink-2') };
  return {
    height: height + axis + (left === 0 ? 0 : 24),
    nodes: [
      ...axisNodes(columns, unit, height, paint),
      ...rows.map((row) => rowNodes(row, columns, paint)),
      ...(left === 0 ? [] : [node('text', more, `and ${formatNumber(left)} more, not drawn`)]),
    ],
  };
}
