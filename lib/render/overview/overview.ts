import type { BinValue } from '../../query/result';
import { type Bin, binSpan } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { axisLabels } from '../axis/axis-nodes';
import { bandExtent, hatchPatterns } from '../axis/coverage-bands';
import { plotFrame, type TimeScale, timeScale, timeTicks } from '../axis/time-axis';
import { mergeShapes } from '../scene/merge-shapes';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';

/** What an overview is drawn from: the bins of everything outside the window too, and what the coder watched. */
export interface OverviewInput {
  readonly bins: readonly BinValue[];
  readonly bin: Bin;
  /** What the strip spans. */
  readonly span: DaySpan;
  readonly coverage: DaySpan;
  readonly width: number;
}

const FONT = { 'font-family': 'Inter Variable, Inter, system-ui, sans-serif' };

/** Height of the bars, and of all of it with its axis. */
export const OVERVIEW_PLOT = 44;
const OVERVIEW_HEIGHT = OVERVIEW_PLOT + 22;

/** The scale of an overview, in the frame that all panels share. */
export function overviewScale({ span, width }: Pick<OverviewInput, 'span' | 'width'>): TimeScale {
  return timeScale(span.from, span.to, plotFrame(width));
}

function bars(
  { bins, bin, span, coverage }: OverviewInput,
  scale: TimeScale,
  paint: Paint,
): readonly SceneNode[] {
  const most = bins.reduce((max, { high }) => Math.max(max, high ?? 0), 1);
  const pixels = (value: number | null) => (value ? Math.max(1, (value / most) * (OVERVIEW_PLOT - 6)) : 0);
  return bins.flatMap(({ start, best, high }) => {
    const days = binSpan(start, bin);
    const { x, width } = bandExtent({ from: days.from, to: Math.min(days.to, span.to) as Day }, scale);
    const gap = width > 4 ? 1 : 0;
    const bar = (height: number, opacity: number, unfinished: boolean) =>
      node('rect', {
        ...{ x: x + gap / 2, y: OVERVIEW_PLOT - height, width: Math.max(0.75, width - gap), height },
        ...{ fill: paint('--group-all'), 'fill-opacity': opacity },
        ...(unfinished ? { stroke: paint('--group-all'), 'stroke-dasharray': '2 2' } : {}),
      });
    const unfinished = days.to > coverage.to && days.from <= coverage.to;
    // What best covers whole is not drawn beneath it.
    const range = best !== high || unfinished ? [bar(pixels(high), 0.28, false)] : [];
    return [...range, bar(pixels(best), unfinished ? 0.45 : 0.9, unfinished)];
  });
}

function uncovered({ span, coverage }: OverviewInput, scale: TimeScale, id: string): readonly SceneNode[] {
  const sides = [
    { from: span.from, to: Math.min(coverage.from - 1, span.to) as Day },
    { from: Math.max(coverage.to + 1, span.from) as Day, to: span.to },
  ];
  return sides
    .filter(({ from, to }) => from <= to)
    .map((side) => {
      const { x, width } = bandExtent(side, scale);
      return node('g', {}, [
        node('title', {}, 'Not covered'),
        node('rect', { x, y: 0, width, height: OVERVIEW_PLOT, fill: `url(#${id}-outside)` }),
      ]);
    });
}

/** The strip of all incidents over the whole coverage, without the brush. `id` is the prefix of all ids. */
export function overviewScene(input: OverviewInput, id: string, paint: Paint): SceneNode {
  const frame = plotFrame(input.width);
  const scale = overviewScale(input);
  const right = frame.width - frame.right;
  const ticks = timeTicks(input.span.from, input.span.to, frame);
  const size = {
    width: input.width,
    height: OVERVIEW_HEIGHT,
    viewBox: `0 0 ${input.width} ${OVERVIEW_HEIGHT}`,
  };
  return node('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...FONT, 'aria-hidden': 'true' }, [
    node('defs', {}, hatchPatterns(id, paint('--line-strong'), ['outside'])),
    node('rect', {
      x: frame.left,
      y: 0,
      width: right - frame.left,
      height: OVERVIEW_PLOT,
      fill: paint('--raised'),
    }),
    ...uncovered(input, scale, id),
    ...mergeShapes(bars(input, scale, paint)),
    node('line', {
      x1: frame.left,
      x2: right,
      y1: OVERVIEW_PLOT,
      y2: OVERVIEW_PLOT,
      stroke: paint('--line-strong'),
    }),
    axisLabels(ticks, scale, right, OVERVIEW_PLOT + 15, paint),
  ]);
}
