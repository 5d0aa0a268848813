import { type Day, toCalendar } from '../../lib/time/day';
import { FIRST_DAY, LAST_DAY, type Rows } from './made-up';

/** Days, both ends inclusive. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What one step gives: counts by code, and by months since the first. */
export interface Answer {
  readonly total: number;
  readonly killed: number;
  readonly actors: ArrayLike<number> | null;
  readonly months: ArrayLike<number> | null;
  readonly types: ArrayLike<number>;
  readonly regions: ArrayLike<number>;
}

/** A step that was done: its milliseconds, and how to look at what it gave. */
export interface Done {
  readonly time: number;
  /** The same with messages there and back; null where there are none. */
  readonly withMessages: number | null;
  readonly answer: () => Answer;
}

/** What is measured, over rows that it has been given. */
export interface Measured {
  brush(window: Window): Promise<Done>;
  toggle(actor: number): Promise<Done>;
}

export type OpenMeasured = (rows: Rows) => Promise<Measured>;

/** The window of a step of the brush. */
export function windowOf(step: number): Window {
  return { from: FIRST_DAY + 2000 + step * 9, to: LAST_DAY - 3000 + step * 9 };
}

/** The actor of a step: large ones and small ones in turn. */
export function actorOf(step: number): number {
  return (step * 7) % 101;
}

const MONTHS = monthOf(LAST_DAY) + 1;

/** Months since the first one. */
export function monthOf(day: number): number {
  const { year, month } = toCalendar(day as Day);
  return (year - 1989) * 12 + month - 1;
}

/** The month of each day, from the first. */
export const MONTH_OF = Uint16Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, at) =>
  monthOf(FIRST_DAY + at),
);

/** Counts by code out of pairs of a code and its count. */
export function byCode(pairs: Iterable<readonly [code: number, count: number]>, size = MONTHS): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const [code, count] of pairs) counts[code] = count;
  return counts;
}

/** A number that is another where any count of an answer is. */
export function checksum({ total, killed, actors, months, types, regions }: Answer): number {
  let sum = total * 31 + killed;
  for (const counts of [actors, months, types, regions]) {
    if (counts === null) continue;
    for (let code = 0; code < counts.length; code++) {
      if (counts[code]! > 0) sum = (Math.imul(sum, 31) + counts[code]! * (code + 7)) | 0;
    }
  }
  return sum;
}

/** Does something that takes time, here and now. */
export function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
