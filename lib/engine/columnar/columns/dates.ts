import type { Budget } from '../../../caches/budget';
import { type Bin, floorBin } from '../../../time/bin';
import { type Day, MIN_DAY } from '../../../time/day';
import { countDays, type EventDate, possiblyInside, shareInside } from '../../../time/event-date';
import { type Dictionary, recoded, reordered, withCodesOf } from './dictionary';

/**
 * Rows whose possible days lie at most `reach` days apart, ascending by the first of them. Within a window, those that begin
 * `reach` days or more before its end lie in it as a whole; only those at its edges need to be looked at one by one.
 */
export interface Section {
  readonly reach: number;
  /** The first row, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Plain days; doubts of a month, of a year, some years, some decades; and all that is vaguer, open or unknown. */
const REACHES = [0, 31, 366, 4_000, 40_000, Number.POSITIVE_INFINITY] as const;

/** Stands for no day; beyond all days. */
export const UNKNOWN = 2 ** 31 - 1;

/** How distinct dates lie in time, by their code. */
export interface Spans {
  /** First and last possible day. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** First and last day as written, and how many there are: 0 where the start is open or unknown. */
  readonly daysFrom: Int32Array;
  readonly daysTo: Int32Array;
  readonly days: Int32Array;
  /** First and last day that are known; {@link UNKNOWN} where none is. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** 1 where there are gaps between the days, so that the date itself must be asked. */
  readonly gaps: Uint8Array;
}

/** The possible days of dated starts, ascending by the first day of each span. */
export interface PossibleSpans {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Of which date each is. */
  readonly codes: Uint32Array;
}

/** The dates of a series, and the order of its rows: by section, then by first possible day. */
export interface Dates {
  readonly sections: readonly Section[];
  readonly column: Dictionary<EventDate>;
  readonly spans: Spans;
  readonly possible: PossibleSpans;
}

function sectionOf({ days, possible }: EventDate): number {
  const length = possible.at(-1)!.to - possible[0]!.from;
  return days.length === 0 ? REACHES.length - 1 : REACHES.findIndex((reach) => length <= reach);
}

/** Behind a number, in one of fewer than 53 bits, which a typed array sorts without a comparison of ours: room for a position. */
const PLACES = 2 ** 27;

/** The positions behind numbers. */
function placesIn(numbers: Float64Array): Uint32Array {
  const places = new Uint32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) places[at] = numbers[at]! % PLACES;
  return places;
}

/** Positions sorted by section, first possible day and position. */
function sortedByDay({ codes, values }: Dictionary<EventDate>): Uint32Array {
  const days = 2 ** 23;
  const keys = values.map((date) => sectionOf(date) * days + (date.possible[0]!.from - MIN_DAY));
  const sorted = new Float64Array(codes.length);
  for (let at = 0; at < codes.length; at++) sorted[at] = keys[codes[at]!]! * PLACES + at;
  return placesIn(sorted.sort());
}

/** In one loop: dates lie apart in memory, and each is looked up but once. */
function spansOf(dates: readonly EventDate[]): Spans {
  const numbers = () => new Int32Array(dates.length);
  const [first, last, daysFrom, daysTo] = [numbers(), numbers(), numbers(), numbers()];
  const [count, from, to, gaps] = [numbers(), numbers(), numbers(), new Uint8Array(dates.length)];
  for (let code = 0; code < dates.length; code++) {
    const { days, possible, earliest, latest } = dates[code]!;
    first[code] = possible[0]!.from;
    last[code] = possible.at(-1)!.to;
    daysFrom[code] = days[0]?.from ?? 0;
    daysTo[code] = days.at(-1)?.to ?? 0;
    count[code] = countDays(days);
    from[code] = earliest ?? UNKNOWN;
    to[code] = latest ?? UNKNOWN;
    gaps[code] = days.length > 1 || possible.length > 1 ? 1 : 0;
  }
  return { first, last, daysFrom, daysTo, days: count, earliest: from, latest: to, gaps };
}

