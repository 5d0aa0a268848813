import { isMissing } from '../../survey/missing-words';
import type { ColumnProfile, Survey } from '../../survey/survey';
import { once } from '../columns/once';
import { literalsOf } from './literals';

/** A column without the cells that say nothing. */
export function withoutCells(column: ColumnProfile, saysNothing: (text: string) => boolean): ColumnProfile {
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
export const knownColumns = once((columns: readonly ColumnProfile[]): readonly ColumnProfile[] => {
  const literals = literalsOf(columns);
  return columns.map((column) => {
    const own = literals.get(column.name)?.texts ?? [];
    return withoutCells(column, (text) => isMissing(text) && !own.includes(text));
  });
});
