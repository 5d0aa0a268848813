import { max, ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { DrawnBin } from '../../query/coverage/bin-parts';
import { isReported } from '../../series/estimate';
import { formatBin } from '../../time/format';
import { valueText } from '../../words/chart';
import { BAND_WORDS } from '../../words/coverage';
import { tickText } from '../activity/backdrop';
import { ANNOTATION_ROW, annotationNodes, annotationRows } from '../axis/annotation-labels';
import { labelPlaces } from '../axis/axis-nodes';
import { hatchPatterns } from '../axis/coverage-bands';
import { NARROW, type PlotFrame } from '../axis/time-axis';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { Compared, ComparedSide, SideBand } from './compared';
import { type SideAxis, sideAxis } from './side-axis';
import { type SideDay, sideContext } from './side-context';

const HEAD = 8;
const TALL = 176;
const AXIS = 24;
/** Ranges may take this many times the height of the highest best figure; longer ones are cut at the upper edge. */
const MOST_RANGE = 2.5;
/** What concerns a part of what a side asks for is a strip along the upper edge. */
const STRIP = 6;
/** More points than this are drawn without dots, which would hide their line. */
const MOST_DOTS = 1500;

interface Point {
  readonly index: number;
  readonly bin: DrawnBin;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

interface Place {
  readonly frame: PlotFrame;
  /** Where the plot begins: beneath the names of dated context. */
  readonly top: number;
  readonly context: readonly SideDay[];
  readonly axis: SideAxis;
  readonly most: number;
  readonly values: readonly number[];
  readonly y: (value: number) => number;
}

function placeOf(compared: Compared, frame: PlotFrame): Place {
  const all = compared.sides.flatMap(({ values }) => values);
  const best = max(all, (value) => value?.best ?? 0) ?? 0;
  const high = max(all, (value) => Math.max(value?.best ?? 0, value?.high ?? 0)) ?? 0;
  const value = best > 0 ? Math.min(high, best * MOST_RANGE) : high;
  const most =
    scaleLinear([0, Math.max(1, value)], [0, 1])
      .nice(4)
      .domain()[1] ?? 1;
  const axis = sideAxis(compared, frame);
  const context = sideContext(compared, axis, frame);
  const top = HEAD + annotationRows(context) * ANNOTATION_ROW;
  return {
    ...{ frame, axis, context, top, most, values: ticks(0, most, 4) },
    y: (figure) => top + TALL - Math.min(1, figure / most) * TALL,
  };
}

/**
 * The unbroken runs of points of a side. A bin without a figure breaks the line, for nothing is no zero; a part of a bin stands
 * by itself, for a line to it would be a fall.
 */
function runsOf(side: ComparedSide, { axis, y }: Place): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const [index, bin] of side.bins.entries()) {
    const value = side.values[index];
    const best = value?.best ?? null;
    if (value === undefined || value === null || best === null) {
      if (runs.at(-1)?.length !== 0) runs.push([]);
      continue;
    }
    const x = axis.x(side, (bin.from + bin.to + 1) / 2);
    const point = { index, bin, x, y: y(best), low: y(value.low ?? best), high: y(value.high ?? best) };
    if (bin.partial) runs.push([point], []);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

const linePath = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
).digits(1);
const bandPath = area<Point>()
  .x(({ x }) => x)
  .y0(({ low }) => low)
  .y1(({ high }) => high)
  .digits(1);

/** The dots of a side, each a link to what it counts; hollow where its bin is a part. */
function dots(
  compared: Compared,
  side: ComparedSide,
  runs: readonly (readonly Point[])[],
  style: ComparedStyle,
) {
  const colour = style.paint(side.colour);
  const count = compared.sides.reduce((sum, { bins }) => sum + bins.length, 0);
  const many = count > MOST_DOTS;
  const own = runs.flat().filter(({ index, bin }) => {
    // Parts of bins have no line, so that without a point they would not be seen.
    if (many && !bin.partial) return false;
    const value = side.values[index];
    return value != null && (value.high === null ? isReported(value) : value.high > 0);
  });
  const r = own.length > 60 ? 1.5 : 2.5;
  return own.map(({ index, bin, x, y }) => {
    const figure = valueText(side.values[index] ?? null, compared);
    const label = `${side.short}, ${formatBin(bin.start, compared.bin)}: ${figure}${bin.partial ? ', a part of it' : ''}`;
    // Hollow: a part of a bin, or nothing that is beyond doubt.
    const hollow = bin.partial || side.values[index]?.best === 0;
    const circle = { cx: x, cy: y, r, fill: hollow ? style.paint('--page') : colour, stroke: colour };
    const href = style.href?.(side, bin) ?? null;
    const shapes = [node('title', {}, label), node('circle', circle)];
    return href === null
      ? node('g', {}, shapes)
      : node('a', { href, 'aria-label': label, tabindex: -1, 'data-side': compared.sides.indexOf(side) }, [
          ...shapes,
          node('circle', { cx: x, cy: y, r: 8, fill: 'transparent' }),
        ]);
  });
}

function sideNodes(compared: Compared, side: ComparedSide, place: Place, style: ComparedStyle): SceneNode {
  const runs = runsOf(side, place);
  const colour = style.paint(side.colour);
  const look = { fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linejoin': 'round' };
  return node('g', {}, [
    ...runs
      .filter((run) => run.length > 1)
      .flatMap((run) => [
        node('path', { d: bandPath(run) ?? '', fill: colour, 'fill-opacity': 0.12 }),
        node('path', { ...look, d: linePath(run) ?? '' }),
      ]),
    ...dots(compared, side, runs, style),
  ]);
}

/** A stretch that is hatched, for some of the sides. */
interface Hatched {
  readonly band: SideBand;
  readonly sides: readonly ComparedSide[];
}

/** The stretches of all sides, each once where sides stand on one axis of time. */
function hatchedOf({ sides, aligned }: Compared): readonly Hatched[] {
  const all = sides.flatMap((side) => side.bands.map((band): Hatched => ({ band, sides: [side] })));
  if (aligned) return all;
  const merged = new Map<string, Hatched>();
  for (const { band, sides: own } of all) {
    const key = `${band.id} ${band.reach} ${band.from} ${band.to}`;
    merged.set(key, { band, sides: [...(merged.get(key)?.sides ?? []), ...own] });
  }
  return [...merged.values()];
}

/**
 * What was searched less well, hatched: in the colour of the side that it concerns, and in none where it concerns all. Patterns have names of their own on
 * a page of several charts.
 */
function hatching(
  compared: Compared,
  { axis, top }: Place,
  { paint, id = 'compared' }: ComparedStyle,
): readonly SceneNode[] {
  const found = hatchedOf(compared);
  if (found.length === 0) return [];
  const { sides } = compared;
  const own = sides.flatMap((side, at) =>
    side.bands.length === 0 ? [] : hatchPatterns(`${id}-${at}`, paint(side.colour)),
  );
  const rects = found.map(({ band, sides: of }) => {
    const [side] = of as [ComparedSide];
    const shared = of.length === sides.length;
    const [x, end] = [axis.x(side, band.from), axis.x(side, band.to + 1)];
    const name = shared ? '' : `${of.map(({ short }) => short).join(', ')}: `;
    const words = BAND_WORDS[band.kind];
    return node(
      'rect',
      {
        ...{ x, width: Math.max(0, end - x), y: top, 'data-hatch': band.kind },
        height: band.reach === 'whole' ? TALL : STRIP,
        ...{ fill: `url(#${id}-${shared ? 'all' : sides.indexOf(side)}-${band.kind})`, opacity: 0.6 },
      },
      [node('title', {}, `${name}${name === '' ? words : words.toLowerCase()}. ${band.text}`)],
    );
  });
  const defs = node('defs', {}, [...hatchPatterns(`${id}-all`, paint('--line-strong')), ...own]);
  return [defs, node('g', {}, rects)];
}

function axes({ frame, axis, values, y, top }: Place, paint: Paint): readonly SceneNode[] {
  const right = frame.width - frame.right;
  const narrow = frame.width < NARROW;
  const rows = values.map((value) => {
    const text = { x: frame.left - 6, y: y(value) + 4, 'text-anchor': 'end', 'font-size': narrow ? 10 : 11 };
    return node('g', {}, [
      node('line', {
        ...{ x1: frame.left, x2: right, y1: y(value), y2: y(value) },
        stroke: paint(value === 0 ? '--line-strong' : '--line'),
      }),
      node('text', { ...text, fill: paint('--ink-3') }, tickText(value, narrow)),
    ]);
  });
  const places = labelPlaces(axis.ticks, right, 11);
  const times = axis.ticks.map(({ x, label, major }, index) => {
    const place = places[index];
    const look = { y: top + TALL + 16, 'font-size': 11, fill: paint(major ? '--ink-2' : '--ink-3') };
    return node('g', {}, [
      node('line', {
        x1: x,
        x2: x,
        y1: top,
        y2: top + TALL + 4,
        stroke: paint('--line'),
      }),
      ...(place ? [node('text', { ...place, ...look }, label)] : []),
    ]);
  });
  return [node('g', { 'aria-hidden': 'true' }, [...times, ...rows])];
}

/** Dated context as rules over the plot, dashed as elsewhere, with their names above it; of periods each in the colour of its own. */
function contextNodes({ context, top }: Place, { paint }: ComparedStyle): SceneNode {
  const rules = context.map(({ x, side, words }) => {
    const line = { x1: x, x2: x, y1: top, y2: top + TALL, 'stroke-dasharray': '2 3' };
    const stroke = paint(side?.colour ?? '--ink-3');
    return node('line', { ...line, stroke, 'data-context': '' }, [node('title', {}, words)]);
  });
  return node('g', {}, [...rules, ...annotationNodes(context, { top: HEAD - 4, end: top }, paint)]);
}

/** How the chart is drawn, and where its points lead; nowhere where nothing can be clicked. */
export interface ComparedStyle {
  readonly paint: Paint;
  /** What the ids of its patterns begin with, where several drawings stand on a page. */
  readonly id?: string;
  readonly href?: (side: ComparedSide, bin: DrawnBin) => string;
}

/** All sides as lines on one scale of values, with their ranges as lighter bands. */
export function comparedScene(
  compared: Compared,
  frame: PlotFrame,
  label: string,
  style: ComparedStyle,
): SceneNode {
  const place = placeOf(compared, frame);
  const height = place.top + TALL + AXIS;
  const box = { viewBox: `0 0 ${frame.width} ${height}`, width: frame.width, height };
  return node(
    'svg',
    {
      ...box,
      'font-family': 'Inter Variable, Inter, system-ui, sans-serif',
      role: 'group',
      'aria-label': label,
    },
    [
      ...hatching(compared, place, style),
      ...axes(place, style.paint),
      contextNodes(place, style),
      ...compared.sides.map((side) => sideNodes(compared, side, place, style)),
    ],
  );
}
