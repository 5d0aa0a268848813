import type { RawColumn } from '../../../formats/raw-table';
import { flagIn } from '../../../mapping/cells/own-cell';
import type { Mapping } from '../../../mapping/mapping';
import { namedColumns } from '../../../mapping/presets/layout';
import { LIST, numberColumns } from '../../../mapping/presets/layouts/annals';
import { isMissing } from '../../../mapping/survey/missing-words';
import { type CellProblem, type Found, NO_PROBLEMS } from '../cells/cell-problem';
import { type CellOf, cellOf } from '../cells/cell-reader';
import type { SaidNothing } from '../cells/known-cells';
import { splitCell } from '../cells/split-cell';
import { nameOf } from '../names/actor-names';
import { idOfName } from '../names/name-ids';

/** Reads a part of a row, with what is wrong with it. */
export type PartReader<T> = (cells: readonly string[]) => Found<T>;

/** An apostrophe that stands in a CSV so that no spreadsheet takes what follows for a formula. */
const GUARD = /^'(?=[\t\r]|[\s\p{Cc}\p{Cf}"'`“”‘’«»]*[=+\-@＝＋－＠−])/u;

/** A column of an export: how the file calls it, and its cells. */
export interface ExportedColumn {
  /** Null where the file has no such column; then all cells are empty. */
  readonly name: string | null;
  readonly read: CellOf;
}

/** The columns of an export by what they hold, whatever the format calls them. */
export interface ExportedCells {
  /** The first of some columns that is there. */
  column(...names: readonly string[]): ExportedColumn;
  /**
   * Reads a column by the name that the file gives it. Words for "not known" stand for themselves, for exports leave cells empty;
   * but a word that stands where a row has a number or a day is nothing in all cells of that row.
   */
  of(name: string | null): CellOf;
  /** Texts that were taken for nothing so far. */
  saidNothing(): readonly SaidNothing[];
}

/** The word for nothing that stands among the numbers of a row; null where none does. Asked for a row several times in turn. */
function nothingIn(numbers: readonly CellOf[]): (cells: readonly string[]) => string | null {
  let [last, word]: [readonly string[] | null, string | null] = [null, null];
  return (cells) => {
    if (cells === last) return word;
    last = cells;
    word = null;
    for (const read of numbers) {
      const text = read(cells);
      if (text !== '' && isMissing(text)) word = text;
    }
    return word;
  };
}

/** Opens the cells of an export. */
export function exportedCells(
  columns: readonly RawColumn[],
  { reading }: Pick<Mapping, 'reading'>,
): ExportedCells {
  const isGuarded = reading.format === 'delimited';
  const known = namedColumns(columns);
  const nothing = nothingIn(numberColumns(known).map((name) => cellOf(columns, name)));
  const met = new Map<string, SaidNothing>();
  const of = (name: string | null): CellOf => {
    if (name === null) return () => '';
    const read = cellOf(columns, name);
    return (cells) => {
      const text = read(cells);
      if (text === '') return text;
      if (text === nothing(cells)) {
        met.set(JSON.stringify([name, text]), { column: name, text });
        return '';
      }
      return isGuarded ? text.replace(GUARD, '') : text;
    };
  };
  return {
    of,
    column(...names) {
      const name = known.name(...names);
      return { name, read: of(name) };
    },
    saidNothing: () => [...met.values()],
  };
}

/** What an id is written with, as in the tables of a package; two words of addresses are none. */
const LEGAL = /^(?!(?:none|several)$)[A-Za-z0-9][A-Za-z0-9._~-]*$/;

/** The ids of rows as they are; of a text that somebody wrote in the place of one, an id that an address can hold, with the text as its name. */
export class Ids {
  readonly #names = new Map<string, string>();

  of<T extends string>(text: string, prefix: string): T {
    if (LEGAL.test(text)) return text as T;
    const name = nameOf(text);
    const id = idOfName(name, prefix);
    this.#names.set(id, name);
    return id as T;
  }

  in<T extends string>(text: string, prefix: string): readonly T[] {
    return splitCell(text, LIST).map((one) => this.of<T>(one, prefix));
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }
}

/** What rows have named so far, each by its id: an export has no other name of it. */
export class Met<T extends { readonly id: string }> {
  readonly #known = new Map<string, T>();

  constructor(private readonly make: (id: string) => T) {}

  enter(met: readonly string[]): void {
    for (const id of met) if (!this.#known.has(id)) this.#known.set(id, this.make(id));
  }

  all(): T[] {
    return [...this.#known.values()];
  }
}

export const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** A value with nothing to be said of it. */
export const found = <T>(value: T): Found<T> => ({ value, problems: NO_PROBLEMS });

/** A cell that holds something else than an export writes there. */
export function notOfItsKind({ name }: ExportedColumn, value: string, reason: string): CellProblem {
  return { code: 'not-of-its-kind', column: name, value, reason };
}

/** Reads a cell with one of a few words; anything else is told, and taken as `otherwise`. */
export function wordReader<T extends string, O extends T | null>(
  column: ExportedColumn,
  words: readonly T[],
  otherwise: O,
): PartReader<T | O> {
  const known = new Map<string, Found<T | O>>([
    ['', found(otherwise)],
    ...words.map((word) => [word, found(word)] as const),
  ]);
  return (cells) => {
    const text = column.read(cells);
    const word = known.get(text) ?? known.get(text.toLowerCase());
    if (word !== undefined) return word;
    const reason = `it is none of ${words.join(', ')}; taken as ${otherwise ?? 'not stated'}`;
    return { value: otherwise, problems: [notOfItsKind(column, text, reason)] };
  };
}

/** Reads yes or no; anything else is told, and taken as `otherwise`, as a blank is. */
export function flagReader(column: ExportedColumn, otherwise: boolean): PartReader<boolean> {
  return (cells) => {
    const text = column.read(cells);
    const flag = text === '' ? otherwise : flagIn(text);
    if (flag !== null) return found(flag);
    const reason = `it says neither true nor false; taken as ${otherwise}`;
    return { value: otherwise, problems: [notOfItsKind(column, text, reason)] };
  };
}
