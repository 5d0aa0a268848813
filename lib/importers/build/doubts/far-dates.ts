import type { RawRow } from '../../../formats/raw-table';
import { type Day, formatDay, toCalendar } from '../../../time/day';
import type { EventDate } from '../../../time/event-date';

/** A row that may have to be looked at. */
export interface MarkedRow {
  readonly line: number;
  readonly text: string;
  /** Where the line is counted; undefined for the table's own file. */
  readonly file: string | undefined;
}

/** What is known of the rows of one year. */
interface YearRows {
  count: number;
  first: Day;
  last: Day;
  readonly rows: MarkedRow[];
}

/** Rows far from all others, and the span of the others, first to last day. */
export interface FarRows {
  readonly rows: readonly (MarkedRow & { readonly year: number; readonly away: number })[];
  readonly from: Day;
  readonly to: Day;
}

/** Rows kept of each year; those of a year with more are no few that lie apart. */
const MOST_ROWS = 60;
/** A gap of so many years, and of so many times the years that others span, sets rows apart. */
const [GAP, TIMES] = [10, 2];
/** Where more than this share of the rows would lie apart, as in a short list, only a gap as long as this one counts. */
const [MANY, LONG_GAP] = [0.1, 40];
/** Rows that may lie apart: this share of all, or a few. More of them are a part of the series. */
const [SHARE, FEW] = [0.02, 3];

/** The dates of some rows, by year. */
export interface FarDatesPart {
  readonly years: Map<number, YearRows>;
  readonly total: number;
}

/** From the year of the middle row outwards, as long as the next year is near. */
function mainYears(
  years: readonly (readonly [number, YearRows])[],
  total: number,
  gap: number,
): readonly [number, number] {
  let passed = 0;
  let low = years.findIndex(([, { count }]) => {
    passed += count;
    return passed * 2 >= total;
  });
  let high = low;
  const yearAt = (at: number) => years[at]?.[0] ?? Number.NaN;
  for (;;) {
    const near = Math.max(gap, TIMES * (yearAt(high) - yearAt(low)));
    if (yearAt(low) - yearAt(low - 1) < near) low -= 1;
    else if (yearAt(high + 1) - yearAt(high) < near) high += 1;
    else return [yearAt(low), yearAt(high)];
  }
}

/** Watches dates go by for those that lie far from all others, in memory that depends on the years alone. */
export class FarDates {
  private readonly years = new Map<number, YearRows>();
  private total = 0;

  /** `textOf` gives what a row says of its date. */
  observe(row: RawRow, date: EventDate, textOf: (row: RawRow) => string): void {
    const { earliest, latest, until } = date;
    if (earliest === null || latest === null || date.precision === 'unknown') return;
    this.total += 1;
    const end = until ?? latest;
    const [from, to] = [toCalendar(earliest).year, toCalendar(end).year];
    this.note(from, earliest, from === to ? end : earliest, row, textOf);
    if (to !== from) this.note(to, end, end, row, textOf);
  }

  private note(year: number, first: Day, last: Day, row: RawRow, textOf: (row: RawRow) => string): void {
    const known = this.years.get(year) ?? { count: 0, first, last, rows: [] };
    known.count += 1;
    if (first < known.first) known.first = first;
    if (last > known.last) known.last = last;
    if (known.rows.length < MOST_ROWS) known.rows.push({ line: row.line, file: row.file, text: textOf(row) });
    this.years.set(year, known);
  }

  /** What was seen, as it can be sent to another thread. */
  get part(): FarDatesPart {
    return { years: this.years, total: this.total };
  }

  /** Adds what was seen of the rows that follow. */
  absorb({ years, total }: FarDatesPart): void {
    this.total += total;
    for (const [year, later] of years) {
      const known = this.years.get(year);
      if (known === undefined) {
        this.years.set(year, later);
        continue;
      }
      known.count += later.count;
      if (later.first < known.first) known.first = later.first;
      if (later.last > known.last) known.last = later.last;
      known.rows.push(...later.rows.slice(0, MOST_ROWS - known.rows.length));
    }
  }

  /** The rows that lie apart; null where none do, or so many that they are no exception. */
  conclude(): FarRows | null {
    const found = this.apart(GAP);
    return found === null || found.count <= this.total * MANY ? found : this.apart(LONG_GAP);
  }

  private apart(gap: number): (FarRows & { readonly count: number }) | null {
    const years = [...this.years].sort(([a], [b]) => a - b);
    if (years.length < 2) return null;
    const sum = years.reduce((all, [, { count }]) => all + count, 0);
    const [low, high] = mainYears(years, sum, gap);
    const far = years.filter(([year]) => year < low || year > high);
    const count = far.reduce((all, [, each]) => all + each.count, 0);
    if (count === 0 || count > Math.max(FEW, this.total * SHARE) || count * 2 >= this.total) return null;
    const main = years.filter(([year]) => year >= low && year <= high);
    return {
      count,
      rows: far.flatMap(([year, { rows }]) =>
        rows.map((row) => ({ ...row, year, away: year < low ? low - year : year - high })),
      ),
      from: Math.min(...main.map(([, { first }]) => first)) as Day,
      to: Math.max(...main.map(([, { last }]) => last)) as Day,
    };
  }

  /** The first and last year of all; null where there is no date. */
  span(): readonly [number, number] | null {
    const years = [...this.years.keys()];
    return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
  }
}

/** Days as they stand in the value of a problem. */
export const daySpan = (from: Day, to: Day) => `${formatDay(from)}/${formatDay(to)}`;
