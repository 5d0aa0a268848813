import type { FieldKind } from '../../../series/field-kinds';
import { hasPhrase, nameWords, phrases } from '../../../text/name-words';
import { dayIn, flagIn, quantityIn } from '../../cells/own-cell';
import type { ColumnProfile } from '../../survey/survey';
import { webShare } from '../columns/content';
import { type NumberReading, numbersOf } from './field-numbers';

/** More distinct texts than this are no list to choose from. */
const MOST_VALUES = 1_000;
/** A list has fewer distinct texts than this share of its cells, where it has many cells. */
const MOST_DISTINCT = 0.5;
/** With so few cells nothing can be said of how often they repeat; short texts are values then. */
const FEW_CELLS = 12;
const SHORT = 40;
const LONGEST_VALUE = 200;
/** Whole numbers with so few values are codes, unless their name says that they count something. */
const MOST_CODES = 12;
/** The share of the cells that must be addresses; of other kinds all must be what they say, for what is not would be lost. */
const NEARLY_ALL = 0.95;

const COUNTS =
  phrases(`number num no_of count counts total sum amount deaths dead killed wounded injured casualties
victims cost costs damage losses loss price value people persons size quantity qty length width height
distance speed duration hours minutes days age percent rate score mentions`);
/** What is a code, a number of a row or a point in time, in whatever digits: never added up. */
const CODES =
  phrases(`id ids uid uuid guid code codes key year years yr ano annee anno jahr god rok yil month day week hour time
timestamp zip zipcode postcode postal phone fips fp ce gid gwno gwnoa gwnob iso cow version precision prec rank order line row
latitude longitude lat lon lng long easting northing description category class type bucket flag tz utc i_d`);
/** Names that end so tell a time of day, where their numbers are those of a clock. */
const TIMES = /(?:^| )(?:minute|second|min|sec)s?$/;
const MOST_OF_CLOCK = 60;
const AVERAGED =
  phrases(`speed height altitude depth magnitude mag temperature age percent pct percentage rate score
index ratio share mean average avg median elevation confidence income tone scale intensity level density per gdp
population pop significance sig`);

/** What a column of a field holds, and why it is taken for that. */
export interface GuessedKind {
  readonly kind: FieldKind;
  readonly why: string;
  /** How its numbers are read; null for what are none. */
  readonly numbers: NumberReading | null;
}

const cellsOf = ({ values }: ColumnProfile) => values.reduce((sum, [, count]) => sum + count, 0);

/** A column that rests after its first rows, or has more texts than are kept, is judged by the texts that are known. */
function isList(column: ColumnProfile): boolean {
  const { distinct, filled, longest, values } = column;
  const [known, cells] = distinct === null ? [values.length, cellsOf(column)] : [distinct, filled];
  if (known > MOST_VALUES || longest > LONGEST_VALUE) return false;
  return cells <= FEW_CELLS ? longest <= SHORT : known <= cells * MOST_DISTINCT;
}

/** Whole numbers with few values, whose name does not say that they count or measure something. */
function areCodes({ distinct, filled, values }: ColumnProfile, words: string): boolean {
  if (hasPhrase(words, CODES)) return true;
  if (hasPhrase(words, COUNTS) || distinct === null || distinct > MOST_CODES || filled < 4 * distinct)
    return false;
  return values.every(([text]) => /^-?\d+$/.test(text));
}

function repeating({ distinct, values }: ColumnProfile, words: string): string {
  return distinct === 1 ? 'one value throughout' : `${distinct ?? values.length} ${words}`;
}

const every = ({ values }: ColumnProfile, test: (text: string) => boolean) =>
  values.length > 0 && values.every(([text]) => test(text));

