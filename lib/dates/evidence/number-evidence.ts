import { parseEventDate } from '../../time/edtf';
import { type NumberKind, readBareNumber } from '../phrase/bare-number';

/** The years in which bare numbers are taken for dates; outside them counts and ids are likelier. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 2100];
/** The share of a column's numbers that must be dates of one kind. */
const MOST = 0.95;

type Plausible = (value: number, text: string) => boolean;

function isCompact(value: number, text: string): boolean {
  if (value < FIRST_YEAR || value >= (LAST_YEAR + 1) * 10_000) return false;
  const date = readBareNumber(text, 'compact');
  return date !== null && Number(date.slice(0, 4)) >= FIRST_YEAR && Number(date.slice(0, 4)) <= LAST_YEAR;
}

/** What numbers of each kind look like: Excel serials from 1927, seconds and milliseconds from 1973, all to 2100. */
const PLAUSIBLE: Readonly<Record<Exclude<NumberKind, 'excel-1904' | 'year-pairs'>, Plausible>> = {
  year: (value) => Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR,
  compact: isCompact,
  'epoch-s': (value) => value >= 1e8 && value < 4.15e9,
  'epoch-ms': (value) => value >= 1e11 && value < 4.15e12,
  excel: (value) => value >= 10_000 && value < 73_416,
};

const KINDS = Object.keys(PLAUSIBLE) as (keyof typeof PLAUSIBLE)[];

/** What the bare numbers of a column say together. */
export interface NumberEvidence {
  /** Takes a number that stands in so many cells. */
  readonly observe: (text: string, times: number) => void;
  readonly count: () => number;
  /** The kinds that all but a few of the numbers can be, likeliest first; empty where they are no dates. */
  readonly kinds: () => readonly NumberKind[];
  /** Numbers that are plausible as that kind. */
  readonly understood: (kind: NumberKind) => number;
  /** The EDTF of the least and the greatest plausible number. */
  readonly ends: (kind: NumberKind) => readonly string[];
  /** A few of the numbers, for examples. */
  readonly samples: readonly string[];
}

interface NumberCount {
  count: number;
  least: string | null;
  greatest: string | null;
}

function add(tally: NumberCount, value: number, text: string, times: number): void {
  tally.count += times;
  if (tally.least === null || value < Number(tally.least)) tally.least = text;
  if (tally.greatest === null || value > Number(tally.greatest)) tally.greatest = text;
}

/** Tables of antiquity have years below 1000 too; they are years where most are not. */
function isWideYear(value: number): boolean {
  return Number.isInteger(value) && value !== 0 && Math.abs(value) <= 9999;
}

export function collectNumbers(): NumberEvidence {
  const tallies = new Map(
    KINDS.map((kind): [string, NumberCount] => [kind, { count: 0, least: null, greatest: null }]),
  );
  const wide: NumberCount = { count: 0, least: null, greatest: null };
  const samples: string[] = [];
  let [count, inYears] = [0, 0];
  const tallyOf = (kind: NumberKind): NumberCount => {
    if (kind === 'year-pairs') return tallyOf('year');
    if (kind === 'year' && wide.count === count && inYears >= 0.9 * count) return wide;
    return tallies.get(kind === 'excel-1904' ? 'excel' : kind) ?? wide;
  };
  return {
    samples,
    observe(text, times) {
      const value = Number(text);
      count += times;
      if (samples.length < 20 && !samples.includes(text)) samples.push(text);
      if (isWideYear(value)) add(wide, value, text, times);
      if (PLAUSIBLE.year(value, text)) inYears += times;
      for (const kind of KINDS) {
        const tally = tallies.get(kind);
        if (tally && PLAUSIBLE[kind](value, text)) add(tally, value, text, times);
      }
    },
    count: () => count,
    kinds() {
      const kinds = KINDS.filter((kind) => count > 0 && tallyOf(kind).count >= MOST * count);
      const best = kinds.toSorted((a, b) => tallyOf(b).count - tallyOf(a).count);
      return best[0] === 'excel' ? ['excel', 'excel-1904'] : best.slice(0, 1);
    },
    understood: (kind) => tallyOf(kind).count,
    ends: (kind) =>
      [tallyOf(kind).least, tallyOf(kind).greatest].flatMap((text) => {
        const edtf = text === null ? null : readBareNumber(text, kind);
        return edtf !== null && parseEventDate(edtf).kind === 'date' ? [edtf] : [];
      }),
  };
}