function possibleSpans(dates: readonly EventDate[]): PossibleSpans {
  const [froms, tos, codes]: [number[], number[], number[]] = [[], [], []];
  for (let code = 0; code < dates.length; code++) {
    const { days, possible } = dates[code]!;
    if (days.length === 0) continue;
    for (const { from, to } of possible) {
      froms.push(from);
      tos.push(to);
      codes.push(code);
    }
  }
  const sorted = new Float64Array(froms.length);
  for (let at = 0; at < froms.length; at++) sorted[at] = (froms[at]! - MIN_DAY) * PLACES + at;
  const order = placesIn(sorted.sort());
  const [from, to] = [new Int32Array(order.length), new Int32Array(order.length)];
  const ofDates = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const place = order[at]!;
    [from[at], to[at], ofDates[at]] = [froms[place]!, tos[place]!, codes[place]!];
  }
  return { from, to, codes: ofDates };
}

/** Dates, and where each row stands in the series. */
export interface SortedDates extends Dates {
  readonly order: Uint32Array;
}

/** The sections of rows of which so many stand in each. */
export function sectionsOf(counts: readonly number[]): readonly Section[] {
  let to = 0;
  return REACHES.map((reach, at) => {
    const from = to;
    to += counts[at]!;
    return { reach, from, to };
  });
}

/**
 * The same column with its values as rows first have them: what is looked up of rows that stand beside each other then lies together.
 * Values of no row are left out, and those that are packed stay in their order.
 */
function inOrderOfRows({ codes, values }: Dictionary<EventDate>): Dictionary<EventDate> {
  if (!Array.isArray(values)) return { codes, values };
  const renumbered = new Int32Array(values.length).fill(-1);
  const ordered: EventDate[] = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (renumbered[code] === -1) renumbered[code] = ordered.push(values[code]!) - 1;
    codes[row] = renumbered[code]!;
  }
  return { codes, values: ordered };
}

/** Sorts rows by their dates. Throws where one has no possible day. */
export function sortDates(given: Dictionary<EventDate>): SortedDates {
  const bare = [...given.values].find(({ possible }) => possible.length === 0);
  if (bare !== undefined) throw new Error(`The date ${bare.edtf} has no possible day.`);
  const order = sortedByDay(given);
  const column = inOrderOfRows({ codes: reordered(given.codes, order), values: given.values });
  const { codes } = column;
  const all = [...column.values];
  const inSection = all.map(sectionOf);
  const counts = REACHES.map(() => 0);
  for (const code of codes) counts[inSection[code]!]!++;
  return {
    order,
    sections: sectionsOf(counts),
    column,
    spans: spansOf(all),
    possible: possibleSpans(all),
  };
}

/** Whether a date may lie in `from`..`to`. */
export function isPossible({ column, spans }: Dates, code: number, from: number, to: number): boolean {
  if (spans.first[code]! > to || spans.last[code]! < from) return false;
  return spans.gaps[code] === 0 || possiblyInside(column.values.at(code)!, from as Day, to as Day);
}

/** Whether a date lies surely in `from`..`to`. */
export function isSure({ spans }: Dates, code: number, from: number, to: number): boolean {
  return spans.days[code]! > 0 && spans.first[code]! >= from && spans.last[code]! <= to;
}

/** The share of a date's days that lie in `from`..`to`. */
export function shareOf({ column, spans }: Dates, code: number, from: number, to: number): number {
  const days = spans.days[code]!;
  if (days === 0) return 0;
  if (spans.gaps[code] === 1) return shareInside(column.values.at(code)!, from as Day, to as Day);
  const inside = Math.min(spans.daysTo[code]!, to) - Math.max(spans.daysFrom[code]!, from) + 1;
  return inside > 0 ? inside / days : 0;
}

/** Whether a start is dated, and if so whether its possible days lie in several bins. */
export type Dating = 'undated' | 'one bin' | 'several bins';

/** How each row is dated; the codes are made again where they were let go. */
export function datingOf({ column, spans }: Dates, bin: Bin, budget: Budget): Dictionary<Dating> {
  const dated = (code: number): Dating => {
    if (spans.days[code] === 0) return 'undated';
    const [first, last] = [spans.first[code] as Day, spans.last[code] as Day];
    return floorBin(first, bin) === floorBin(last, bin) ? 'one bin' : 'several bins';
  };
  const make = () =>
    recoded(
      withCodesOf(
        column,
        Array.from(spans.first, (_, code) => code),
      ),
      dated,
    );
  // Made anew it has the same values in the same order.
  const made = budget.kept(make, ({ codes }) => codes.byteLength);
  const { values } = made.get();
  return {
    values,
    get codes() {
      return made.get().codes;
    },
  };
}
