import { hasPhrase, nameWords, phrases } from '../../../text/name-words';
import type { Mapping } from '../../mapping';
import { isMissing } from '../../survey/missing-words';
import type { ColumnProfile } from '../../survey/survey';
import { COUNTRY } from '../columns/field-names';
import { nameRank } from '../columns/name-list';
import { once } from '../columns/once';

type Literals = Mapping['literals'];

const CODE_OF_COUNTRY = / (iso|country) /;
const isCode = (text: string) => /^[A-Z]{2}$/.test(text);

/** NA is Namibia in a column of two-letter codes of countries, and "not available" in any other. */
function isCountryCode(column: ColumnProfile): boolean {
  const { name, values } = column;
  if (nameRank(column, COUNTRY) === 0 && !CODE_OF_COUNTRY.test(` ${nameWords(name)} `)) return false;
  const others = values.filter(([text]) => !isMissing(text));
  return others.length > 0 && others.every(([text]) => isCode(text));
}

const NONE = /^(?:none|nil)$/i;
/** What is told of an event by its degree, so that "none" is the least of it. */
const TOLD_BY_DEGREE = phrases(
  'damage damages injury injuries severity effect effects impact consequence consequences harm',
);
const DEGREES =
  phrases(`minor slight light low little mild small moderate medium partial considerable major substantial serious
severe heavy high large extensive extreme total complete destroyed critical fatal catastrophic`);
const MOST_DEGREES = 30;
const LONGEST_DEGREE = 40;
/** The share of the other cells that must be words of degrees where the name does not say that they are. */
const MOSTLY = 0.8;
/** "None" in this share of the cells is a finding, not a gap that somebody filled. */
const OFTEN = 0.05;

const cellsIn = (values: ColumnProfile['values']) => values.reduce((sum, [, count]) => sum + count, 0);

/** Whether "None" stands for the least degree of what a column tells: the damage was none. `rows` is how many the table has. */
function isLeastDegree({ name, values, distinct }: ColumnProfile, rows: number): boolean {
  const nones = values.filter(([text]) => NONE.test(text));
  if (nones.length === 0) return false;
  const others = values.filter(([text]) => !isMissing(text));
  const isScale =
    distinct !== null &&
    others.length >= 2 &&
    others.length <= MOST_DEGREES &&
    others.every(([text]) => text.length <= LONGEST_DEGREE && !/\d/.test(text));
  if (!isScale) return false;
  if (hasPhrase(nameWords(name), TOLD_BY_DEGREE)) return true;
  const degrees = others.filter(([text]) => hasPhrase(nameWords(text), DEGREES));
  const isFrequent = cellsIn(nones) >= cellsIn(values) * OFTEN;
  return isFrequent && cellsIn(values) < rows && cellsIn(degrees) >= cellsIn(others) * MOSTLY;
}

/** What is written where nothing is to be said, and why it stands for itself in a column all the same. */
interface Literal {
  readonly texts: readonly string[];
  readonly why: string;
}

function literalOf(column: ColumnProfile, rows: number): Literal | null {
  const { values } = column;
  if (values.some(([text]) => text === 'NA') && isCountryCode(column)) {
    return { texts: ['NA'], why: '“NA” is a country among its codes' };
  }
  if (!isLeastDegree(column, rows)) return null;
  const texts = values.map(([text]) => text).filter((text) => NONE.test(text));
  const named = texts.map((text) => `“${text}”`).join(' and ');
  return { texts, why: `${named} is a value, the least of its degrees, and not “not known”` };
}

/** Columns in which usual signs of "not known" stand for themselves, with the reason, by name. */
export const literalsOf = once((columns: readonly ColumnProfile[]): ReadonlyMap<string, Literal> => {
  const rows = columns.reduce((most, { filled }) => Math.max(most, filled), 0);
  return new Map(
    columns.flatMap((column) => {
      const found = literalOf(column, rows);
      return found === null ? [] : [[column.name, found] as const];
    }),
  );
});

/** The same as a mapping says it. */
export function guessLiterals(columns: readonly ColumnProfile[]): Literals {
  return Object.fromEntries([...literalsOf(columns)].map(([name, { texts }]) => [name, texts]));
}
