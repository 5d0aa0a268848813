import type { RawColumn } from '../../formats/raw-table';
import { trimmed } from '../../text/trimmed';
import { DateWatch } from './date-watch';
import { type ColumnProfile, MOST_VALUES } from './survey';

/** Characters of a text that are kept; texts that begin with the same so many are counted as one. */
export const MOST_CHARACTERS = 400;

const MOST_SAMPLES = 20;
/** Texts that are kept of all columns together. */
const MOST_TEXTS = 2_000_000;
/** Numbers and dates with more different texts than these are known well enough by then. */
const MANY = 300;
/** A column whose texts that may be kept came this seldom each is not worth counting further. */
const SELDOM = 3;
/** Texts among numbers that are still counted once the numbers are known well enough. */
const MOST_STRAYS = 100;
/** Prose is given up sooner: texts of this length on average, of which so many are known and few come again. */
const PROSE = { characters: 60, texts: 2_000, seldom: 5 };
/** A text that stands in this share of the cells is worth counting to the end. */
const OFTEN = 0.01;

/** What may be kept of a table. */
export interface SurveyRoom {
  /** Distinct texts of a column; after as many cells it is decided whether counting on is worth its time. */
  readonly texts: number;
  /** Characters that may still be kept, over all columns together. */
  characters: number;
}

/** Room for all that a table of a hundred columns has, and a bound for one of thousands. */
export function freshRoom(columns: number): SurveyRoom {
  const share = Math.floor(MOST_TEXTS / Math.max(1, columns));
  return { texts: Math.min(MOST_VALUES, share), characters: 60_000_000 };
}

interface Counted {
  readonly text: string;
  count: number;
  readonly number: number;
}

/** The number that a trimmed text writes; NaN where it writes none. Hexadecimal and `Infinity` are none. */
export function numberOf(text: string): number {
  const first = text.charCodeAt(0);
  if (!((first >= 48 && first <= 57) || first === 45 || first === 46 || first === 43)) return Number.NaN;
  if (first === 48 && text.charCodeAt(1) > 57) return Number.NaN;
  const number = Number(text);
  return Number.isFinite(number) ? number : Number.NaN;
}

/** A copy that does not keep the chunk alive from which the text was cut. */
const ownCopy = (text: string) => (text.length < 13 ? text : ` ${text}`.slice(1));

/** Gathers what one column holds, a cell at a time. A class, so that millions of calls stay quick. */
export class ColumnTally {
  private readonly counts = new Map<string, Counted>();
  private readonly dates: DateWatch;
  /** What stood in the row before: in many columns it stands in this one again. */
  private before: Counted | null = null;
  private filled = 0;
  private numbers = 0;
  private least = Number.POSITIVE_INFINITY;
  private greatest = Number.NEGATIVE_INFINITY;
  private last = Number.NaN;
  private rises = true;
  private falls = true;
  private longest = 0;
  private characters = 0;
  private overflowed = false;
  private frozen = false;
  /** Texts among numbers that may still be counted. */
  private strays = 0;

  constructor(
    private readonly column: RawColumn,
    readonly at: number,
    private readonly room: SurveyRoom,
  ) {
    this.dates = new DateWatch(column);
  }

  /** Whether the column is one of those named. */
  isNeeded(names: ReadonlySet<string>): boolean {
    return names.has(this.column.name);
  }

  /** Says that no more cells will come, so that what was counted is not all. False, for a filter. */
  rest(): false {
    this.stop(true);
    return false;
  }

  observe(cell: string): void {
    if (cell === '') return;
    const text = trimmed(cell);
    if (text === '') return;
    this.filled++;
    if (text.length > this.longest) this.longest = text.length;
    const number = this.frozen ? numberOf(text) : this.count(text);
    if (!Number.isNaN(number)) this.number(number);
    else if (this.strays > 0) this.countStray(text);
    if (this.dates.isOn) this.dates.observe(text, number);
    if (this.filled === this.room.texts) this.decide();
  }

  /** Counts a text and says which number it is. */
  private count(whole: string): number {
    const { before } = this;
    if (before !== null && before.text === whole) {
      before.count++;
      return before.number;
    }
    const text = whole.length > MOST_CHARACTERS ? whole.slice(0, MOST_CHARACTERS) : whole;
    const known = this.counts.get(text);
    if (known) {
      known.count++;
      this.before = known;
      return known.number;
    }
    const number = numberOf(text);
    if (!this.overflowed) this.keep(text, number);
    return number;
  }

  /** Of numbers and dates with ever other texts the first cells say what the counts of all would. */
  private decide(): void {
    const areNumbers = this.numbers > this.filled * 0.9;
    if (!(areNumbers || this.dates.isOn) || this.counts.size <= MANY) return;
    this.stop(true);
    if (areNumbers) this.strays = MOST_STRAYS;
  }

  /** One text far down makes a column of numbers one of mixed cells. */
  private countStray(whole: string): void {
    const text = whole.length > MOST_CHARACTERS ? whole.slice(0, MOST_CHARACTERS) : whole;
    const known = this.counts.get(text);
    if (known) known.count++;
    else {
      this.counts.set(ownCopy(text), { text: ownCopy(text), count: 1, number: Number.NaN });
      this.strays--;
    }
  }

  private keep(text: string, number: number): void {
    const { counts, room } = this;
    const isProse = counts.size === PROSE.texts && this.characters > PROSE.texts * PROSE.characters;
    if (isProse && this.isSeldom(PROSE.seldom)) this.stop(true);
    else if (counts.size >= room.texts || room.characters <= 0) {
      this.stop(this.isSeldom(SELDOM));
    }
    if (this.overflowed) return;
    const own = ownCopy(text);
    counts.set(own, { text: own, count: 1, number });
    room.characters -= text.length;
    this.characters += text.length;
  }

  private stop(frozen: boolean): void {
    this.overflowed = true;
    this.frozen = frozen;
  }

  private isSeldom(share: number): boolean {
    if (this.filled > this.counts.size * share) return false;
    const often = this.filled * OFTEN;
    for (const { count } of this.counts.values()) if (count > often) return false;
    return true;
  }

  private number(number: number): void {
    this.numbers++;
    if (number < this.least) this.least = number;
    if (number > this.greatest) this.greatest = number;
    if (number < this.last) this.rises = false;
    if (number > this.last) this.falls = false;
    this.last = number;
  }

  profile(): ColumnProfile {
    const values = [...this.counts].map(([text, { count }]) => [text, count] as const);
    const has = this.numbers > 0;
    return {
      ...this.column,
      at: this.at,
      filled: this.filled,
      samples: values.slice(0, MOST_SAMPLES).map(([text]) => text),
      values: values.sort((a, b) => b[1] - a[1]),
      distinct: this.overflowed ? null : values.length,
      numbers: this.numbers,
      least: has ? this.least : null,
      greatest: has ? this.greatest : null,
      rises: has && this.rises,
      falls: has && this.falls,
      dates: this.dates.conclude(),
      longest: this.longest,
    };
  }
}
