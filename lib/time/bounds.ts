import { type Day, daysInMonth, toDay } from './day';

/** A bound of a window as a reader writes it, with the first and the last day of what is written. */
export interface Bound {
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

/** Reads `2017`, `2017-03` or `2017-03-05` (years −9999 to 9999, `-0044` is 45 BC); null for anything else. */
export function parseBound(text: string): Bound | null {
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match || match[1] === '-0000') return null;
  const year = Number(match[1]);
  const [month, day] = [match[2], match[3]].map((part) => (part === undefined ? null : Number(part)));
  if (month === null || month === undefined)
    return { text, from: toDay(year, 1, 1), to: toDay(year, 12, 31) };
  if (month < 1 || month > 12) return null;
  const length = daysInMonth(year, month);
  if (day === null || day === undefined) {
    return { text, from: toDay(year, month, 1), to: toDay(year, month, length) };
  }
  if (day < 1 || day > length) return null;
  return { text, from: toDay(year, month, day), to: toDay(year, month, day) };
}
