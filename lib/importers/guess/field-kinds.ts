import type { FieldKind } from '../../series/fields';
import { dayIn, flagIn, numberIn } from '../build/own-cell';
import { hasPhrase, nameWords, phrases } from '../survey/name-words';
import type { ColumnProfile } from '../survey/survey';
import { shareOf, webShare } from './content';

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
victims cost costs damage losses loss price value population people persons size quantity qty length width height
distance speed duration hours minutes days age percent rate score`);
const CODES =
  phrases(`id ids code codes key year month day week zip postcode phone fips fp ce gid gwno gwnoa gwnob iso version
precision prec index`);

/** What the numbers of a field are in: the words of its name that say so, and how the unit is written. */
const UNITS: readonly (readonly [words: ReadonlySet<string>, unit: string])[] = [
  [phrases('usd us_dollars dollars'), 'USD'],
  [phrases('eur euro euros'), 'EUR'],
  [phrases('gbp pounds_sterling'), 'GBP'],
  [phrases('km kilometres kilometers'), 'km'],
  [phrases('metres meters'), 'm'],
  [phrases('feet ft'), 'ft'],
  [phrases('miles'), 'miles'],
  [phrases('mph'), 'mph'],
  [phrases('kmh kph km_h'), 'km/h'],
  [phrases('knots kts'), 'knots'],
  [phrases('kg kilograms kilos'), 'kg'],
  [phrases('tons tonnes'), 't'],
  [phrases('minutes mins'), 'min'],
  [phrases('hours hrs'), 'h'],
  [phrases('percent pct percentage'), '%'],
];

/** What a column of a field holds, and why it is taken for that. */
export interface GuessedKind {
  readonly kind: FieldKind;
  readonly why: string;
}

function isList({ distinct, filled, longest }: ColumnProfile): boolean {
  if (distinct === null || distinct > MOST_VALUES || longest > LONGEST_VALUE) return false;
  return filled <= FEW_CELLS ? longest <= SHORT : distinct <= filled * MOST_DISTINCT;
}

/** Whole numbers with few values, whose name does not say that they count or measure something. */
function areCodes(column: ColumnProfile, words: string): boolean {
  const { distinct, filled, values } = column;
  if (hasPhrase(words, COUNTS) || distinct === null || distinct > MOST_CODES || filled < 4 * distinct)
    return false;
  return values.every(([text]) => /^-?\d+$/.test(text));
}

function repeating({ distinct }: ColumnProfile, words: string): string {
  return distinct === 1 ? 'one value throughout' : `${distinct} ${words}`;
}

/** What the cells of a column are, as a field of the series' own. */
export function kindOf(column: ColumnProfile): GuessedKind {
  const words = nameWords(column.name);
  const { distinct } = column;
  if (webShare(column) >= NEARLY_ALL) return { kind: 'address', why: 'its cells are addresses' };
  const flags = shareOf(column, (text) => flagIn(text) !== null);
  if (flags === 1 && distinct !== null && distinct <= 2)
    return { kind: 'flag', why: 'its cells say yes or no' };
  if (shareOf(column, (text) => dayIn(text) !== null) === 1)
    return { kind: 'day', why: 'its cells are days' };
  if (shareOf(column, (text) => numberIn(text) !== null) === 1) {
    return areCodes(column, words) || hasPhrase(words, CODES)
      ? isList(column)
        ? { kind: 'category', why: repeating(column, 'whole numbers that repeat, as codes do') }
        : { kind: 'number', why: 'its cells are numbers' }
      : { kind: 'number', why: 'its cells are numbers' };
  }
  if (isList(column)) return { kind: 'category', why: repeating(column, 'different texts that repeat') };
  return { kind: 'text', why: 'its cells are texts of many kinds' };
}

const AVERAGED =
  phrases(`speed height altitude depth magnitude mag temperature age percent pct percentage rate score
index ratio share mean average avg latitude longitude lat lon elevation confidence income`);

/** How the numbers of a column add up, by its name: what is a height is no sum, and what is a code is neither. */
export function aggregateOf(column: ColumnProfile): 'sum' | 'mean' | 'none' {
  const words = nameWords(column.name);
  if (hasPhrase(words, CODES) || (column.rises && column.distinct === column.filled)) return 'none';
  return hasPhrase(words, AVERAGED) ? 'mean' : 'sum';
}

/** The unit that a name states, in brackets or as a word of its own; null where it states none. */
export function unitOf({ name }: Pick<ColumnProfile, 'name'>): string | null {
  const words = nameWords(name);
  const known = UNITS.find(([names]) => hasPhrase(words, names));
  if (known) return known[1];
  const sign = /[$€£]/.exec(name)?.[0];
  if (sign !== undefined) return sign;
  const bracketed = /[([]([^()[\]]{1,12})[)\]]\s*$/.exec(name)?.[1]?.trim() ?? null;
  return bracketed !== null && /^[\p{L}%°$€£/²³]+$/u.test(bracketed) ? bracketed : null;
}
