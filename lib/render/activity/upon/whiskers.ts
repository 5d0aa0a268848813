import { isReported } from '../../../series/estimate';
import type { Paint } from '../../scene/paint';
import { inPixels, pairInPixels } from '../../scene/path-numbers';
import { node, type SceneNode } from '../../scene/scene';
import type { ActivityData } from '../data';
import { barSpan, boundedValues } from '../geometry';
import { type ActivityLayout, type Plot, yOf } from '../layout';

/** How far the arrow of an open end stands above the figure, in pixels. */
const OPEN_RISE = 10;
/** Bars narrower than this have no room for whiskers. */
const WHISKER_ROOM = 3;
/** Caps reach so far to either side of the middle at most. */
const MOST_CAP = 3;
/** What is lower than half a tenth of a pixel nobody sees. */
const LEAST_SEEN = 0.05;
/** A line's width, in tenths of a pixel: caps of a whisker that is shorter cover each other, and are drawn as one. */
const LINE = 10;
/** The wings of an arrow, in tenths of a pixel. */
const WING = 30;

/** Low and high of a bin, in pixels. */
export interface Range {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** Of the bar. */
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly open: boolean;
}

/** Low and high of every bin of a plot that has a range. */
function rangesOf(data: ActivityData, layout: ActivityLayout, plot: Plot): readonly Range[] {
  return boundedValues(data, plot).flatMap((value, index) => {
    const bin = data.bins[index];
    const low = value?.low ?? 0;
    const open = value?.high === null && isReported(value);
    if (!value || !bin || (!open && (value.high === null || low === value.high))) return [];
    const figureTop = yOf(plot, value.high ?? value.best ?? low);
    // An open end has no height of its own: an arrow stands a little above what is known.
    const top = open ? Math.max(plot.top, figureTop - OPEN_RISE) : figureTop;
    return [{ ...barSpan(layout.scale, bin), top, bottom: yOf(plot, low), open }];
  });
}

/** Whiskers as one outline, each from where the one before ended, in tenths of a pixel: a page may have hundreds. */
export function whiskersPath(ranges: readonly Range[]): string {
  let [d, atX, atY] = ['', 0, 0];
  for (const { middle, width, top, bottom, open } of ranges) {
    const half = Math.round(Math.min(MOST_CAP, width / 3) * 10);
    const left = Math.round(middle * 10) - half;
    const [high, low] = [Math.round(top * 10), Math.round(bottom * 10)];
    const begin = (y: number) =>
      d === '' ? `M${pairInPixels(left, y)}` : `m${pairInPixels(left - atX, y - atY)}`;
    const cap = `h${inPixels(2 * half)}`;
    const back = `m${inPixels(-half)} 0`;
    if (open) {
      const wings = `m${pairInPixels(-half, WING)}l${pairInPixels(half, -WING)}l${pairInPixels(half, WING)}`;
      d += `${begin(low)}${cap}${back}v${inPixels(high - low)}${wings}`;
      atY = high + WING;
    } else if (low - high < LINE) {
      d += begin(high) + cap;
      atY = high;
    } else {
      d += `${begin(high)}${cap}${back}v${inPixels(low - high)}${back}${cap}`;
      atY = low;
    }
    atX = left + 2 * half;
  }
  return d;
}

/** A range in tenths of a pixel, at least one wide and high. */
function inTenths({ left, right, top, bottom }: Range) {
  const [x, y] = [Math.round(left * 10), Math.round(top * 10)];
  return {
    ...{ left: x, right: Math.max(x + 1, Math.round(right * 10)) },
    ...{ top: y, bottom: Math.max(y + 1, Math.round(bottom * 10)) },
  };
}

/** Ranges as boxes in one outline: along the tops of those that touch, and back along their bottoms, which says in two thirds of the characters the same. */
export function rangesPath(ranges: readonly Range[]): string {
  let [d, atX, atY] = ['', 0, 0];
  const go = (command: 'h' | 'v', by: number) => {
    if (by !== 0) d += `${command}${inPixels(by)}`;
  };
  const row = ranges.map(inTenths);
  for (let from = 0, to = 0; from < row.length; from = to) {
    for (to = from + 1; row[to] !== undefined && row[to]!.left === row[to - 1]!.right; ) to += 1;
    const part = row.slice(from, to);
    const { left, top, bottom } = part[0]!;
    d += d === '' ? `M${pairInPixels(left, bottom)}` : `m${pairInPixels(left - atX, bottom - atY)}`;
    go('v', top - bottom);
    part.forEach((one, at) => {
      go('h', one.right - one.left);
      go('v', (part[at + 1]?.top ?? one.bottom) - one.top);
    });
    for (let at = part.length - 1; at > 0; at--) {
      go('h', part[at]!.left - part[at]!.right);
      go('v', part[at - 1]!.bottom - part[at]!.bottom);
    }
    // What is filled is closed along the first foot.
    [atX, atY] = [part[0]!.right, bottom];
  }
  return d;
}

/** Low to high as whiskers on top of the bars; as a lighter part of bars that are too narrow for them. */
export function whiskers(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode {
  const ranges = rangesOf(data, layout, plot);
  if (ranges.some(({ width }) => width < WHISKER_ROOM)) {
    const seen = ranges.filter(({ top, bottom }) => bottom - top >= LEAST_SEEN);
    return node('path', { d: rangesPath(seen), fill: paint('--ink'), 'fill-opacity': 0.16 });
  }
  const path = { d: whiskersPath(ranges), fill: 'none' };
  return node('g', {}, [
    node('path', { ...path, stroke: paint('--page'), 'stroke-width': 2, 'stroke-opacity': 0.6 }),
    node('path', { ...path, stroke: paint('--ink') }),
  ]);
}
