import type { ColumnProfile, Survey } from '../../survey/survey';
import { isNumeric, isWordy, numericShare, uniqueness } from '../columns/content';
import { ID, NUMBER, RUNNING } from '../columns/field-names';
import { nameRank } from '../columns/name-list';

const FEWEST_ROWS = 10;
/** A column that names a thing now and then, beside figures that say all the rest. */
const SELDOM = 0.25;

/** One more from row to row: it numbers the rows. */
const isCounter = ({ least, greatest, filled, distinct }: ColumnProfile) =>
  distinct === filled && (greatest ?? 0) - (least ?? 0) + 1 <= filled + 2;

/** Whether the figures of a column never fall from row to row, or never rise in a file with the latest day first. */
const runs = ({ rises, falls, least, greatest }: ColumnProfile) => (rises || falls) && least !== greatest;

/** The figures of a table that are all named as running totals, beside nothing but categories; null where they are not. */
export function namedRunning(
  { columns }: Survey,
  dateColumns: readonly ColumnProfile[],
): readonly ColumnProfile[] | null {
  const others = columns.filter((column) => !dateColumns.includes(column) && column.filled > 0);
  const figures = others.filter((column) => isNumeric(column) && !isCounter(column));
  const isRunning = (column: ColumnProfile) => nameRank(column, RUNNING) > 0;
  if (figures.length === 0 || !figures.every(isRunning)) return null;
  return others.some((column) => isWordy(column) && uniqueness(column) > SELDOM * 2) ? null : figures;
}

/**
 * The columns that make a table a cumulative series: one row a day, nothing but figures beside it, and at least two of
 * five figures that never fall. Null where it is none. Such a table's rows are states, not events.
 */
export function cumulativeColumns(
  survey: Survey,
  dateColumns: readonly ColumnProfile[],
): readonly ColumnProfile[] | null {
  const [date] = dateColumns;
  if (!date || survey.rows < FEWEST_ROWS || uniqueness(date) < 0.98) return null;
  const others = survey.columns.filter((column) => !dateColumns.includes(column) && column.filled > 0);
  if (others.some((column) => isWordy(column) && column.filled > survey.rows * SELDOM)) return null;
  const figures = others.filter(
    (column) =>
      isNumeric(column) &&
      numericShare(column) > 0.95 &&
      !isCounter(column) &&
      column.least !== column.greatest,
  );
  const running = figures.filter(runs);
  const isIdLike = (column: ColumnProfile) => nameRank(column, ID) > 0 || nameRank(column, NUMBER) >= 2;
  if (running.length === 0 || running.every(isIdLike)) return null;
  if (figures.length === 1) return running;
  return running.length >= 2 && running.length >= figures.length * 0.4 ? running : null;
}
