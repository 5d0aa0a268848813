import fc from 'fast-check';
import { type Day, formatDay, toDay } from '../../lib/time/day';
import { parseEventDate } from '../../lib/time/edtf';
import type { EventDate } from '../../lib/time/event-date';

const FIRST = toDay(1967, 11, 1);
const LAST = toDay(1972, 3, 31);

/** A day of the years in which random incidents lie, around 1970-01-01, so that many days are negative. */
export const arbitraryDay: fc.Arbitrary<Day> = fc.integer({ min: FIRST, max: LAST }).map((day) => day as Day);

const day = arbitraryDay.map(formatDay);
const month = day.map((text) => text.slice(0, 7));
const year = day.map((text) => text.slice(0, 4));
const mark = fc.constantFrom('', '', '?', '~', '%');
const pair = fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a]));
const marked = fc.tuple(fc.oneof(day, month, year), mark).map(([text, sign]) => text + sign);
const coarse = fc.oneof(
  year.map((text) => `${text.slice(0, 3)}X`),
  fc.constantFrom('19XX', '1968-XX', '1970-XX-XX', '1969-21', '1971-24', '1969-12-XX', '1969-1X'),
);
const range = fc.tuple(pair, mark).map(([[a, b], sign]) => `${a}${sign}/${b}`);
const open = fc.oneof(
  day.map((text) => `../${text}`),
  day.map((text) => `${text}/..`),
  year.map((text) => `/${text}`),
  day.map((text) => `[..${text}]`),
  fc.constant('XXXX'),
);
const set = fc.oneof(
  pair.map(([a, b]) => `[${a}..${b}]`),
  fc.tuple(day, day, day).map((days) => `[${[...days].sort().join(',')}]`),
  fc.tuple(month, month).map((months) => `[${[...months].sort().join(',')}]`),
  pair.map(([a, b]) => `{${a},${b}}`),
);

/** Dates in every shape that EDTF has, as text. Most are plain days, as in real series. */
const written: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 3, arbitrary: marked },
  { weight: 1, arbitrary: coarse },
  { weight: 2, arbitrary: range },
  { weight: 1, arbitrary: open },
  { weight: 2, arbitrary: set },
);

function read(text: string): EventDate | null {
  const parsed = parseEventDate(text);
  return parsed.kind === 'date' ? parsed.date : null;
}

export const arbitraryEventDate: fc.Arbitrary<EventDate> = written.map(read).filter((date) => date !== null);
