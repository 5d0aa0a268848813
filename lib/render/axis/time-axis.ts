import { scaleLinear } from 'd3-scale';
import { floorBin } from '../../time/bin';
import { addDays, type Day, toCalendar, toDay } from '../../time/day';

/** Where time runs in a panel, in pixels. Timeline, activity chart and overview share one, so that they line up. */
export interface PlotFrame {
  readonly width: number;
  /** Room for labels before the first day; small on narrow screens, where labels stand above. */
  readonly left: number;
  readonly right: number;
}

/** Below this width labels stand above their lane. */
export const NARROW = 640;

/** The width for which the server draws, before a browser has measured its own. */
export const FIRST_WIDTH = 928;

/** The frame of every panel with a time axis at a given width. */
export function plotFrame(width: number): PlotFrame {
  return width < NARROW ? { width, left: 28, right: 8 } : { width, left: 168, right: 16 };
}

export interface TimeScale {
  readonly from: Day;
  readonly to: Day;
  /** The x of the start of a day. The end of a day is the start of the next. */
  x(day: Day): number;
  /** The day at an x, cut to the window. */
  day(x: number): Day;
  readonly pixelsPerDay: number;
}

/** Maps the days `from`..`to` (inclusive) to the plot: the first day starts at its left edge, the last ends at its right. */
export function timeScale(from: Day, to: Day, frame: PlotFrame): TimeScale {
  const end = Math.max(to, from) + 1;
  const scale = scaleLinear([from, end], [frame.left, frame.width - frame.right]);
  return {
    from,
    to,
    x: (day) => scale(day),
    day: (x) => Math.min(end - 1, Math.max(from, Math.floor(scale.invert(x)))) as Day,
    pixelsPerDay: (frame.width - frame.right - frame.left) / (end - from),
  };
}

export interface Tick {
  readonly day: Day;
  readonly label: string;
  /** The start of a year, or the first tick: it carries the year. */
  readonly major: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A step between ticks: days, months or years. */
interface Step {
  readonly unit: 'day' | 'month' | 'year';
  readonly size: number;
  readonly days: number;
}

const STEPS: readonly Step[] = [
  { unit: 'day', size: 1, days: 1 },
  { unit: 'day', size: 7, days: 7 },
  { unit: 'day', size: 14, days: 14 },
  { unit: 'month', size: 1, days: 30.4 },
  { unit: 'month', size: 3, days: 91.3 },
  { unit: 'month', size: 6, days: 182.6 },
  ...[1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].map((size) => ({
    unit: 'year' as const,
    size,
    days: size * 365.25,
  })),
];

function firstTick(from: Day, { unit, size }: Step): Day {
  if (unit === 'day') return size === 1 ? from : addDays(floorBin(addDays(from, -1), 'week'), 7);
  const { year, month } = toCalendar(addDays(from, -1));
  if (unit === 'year') return toDay((Math.floor(year / size) + 1) * size, 1, 1);
  const next = (Math.floor((month - 1) / size) + 1) * size;
  return toDay(year + Math.floor(next / 12), (next % 12) + 1, 1);
}

function stepOn(day: Day, { unit, size }: Step): Day {
  if (unit === 'day') return addDays(day, size);
  const { year, month } = toCalendar(day);
  if (unit === 'year') return toDay(year + size, 1, 1);
  const next = month - 1 + size;
  return toDay(year + Math.floor(next / 12), (next % 12) + 1, 1);
}

function yearText(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function tickOf(day: Day, { unit }: Step, first: boolean): Tick {
  const { year, month, day: date } = toCalendar(day);
  if (unit === 'year') return { day, label: yearText(year), major: true };
  const name = MONTHS[month - 1] ?? '';
  const short = unit === 'month' ? name : `${date} ${name}`;
  const major = first || (month === 1 && (unit === 'month' || date <= 14));
  return { day, label: major ? `${short} ${yearText(year)}` : short, major };
}

/** The room of a year by itself, which is shorter than a month with its year. */
const YEAR_ROOM = 0.66;

/** Ticks for a window: calendar steps, the finest that leaves about `room` pixels to each label. */
export function timeTicks(from: Day, to: Day, frame: PlotFrame, room = 72): readonly Tick[] {
  const { pixelsPerDay } = timeScale(from, to, frame);
  const short = toCalendar(from).year > 0 ? YEAR_ROOM : 1;
  const roomOf = ({ unit }: Step) => (unit === 'year' ? room * short : room);
  const step = STEPS.find((one) => one.days * pixelsPerDay >= roomOf(one)) ?? STEPS.at(-1);
  if (!step || from > to) return [];
  const ticks: Tick[] = [];
  for (let day = firstTick(from, step); day <= to && ticks.length < 200; day = stepOn(day, step)) {
    ticks.push(tickOf(day, step, ticks.length === 0));
  }
  return ticks;
}
