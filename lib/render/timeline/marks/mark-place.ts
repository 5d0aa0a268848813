import type { Day, DaySpan } from '../../../time/day';
import type { EventDate } from '../../../time/event-date';
import type { PlotFrame, TimeScale } from '../../axis/time-axis';
import type { MarkForm, MarkLook } from './mark-shape';
import type { StackItem } from './stack-marks';

/**
 * A horizontal bar behind a mark. `doubt`: the days on which it may have begun, soft where they end softly. `duration`:
 * it lasted several days. `open-start`, `open-end`: it fades into the unknown.
 */
export interface DateBar {
  readonly kind: 'doubt' | 'duration' | 'open-start' | 'open-end';
  readonly x0: number;
  readonly x1: number;
  /** Pixels over which each end fades. */
  readonly fade0: number;
  readonly fade1: number;
}

/** Where a date stands on the axis. */
export interface DatePlace {
  /** The middle of the days on which it may have begun, as far as they lie in the window. */
  readonly x: number;
  readonly bars: readonly DateBar[];
  /** How far the mark may be moved sideways without leaving its day. */
  readonly play: number;
}

/** How long a fading arrow is. */
const OPEN_LENGTH = 40;

const NO_BARS: readonly DateBar[] = [];

/** The middle of a date that is one day and no more, in the window; null of any other. */
export function middleOfDay({ days, possible, until, openEnd }: EventDate, scale: TimeScale): number | null {
  const [one, day] = [possible[0], days[0]];
  const isDay = one !== undefined && one.from === one.to && day?.from === one.from;
  if (!isDay || possible.length > 1 || until !== null || openEnd) return null;
  if (one.from < scale.from || one.from > scale.to) return null;
  return (scale.x(one.from) + scale.x((one.from + 1) as Day)) / 2;
}

function placeDay(date: EventDate, scale: TimeScale): DatePlace | null {
  const x = middleOfDay(date, scale);
  return x === null ? null : { x, bars: NO_BARS, play: scale.pixelsPerDay / 2 };
}

function hull(spans: readonly DaySpan[]): DaySpan | null {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

function cutToWindow({ from, to }: DaySpan, scale: TimeScale): DaySpan | null {
  const cut = { from: Math.max(from, scale.from) as Day, to: Math.min(to, scale.to) as Day };
  return cut.from <= cut.to ? cut : null;
}

function clampX(x: number, scale: TimeScale): number {
  return Math.min(scale.x((scale.to + 1) as Day), Math.max(scale.x(scale.from), x));
}

function bar(kind: DateBar['kind'], scale: TimeScale, x0: number, x1: number, fade0: number, fade1: number) {
  const [a, b] = [clampX(x0, scale), clampX(x1, scale)];
  return { kind, x0: a, x1: b, fade0: Math.max(0, x0 + fade0 - a), fade1: Math.max(0, b - (x1 - fade1)) };
}

/** The days it may have begun, fading where they are widened by doubt, else over a quarter at each end. */
function doubtBar(days: DaySpan, possible: DaySpan, scale: TimeScale): DateBar | null {
  if (possible.from === possible.to) return null;
  const [x0, x1] = [scale.x(possible.from), scale.x((possible.to + 1) as Day)];
  const [core0, core1] = [scale.x(days.from), scale.x((days.to + 1) as Day)];
  const quarter = (core1 - core0) / 4;
  return bar('doubt', scale, x0, x1, core0 - x0 || quarter, x1 - core1 || quarter);
}

function endBar(date: EventDate, x: number, scale: TimeScale): DateBar | null {
  if (date.openEnd) return bar('open-end', scale, x, x + OPEN_LENGTH, 0, OPEN_LENGTH);
  if (date.until === null) return null;
  return bar('duration', scale, x, scale.x((date.until + 1) as Day), 0, 0);
}

/**
 * A date on the axis; null where nothing of it lies in the window, and where the start is not known and the end is not
 * known either or lies outside: such a date has no place of its own.
 */
export function placeDate(date: EventDate, scale: TimeScale): DatePlace | null {
  // Most dates are days, and there may be thousands.
  const placed = placeDay(date, scale);
  if (placed !== null) return placed;
  const [days, possible] = [hull(date.days), hull(date.possible)];
  if (days === null || possible === null) {
    if (date.latest === null || date.latest < scale.from || date.latest > scale.to) return null;
    const x = clampX(scale.x((date.latest + 0.5) as Day), scale);
    return { x, bars: [bar('open-start', scale, x - OPEN_LENGTH, x, OPEN_LENGTH, 0)], play: 0 };
  }
  const seen = cutToWindow(days, scale) ?? cutToWindow(possible, scale);
  if (seen === null) return null;
  const x = (scale.x(seen.from) + scale.x((seen.to + 1) as Day)) / 2;
  const bars = [doubtBar(days, possible, scale), endBar(date, x, scale)].filter((one) => one !== null);
  return { x, bars, play: days.from === days.to ? scale.pixelsPerDay / 2 : 0 };
}

/** The box of a mark at its date; at the edges it is moved so that it is seen whole, on the right into the margin. */
export function markBox(
  { x, bars, play }: DatePlace,
  { half }: Pick<MarkForm, 'half'>,
  { frame, look }: { readonly frame: PlotFrame; readonly look: MarkLook },
): StackItem {
  const inside = Math.min(frame.width - 1 - half, Math.max(frame.left + half, x));
  // Fine marks may stand on the thin bars of others.
  if (look === 'fine') return { x: inside, left: inside - half, right: inside + half, half, play };
  const reaching = bars.filter(({ x0, x1 }) => x0 < inside - half || x1 > inside + half);
  return {
    x: inside,
    left: Math.min(inside - half, ...reaching.map(({ x0 }) => x0)),
    right: Math.max(inside + half, ...reaching.map(({ x1 }) => x1)),
    half,
    play: reaching.length > 0 ? 0 : play,
  };
}
