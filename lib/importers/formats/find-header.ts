import { isHxlRow } from './hxl';
import { commonest } from './sniff-delimiter';

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

/** Whether a record is made of distinct texts across the table. */
function isNames(cells: readonly string[], width: number): boolean {
  const filled = filledOf(cells);
  if (filled.length < width * FILLED || filled[0]?.startsWith('# ')) return false;
  const names = filled.filter((cell) => !isDatum(cell) && cell.length <= LONGEST_NAME);
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

/** A first header may name groups of columns, with gaps, and a second below it every single one. */
const GROUPED = 0.75;

function isGrouped(cells: readonly string[], below: readonly (readonly string[])[], width: number): boolean {
  const [next = [], ...data] = below;
  const filled = filledOf(next);
  const isEach = filled.length === width && filled.every((cell) => !isDatum(cell)) && isNames(next, width);
  return isEach && filledOf(cells).length <= width * GROUPED && standsOverData(next, data);
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
    if (isNames(cells, width) && isGrouped(cells, below, width)) return { header: at + 2, certain: true };
    if (isNames(cells, width)) return { header: at + 1, certain: standsOverData(cells, below) };
    if (!isRemark(cells, usual)) return { header: 0, certain: at === 0 };
  }
  return { header: 0, certain: false };
}