/** What the cells of a column are, as a field of the series' own. With `isWhole` every cell is a value, and none says "not known". */
export function kindOf(column: ColumnProfile, isWhole = false): GuessedKind {
  const words = nameWords(column.name);
  const { distinct } = column;
  const other = (kind: FieldKind, why: string): GuessedKind => ({ kind, why, numbers: null });
  if (webShare(column) >= NEARLY_ALL) return other('address', 'its cells are addresses');
  if (distinct !== null && distinct <= 2 && every(column, (text) => flagIn(text) !== null))
    return other('flag', 'its cells say yes or no');
  if (every(column, (text) => dayIn(text) !== null)) return other('day', 'its cells are days');
  const numbers = numbersOf(column, isWhole);
  if (numbers !== null) {
    if (numbers.unit === null && areCodes(column, words) && isList(column))
      return other('category', repeating(column, 'whole numbers that repeat, as codes do'));
    return { kind: 'number', why: numbers.why, numbers };
  }
  if (isList(column)) return other('category', repeating(column, 'different texts that repeat'));
  return other('text', 'its cells are texts of many kinds');
}

/** Whether a column has cells to be a field of a kind; numbers that are codes may be a category, and all may be texts. */
export function canBe(column: ColumnProfile, kind: FieldKind, unknown: readonly string[]): boolean {
  const known = { ...column, values: column.values.filter(([text]) => !unknown.includes(text)) };
  if (known.values.length === 0) return true;
  if (kind === 'number') return numbersOf(known) !== null;
  if (kind === 'flag') return every(known, (text) => flagIn(text) !== null);
  return kind !== 'day' || every(known, (text) => dayIn(text) !== null);
}

const FIRST_YEAR = 1500;
const LAST_YEAR = 2100;

const areYears = (column: ColumnProfile) =>
  every(column, (text) => /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR);

/** Whole numbers of which each stands once, in the order of the rows or all of one length: they name, and count nothing. */
function areNames(column: ColumnProfile): boolean {
  const { values, rises, falls } = column;
  if (values.some(([, count]) => count > 1) || !every(column, (text) => /^\d+$/.test(text))) return false;
  const lengths = new Set(values.map(([text]) => text.length));
  return rises || falls || (lengths.size === 1 && (values[0]?.[0].length ?? 0) >= 6);
}

/** Whether all numbers are whole and none is below zero. */
function areCounts({ values }: ColumnProfile, { decimals, unknown }: NumberReading): boolean {
  return values.every(([text]) => {
    const number = unknown.includes(text) ? 0 : (quantityIn(text, decimals ?? 'point')?.number ?? -1);
    return number >= 0 && Number.isInteger(number);
  });
}

function isClock({ least, greatest }: ColumnProfile, words: string): boolean {
  return TIMES.test(words) && least !== null && least >= 0 && greatest !== null && greatest <= MOST_OF_CLOCK;
}

/** How the numbers of a field add up, and why. */
export interface GuessedAggregate {
  readonly aggregate: 'sum' | 'mean' | 'none';
  readonly why: string;
}

/**
 * How the numbers of a column add up. What its name or its cells show to be a code, a year or a number of a row is never
 * added; what is measured is averaged; amounts and counts are summed.
 */
export function aggregateOf(column: ColumnProfile, numbers: NumberReading): GuessedAggregate {
  const words = nameWords(column.name);
  const { unit } = numbers;
  const none = (why: string): GuessedAggregate => ({ aggregate: 'none', why: `not added up, for ${why}` });
  const mean = (why: string): GuessedAggregate => ({ aggregate: 'mean', why: `averaged, for ${why}` });
  const sum = (why: string): GuessedAggregate => ({ aggregate: 'sum', why: `added up, for ${why}` });
  if (hasPhrase(words, CODES)) return none('its name is that of a code, a place or a time');
  if (isClock(column, words)) return none('they are of a clock');
  if (unit === '%' || unit === '°') return mean('a sum of shares or degrees means nothing');
  if (hasPhrase(words, AVERAGED)) return mean('its name is that of a measurement or a rate');
  if (hasPhrase(words, COUNTS)) return sum('its name is that of a count or an amount');
  if (unit !== null) return sum(`they are amounts in ${unit}`);
  if (areYears(column)) return none('they are years');
  if (areNames(column)) return none('each stands once, as numbers of rows do');
  return areCounts(column, numbers)
    ? sum('they are whole numbers from zero up')
    : mean('they are measurements');
}
