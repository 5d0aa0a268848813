import { commonest } from '../delimited/sniff-delimiter';
import { isHxlRow } from './hxl';
import { FEWEST_PERIODS, isPeriodName } from './period-name';

/** Where the header is among the records of a text. */
export interface FoundHeader {
  /** Which of the records that are not blank it is, from 1; 0 where there is none. */
  readonly header: number;
  /** Whether its place follows from its shape alone. */
  readonly certain: boolean;
}

/** Records from the top that may stand before or be the header. */
const MOST_PREAMBLE = 30;
const FILLED = 0.5;
const NAMES = 0.8;
const LONGEST_NAME = 200;

const NUMBER = /^[-+(]?[\p{Nd}\s.,٫٬]*\p{Nd}[\p{Nd}\s.,٫٬]*[%٪]?\)?$/u;
const DATE =
  /^(?:\p{Nd}{1,4}[-/.]\p{Nd}{1,2}(?:[-/.]\p{Nd}{1,4})?|\p{Nd}{1,2}[\s-]\p{L}{3,}\.?[\s-]\p{Nd}{2,4}|\p{L}{3,}\.? \p{Nd}{1,2},? \p{Nd}{4})(?:[T ].*)?$/u;

/** Whether a cell is a figure or a date, as data are and names of columns are not. */
function isDatum(cell: string): boolean {
  return NUMBER.test(cell) || DATE.test(cell);
}

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** Periods in order across a record, all written alike, as the header of a table of totals has them: `2019`, `2020`, `2021`. */
function isSeriesOfPeriods(cells: readonly string[]): boolean {
  const periods = cells.filter(isPeriodName);
  const shapes = new Set(periods.map((cell) => cell.replace(/\d/g, '9').replace(/\p{L}+/gu, 'a')));
  if (periods.length < FEWEST_PERIODS || shapes.size > 1 || new Set(periods).size < periods.length)
    return false;
  const years = periods.map((cell) => Number(/\d{4}/.exec(cell)?.[0] ?? 0));
  const steps = years.slice(1).map((year, at) => year - (years[at] ?? 0));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

/** Whether a record is made of distinct texts across the table. */
function isNames(cells: readonly string[], width: number): boolean {
  const filled = filledOf(cells);
  if (filled.length < width * FILLED || filled[0]?.startsWith('# ')) return false;
  const periods = isSeriesOfPeriods(filled);
  const isName = (cell: string) => !isDatum(cell) || (periods && isPeriodName(cell));
  const names = filled.filter((cell) => isName(cell) && cell.length <= LONGEST_NAME);
  return names.length >= filled.length * NAMES && new Set(filled).size >= filled.length * FILLED;
}

/** Whether some column has a name without a digit above, and mostly digits of figures and dates below. */
function standsOverData(names: readonly string[], below: readonly (readonly string[])[]): boolean {
  return names.some((name, at) => {
    if (/\p{Nd}/u.test(name)) return false;
    const filled = below.map((cells) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter((cell) => /\p{Nd}/u.test(cell)).length > filled.length / 2;
  });
}

/** How many cells of a record are filled, usually; titles and remarks of one cell do not count, where others have more. */
function usuallyFilled(records: readonly (readonly string[])[]): number {
  const counts = records.map((cells) => filledOf(cells).length).filter((count) => count > 1);
  counts.sort((one, other) => one - other);
  return counts[counts.length >> 1] ?? 1;
}

/** Whether a record has far fewer cells filled than others: a title, a source, a remark. */
function isRemark(cells: readonly string[], usual: number): boolean {
  const [first = '', ...rest] = filledOf(cells);
  return first.startsWith('# ') || (usual > 1 && rest.length + 1 < Math.max(2, usual * FILLED));
}

/** A cell that repeats the one before it, as where a merged cell was filled, names nothing more. */
function withoutRepeats(cells: readonly string[]): readonly string[] {
  return cells.map((cell, at) => (at > 0 && cell.trim() === cells[at - 1]?.trim() ? '' : cell));
}

/** Columns of a table, up to its last that is filled in any of some records. */
function widthOf(records: readonly (readonly string[])[]): number {
  return records.reduce(
    (most, cells) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== '') + 1),
    0,
  );
}

/** The share of the columns that a first header of groups names at most. */
const GROUPED = 0.75;

/**
 * Whether a record names groups of columns and the one below it every column, or every one that its group does not: `Date`
 * over `Year`, `Month` and `Day`, and beside it `Place` over nothing.
 */
export function areGroups(groups: readonly string[], names: readonly string[]): boolean {
  const [above, width] = [withoutRepeats(groups), widthOf([groups, names])];
  const filled = filledOf(names);
  const areNames =
    filled.length >= 2 && filled.every((cell) => !isDatum(cell) && cell.length <= LONGEST_NAME);
  if (!areNames || filledOf(above).length > width * GROUPED || filledOf(above).length < 2) return false;
  const places = Array.from({ length: width }, (_, at) => at);
  const isNamed = (at: number) => (names[at]?.trim() ?? '') !== '' || (above[at]?.trim() ?? '') !== '';
  const isTogether = places.some(
    (at) => (above[at]?.trim() ?? '') === '' && (names[at]?.trim() ?? '') !== '',
  );
  return isTogether && places.every(isNamed);
}

function isGrouped(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const [next = [], ...data] = below;
  if (!areGroups(cells, next)) return false;
  // Where every column has a name of its own, the names below are a header by themselves.
  const width = widthOf([cells, next]);
  const whole = filledOf(next).length === width;
  return standsOverData(next, data) && (whole || startsGroup(cells, next));
}

/** Whether names stand below the gaps of the record above them: the columns of a group. */
function startsGroup(groups: readonly string[], names: readonly string[]): boolean {
  const above = withoutRepeats(groups);
  return above.some((cell, at) => at > 0 && cell.trim() === '' && (names[at]?.trim() ?? '') !== '');
}

/** A record of names of groups: distinct texts with gaps between, over a header. */
function isGroupHeader(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = filledOf(withoutRepeats(cells));
  const areNames =
    filled.length >= 2 && filled.every((cell) => !isDatum(cell)) && !filled[0]?.startsWith('# ');
  return areNames && isGrouped(cells, below);
}

/**
 * Finds the header by its shape: the first record that is filled with distinct texts across the width of the records below
 * it, above it nothing but remarks. `records` are the first of the text, blank ones left out.
 */
export function findHeader(records: readonly (readonly string[])[]): FoundHeader {
  const width = commonest(records.map((cells) => cells.length));
  const usual = usuallyFilled(records);
  for (const [at, cells] of records.slice(0, MOST_PREAMBLE).entries()) {
    const below = records.slice(at + 1).filter((one) => !isHxlRow(one));
    if (isHxlRow(cells)) return { header: at + 1, certain: true };
    if (isGroupHeader(cells, below)) return { header: at + 2, certain: true };
    if (isNames(cells, width))
      return { header: at + 1, certain: standsOverData(cells, below) || isSeriesOfPeriods(filledOf(cells)) };
    if (!isRemark(cells, usual)) return { header: 0, certain: at === 0 };
  }
  return { header: 0, certain: false };
}
