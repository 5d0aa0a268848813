import { max, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Estimate } from '../../series/model';
import { MEASURE_LABELS, valueText } from '../activity-words';
import { formatNumber } from '../figures';
import { lanesOf } from '../lanes';
import type { Paint } from '../paint';
import type { ColourName } from '../palette';
import { node, type SceneNode } from '../scene';
import { SPLIT_NOUNS } from '../series-label';
import { fitText, textWidth } from '../text-width';
import type { Block } from './block';
import type { PictureInput } from './picture-input';
import { plainText } from './wrap-text';

/** One series of a comparison. Null ends of its value are not reported. */
export interface ComparedSeries {
  readonly id: string;
  readonly label: string;
  readonly colour: ColourName;
  readonly value: Estimate;
}

/** Rows of a comparison; smaller ones are named as a number. */
const MOST_SERIES = 20;

/** The series of a view with their totals in its measure, greatest best first, as lanes name and colour them. */
export function comparedSeries({ info, view, answers }: PictureInput): readonly ComparedSeries[] {
  const values = new Map(answers.comparison.groups.map((group) => [group.series, group]));
  const lanes = lanesOf({ groups: answers.lanes.groups, split: view.split, info, expanded: true });
  return lanes
    .flatMap(({ id, members, label, colour }) => {
      const value = values.get(members[0] ?? null);
      return value === undefined ? [] : [{ id, label, colour, value }];
    })
    .sort(
      (a, b) => (b.value.best ?? -1) - (a.value.best ?? -1) || (b.value.high ?? -1) - (a.value.high ?? -1),
    );
}

/** What a comparison counts: `Fatalities by actor`. */
export function comparisonTitle({ view }: PictureInput): string {
  const measure = MEASURE_LABELS[view.measure];
  return view.split === 'none' ? `${measure} in all` : `${measure} by ${SPLIT_NOUNS[view.split].one}`;
}

const ROW = 26;
const AXIS = 24;
const SIZE = 12;

interface Columns {
  readonly names: number;
  readonly figures: number;
  readonly x: (value: number) => number;
}

function columnsOf(series: readonly ComparedSeries[], width: number): Columns {
  const widest = (texts: readonly string[]) => max(texts, (text) => textWidth(text, SIZE)) ?? 0;
  const names = Math.min(width * 0.34, widest(series.map(({ label }) => plainText(label))) + 12);
  const figures = Math.min(width * 0.4, widest(series.map(({ value }) => valueText(value))) + 8);
  const most = max(series, ({ value }) => Math.max(value.best ?? 0, value.high ?? 0)) ?? 0;
  const scale = scaleLinear([0, Math.max(1, most)], [names, Math.max(names + 20, width - figures)]);
  return { names, figures, x: (value) => scale(value) };
}

function rowNodes(one: ComparedSeries, index: number, columns: Columns, paint: Paint): readonly SceneNode[] {
  const { value, label, colour } = one;
  const middle = index * ROW + ROW / 2;
  const text = { 'font-size': SIZE, fill: paint('--ink') };
  const start = columns.x(0);
  const end = columns.x(Math.max(value.best ?? 0, value.high ?? 0));
  const bar =
    value.best === null
      ? []
      : [
          node('rect', {
            x: start,
            y: middle - 7,
            width: Math.max(0, columns.x(value.best) - start),
            height: 14,
            fill: paint(colour),
            'data-series': one.id,
            'data-best': value.best,
          }),
        ];
  const [low, high] = [value.low, value.high];
  const whisker =
    low === null || high === null || low === high
      ? []
      : [
          node('path', {
            d: `M${columns.x(low)},${middle}H${columns.x(high)}M${columns.x(low)},${middle - 4}v8M${columns.x(high)},${middle - 4}v8`,
            stroke: paint('--ink'),
            'stroke-width': 1.2,
            fill: 'none',
          }),
        ];
  return [
    node('text', { ...text, x: 0, y: middle + 4 }, fitText(plainText(label), SIZE, columns.names - 8)),
    ...bar,
    ...whisker,
    node('text', { ...text, x: end + 6, y: middle + 4, fill: paint('--ink-2') }, valueText(value)),
  ];
}

function axisNodes(columns: Columns, most: number, height: number, paint: Paint): readonly SceneNode[] {
  return ticks(0, Math.max(1, most), 4)
    .filter(Number.isInteger)
    .flatMap((value) => {
      const x = columns.x(value);
      return [
        node('line', {
          x1: x,
          x2: x,
          y1: 0,
          y2: height,
          stroke: paint(value === 0 ? '--line-strong' : '--line'),
        }),
        node(
          'text',
          { x, y: height + 16, 'font-size': 11, 'text-anchor': 'middle', fill: paint('--ink-3') },
          formatNumber(value),
        ),
      ];
    });
}

/** The series against each other: a bar to best, a whisker from low to high, the figure in words. */
export function comparisonBlock(input: PictureInput, width: number, paint: Paint): Block {
  const all = comparedSeries(input);
  const shown = all.slice(0, MOST_SERIES);
  if (shown.length === 0) return { height: 0, nodes: [] };
  const columns = columnsOf(shown, width);
  const most = max(shown, ({ value }) => Math.max(value.best ?? 0, value.high ?? 0)) ?? 0;
  const height = shown.length * ROW;
  const left = all.length - shown.length;
  const more =
    left === 0
      ? []
      : [
          node(
            'text',
            { x: 0, y: height + AXIS + 16, 'font-size': SIZE, fill: paint('--ink-2') },
            `and ${formatNumber(left)} smaller ones, not drawn`,
          ),
        ];
  return {
    height: height + AXIS + (left === 0 ? 0 : 24),
    nodes: [
      ...axisNodes(columns, most, height, paint),
      ...shown.flatMap((one, index) => rowNodes(one, index, columns, paint)),
      ...more,
    ],
  };
}
