import type { DateMapping } from '../../mapping';
import type { ColumnProfile, Survey } from '../../survey/survey';
import { isNumeric, isWordy, shareOf, uniqueness, webShare } from '../columns/content';
import {
  EVENT_COUNT,
  FATALITIES,
  ID,
  INJURED,
  LATITUDE,
  LONGITUDE,
  NOTES,
  SOURCES,
  TITLE,
} from '../columns/field-names';
import { nameRank } from '../columns/name-list';

/** A month, a quarter or a year, and nothing finer. */
const COARSE =
  /^(-?\d{1,4}|\d{4}[-/. ]?(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/.]\d{4}|\d{4}[- ]?Q[1-4]|Q[1-4][- /]?\d{4}|\p{L}{3,}\.?[- ,/']*\d{2,4}|\d{4}[- ]\p{L}{3,})$/u;
/** The first of each month, or the first or last day of each year, stand for the whole. */
const FIRST_DAY = /^\d{4}-\d{2}-01(T00:00:00.*| 00:00:00.*)?$/;
const TOTAL =
  /^(grand |sub)?total( .*)?$|^(all|overall|sum|gesamt|summe|insgesamt|итого|всего|разом|усього|المجموع)$/iu;

/** Whether the dates of a table are periods: months, quarters or years. */
export function isCoarse(date: DateMapping, columns: readonly ColumnProfile[]): boolean {
  if (date.kind === 'parts') return date.day === null;
  const [column] = columns;
  if (!column) return false;
  return (
    shareOf(column, (text) => COARSE.test(text)) > 0.95 ||
    shareOf(column, (text) => FIRST_DAY.test(text)) > 0.95
  );
}

export const saysEvent = (column: ColumnProfile) =>
  [LATITUDE, LONGITUDE, NOTES, TITLE, SOURCES].some((list) => nameRank(column, list) >= 2) ||
  (nameRank(column, ID) >= 2 && uniqueness(column) === 1) ||
  webShare(column) > 0.2 ||
  (isWordy(column) && column.longest > 120);

const isCount = (column: ColumnProfile) =>
  isNumeric(column) &&
  (column.least ?? -1) >= 0 &&
  nameRank(column, EVENT_COUNT) > 0 &&
  nameRank(column, ID) < 2;

const isFigure = (column: ColumnProfile) =>
  isCount(column) || (isNumeric(column) && [FATALITIES, INJURED].some((list) => nameRank(column, list) >= 2));

const hasTotalRows = (column: ColumnProfile) =>
  isWordy(column) && column.values.some(([text]) => TOTAL.test(text));

/** How full the grid of all periods and categories is; 1 where every combination has a row of its own. */
function gridFill({ rows }: Survey, keys: readonly ColumnProfile[]): number {
  const cells = keys.reduce((product, { distinct }) => product * Math.max(1, distinct ?? rows), 1);
  return cells === 0 ? 0 : rows / cells;
}

const FEWEST_OF_PANEL = 30;

/** Whether a table has a row for all but every day and category there is: figures by day and place, which no events fill. */
function isPanel(
  survey: Survey,
  dateColumns: readonly ColumnProfile[],
  words: readonly ColumnProfile[],
): boolean {
  const keys = [...dateColumns, ...words];
  const isGrid = words.length > 0 && keys.every(({ distinct }) => (distinct ?? 0) > 1);
  return isGrid && survey.equalRows === 0 && survey.rows >= FEWEST_OF_PANEL && gridFill(survey, keys) > 0.9;
}

/**
 * The columns that make a table one of totals: counts of events or people for each period, without anything that speaks
 * of a single event. Null where it is none.
 */
export function totalsColumns(
  survey: Survey,
  date: DateMapping,
  dateColumns: readonly ColumnProfile[],
): readonly ColumnProfile[] | null {
  const others = survey.columns.filter((column) => !dateColumns.includes(column) && column.filled > 0);
  if (others.some(saysEvent)) return null;
  const figures = others.filter(isFigure);
  const counts = figures.filter(isCount);
  if (figures.length === 0 || survey.rows < 2) return null;
  const totals = others.filter(hasTotalRows);
  if (counts.length > 0 && totals.length > 0) return [...counts, ...totals];
  const words = others.filter((column) => isWordy(column));
  const isFull = survey.equalRows === 0 && gridFill(survey, [...dateColumns, ...words]) > 0.5;
  if (isPanel(survey, dateColumns, words)) return figures;
  const isDaily = words.length === 0 && uniqueness(dateColumns[0] as ColumnProfile) === 1;
  if (isCoarse(date, dateColumns))
    return counts.length > 0 || (isFull && figures.length > 0) ? figures : null;
  return counts.length > 0 && survey.equalRows === 0 && (isDaily || isFull) ? counts : null;
}
