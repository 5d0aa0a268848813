import { nameWords } from '../../../text/name-words';
import type { Mapping } from '../../mapping';
import { isMissing } from '../../survey/missing-words';
import type { ColumnProfile, Survey } from '../../survey/survey';
import { COUNTRY } from '../columns/field-names';
import { nameRank } from '../columns/name-list';

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

/** Texts that stand for themselves in a column, though they are usual signs of "not known". */
export function guessLiterals(columns: readonly ColumnProfile[]): Literals {
  const found = columns.filter(
    (column) => column.values.some(([text]) => text === 'NA') && isCountryCode(column),
  );
  return Object.fromEntries(found.map(({ name }) => [name, ['NA']]));
}

/** A column without the cells that say that nothing is known. */
function knownColumn(column: ColumnProfile, literals: Literals): ColumnProfile {
  const own = Object.hasOwn(literals, column.name) ? literals[column.name] : [];
  const saysNothing = (text: string) => isMissing(text) && !own?.includes(text);
  const nothing = column.values.filter(([text]) => saysNothing(text));
  if (nothing.length === 0) return column;
  const cells = nothing.reduce((sum, [, count]) => sum + count, 0);
  return {
    ...column,
    filled: Math.max(0, column.filled - cells),
    distinct: column.distinct === null ? null : column.distinct - nothing.length,
    values: column.values.filter(([text]) => !saysNothing(text)),
    samples: column.samples.filter((text) => !saysNothing(text)),
  };
}

/** A survey in which what says that nothing is known is empty: what a column holds is judged by the rest. */
export function knownSurvey(survey: Survey): Survey {
  return { ...survey, columns: knownColumns(survey.columns) };
}

/** The columns of such a survey. */
export function knownColumns(columns: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const literals = guessLiterals(columns);
  return columns.map((column) => knownColumn(column, literals));
}
