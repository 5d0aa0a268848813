import type { Columns } from '../columns/columns';
import type { Dates, Section } from '../columns/dates';
import { lowest } from '../columns/lowest';

/** More days than these (180 years) are not remembered. */
const MOST_DAYS = 2 ** 16;

/** The rows of a section by day: each day is looked for once. */
export class FirstRows {
  readonly #dates: Dates;
  readonly #section: Section;
  /** The day of the first row, and one more than the first row of each day from there on; 0 where nobody asked. */
  #begin = 0;
  #known: Uint32Array | null = null;

  constructor(dates: Dates, section: Section) {
    this.#dates = dates;
    this.#section = section;
  }

  /** The first row of those that begin on a day or later; the one after the last of the section where none does. */
  from(day: number): number {
    this.#known ??= this.#makeRoom();
    const at = day - this.#begin;
    if (at < 0) return this.#section.from;
    if (at >= this.#known.length) return this.#find(day);
    if (this.#known[at] === 0) this.#known[at] = this.#find(day) + 1;
    return this.#known[at]! - 1;
  }

  #makeRoom(): Uint32Array {
    const { from, to } = this.#section;
    if (from === to) return new Uint32Array(0);
    const { first } = this.#dates.spans;
    const { codes } = this.#dates.column;
    this.#begin = first[codes[from]!]!;
    const days = first[codes[to - 1]!]! + 2 - this.#begin;
    return new Uint32Array(days > MOST_DAYS ? 0 : days);
  }

  #find(day: number): number {
    const { first } = this.#dates.spans;
    const { codes } = this.#dates.column;
    const { from, to } = this.#section;
    return lowest(from, to, (row) => first[codes[row]!]! >= day);
  }
}

/** The rows of each section of columns by day. */
export function firstRowsOf(columns: Columns): readonly FirstRows[] {
  const { dates } = columns;
  return columns.kept('first rows', () => dates.sections.map((section) => new FirstRows(dates, section)));
}
