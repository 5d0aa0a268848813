import type { ReadingQuestion } from '../reading';
import { ALL_SHEETS, areAlike } from './all-sheets';

/** A sheet that may be the table. */
export interface SheetCandidate {
  readonly name: string;
  readonly hidden: boolean;
  readonly columns: number;
  /** What its columns are called. */
  readonly names: readonly string[];
  /** Rows among the first that were looked at. */
  readonly rows: number;
  /** Bytes of its XML, which grow with its rows. */
  readonly size: number;
}

/** Names of sheets that explain another. */
const ASIDE =
  /read.?me|code.?book|legend|notes?$|about|info|glossary|dictionary|metadata|sources?$|licen[cs]e|contents|lists?$|lookup/i;
const FEW_ROWS = 5;
const MOST_OPTIONS = 20;

/** Which sheet is the table; `question` where that is not clear, and the largest is taken for now. */
export function chooseSheet(all: readonly SheetCandidate[]): {
  sheet: SheetCandidate | null;
  question: ReadingQuestion | null;
} {
  const shown = all.filter(({ hidden }) => !hidden);
  const tables = (shown.length > 0 ? shown : all).filter(({ rows, columns }) => rows > 0 && columns > 0);
  const sorted = [...tables].sort((a, b) => Number(isAside(a)) - Number(isAside(b)) || b.size - a.size);
  const [first, ...others] = sorted;
  if (first === undefined) return { sheet: null, question: null };
  const rivals = others.filter((one) => isAlike(one, first) || !isBeside(one, first));
  return { sheet: first, question: rivals.length === 0 ? null : askSheet([first, ...others]) };
}

const isAlike = (one: SheetCandidate, other: SheetCandidate) =>
  !isAside(one) && areAlike(one.names, other.names);

/** The sheets that have the columns of a sheet, itself among them, in the order of the workbook. */
export function alike<T extends SheetCandidate>(all: readonly T[], first: SheetCandidate): readonly T[] {
  return all.filter((one) => !one.hidden && one.rows > 0 && (one.name === first.name || isAlike(one, first)));
}

function isAside({ name }: SheetCandidate): boolean {
  return ASIDE.test(name.trim());
}

/** Whether a sheet is plainly not the table beside a larger one. */
function isBeside(one: SheetCandidate, first: SheetCandidate): boolean {
  if (isAside(one) || one.columns === 1) return true;
  if (one.rows < FEW_ROWS && first.rows >= FEW_ROWS * 2) return true;
  return one.size * 20 < first.size || (one.size * 5 < first.size && one.columns * 2 <= first.columns);
}

/** All sheets of one shape may be taken together, such as one for each year. */
function askSheet(tables: readonly SheetCandidate[]): ReadingQuestion {
  const [first] = tables;
  const together = first ? alike(tables, first) : [];
  const all = {
    value: ALL_SHEETS,
    label: `the ${together.length} sheets with the same columns together: ${together
      .map(({ name }) => name)
      .slice(0, MOST_OPTIONS)
      .join(', ')}`,
    change: { reading: { sheet: ALL_SHEETS } },
  };
  const each = tables.slice(0, MOST_OPTIONS).map(({ name, columns }) => ({
    value: name,
    label: `${name}: ${columns} columns`,
    change: { reading: { sheet: name } },
  }));
  return {
    id: 'sheet',
    text: `The workbook has ${tables.length} sheets with tables. Which has the events?`,
    options: together.length > 1 ? [...each, all] : each,
  };
}
