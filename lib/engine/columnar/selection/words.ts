import { type OwnValue, ownKey } from '../../../series/fields';
import { fold } from '../../../text/fold';
import { type Bits, include, isAll, noRows, rowsOf } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { type Dictionary, derivedLate, passingCodes } from '../columns/dictionary';
import {
  type PartPlaces,
  type TextParts,
  type Texts,
  textParts,
  textPartsNow,
} from '../columns/texts/text-parts';

/** Ranges of places that are read one by one; of more the whole is read. */
const FEW_RANGES = 2000;

/** 1 for the texts that have one of the parts, of which those found are 1. */
function holding(places: PartPlaces, found: Uint8Array): Uint8Array {
  const holds = new Uint8Array(places.texts);
  const mark = (from: number, to: number) => {
    for (const text of places.read(from, to)) holds[text] = 1;
  };
  const ranges: [from: number, to: number][] = [];
  for (let part = 0; part < found.length; part++) {
    if (found[part] === 0) continue;
    const from = part;
    while (found[part + 1] === 1) part++;
    ranges.push([places.starts[from]!, places.starts[part + 1]!]);
  }
  if (ranges.length <= FEW_RANGES) for (const [from, to] of ranges) mark(from, to);
  else {
    const all = places.read(0, places.starts.at(-1)!);
    for (const [from, to] of ranges) for (let at = from; at < to; at++) holds[all[at]!] = 1;
  }
  return holds;
}

/** The distinct texts of a column as a search goes through them: the distinct parts first, then who has one that was found. */
class SearchColumn {
  readonly #column: Dictionary<string>;
  readonly #parts: TextParts;

  constructor(column: Dictionary<string>, parts: TextParts) {
    this.#column = column;
    this.#parts = parts;
  }

  /** 1 for the distinct parts that hold a word; null where none does. */
  #found(word: string): Uint8Array | null {
    const found = new Uint8Array(this.#parts.size);
    let isFound = false;
    for (const { text, first, starts } of this.#parts.lines) {
      let line = 0;
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line]!)) {
        while (starts[line]! <= at) line++;
        found[first + line - 1] = 1;
        isFound = true;
      }
    }
    return isFound ? found : null;
  }

  /** The rows whose text holds a folded word; null where none does. */
  rowsWith(word: string): Bits | null {
    const found = this.#found(word);
    if (found === null) return null;
    const { places } = this.#parts;
    return rowsOf(passingCodes(this.#column), places === null ? found : holding(places, found));
  }
}

function ownText(value: OwnValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? value.join('\n') : '';
}

/** A column of texts, under a name of its own. */
export interface SearchedColumn {
  readonly name: string;
  readonly column: Dictionary<string>;
}

/** The columns that a search goes through. */
export function searchedColumns(columns: Columns): readonly SearchedColumn[] {
  const { parts, places, series } = columns;
  const texts = (column: Dictionary<string | null>) => derivedLate(column, (text) => text ?? '');
  return [
    { name: 'title', column: parts.title },
    { name: 'place', column: texts(places) },
    { name: 'notes', column: texts(parts.notes) },
    ...series.fields.map((field) => {
      const name = ownKey(field);
      return { name, column: derivedLate(columns.ownValues(name), ownText) };
    }),
  ];
}

/** The texts of a column as they are searched. */
export function foldedTexts({ column }: SearchedColumn): Texts {
  return derivedLate(column, fold).values;
}

/** Finds words in the texts of a series. */
export class WordIndex {
  readonly #columns: Columns;
  readonly #most: number;
  readonly #searched: readonly SearchedColumn[];
  readonly #made: SearchColumn[] = [];

  /** So many characters are put together at most; see {@link textParts}. */
  constructor(columns: Columns, most: number) {
    this.#columns = columns;
    this.#most = most;
    this.#searched = searchedColumns(columns);
  }

  /** A column, put together when it is first asked for. */
  #columnAt(at: number): SearchColumn {
    const searched = this.#searched[at]!;
    this.#made[at] ??= new SearchColumn(
      searched.column,
      this.#columns.keptParts(searched.name) ?? textPartsNow(foldedTexts(searched), this.#most),
    );
    return this.#made[at];
  }

  /** Puts the texts together ahead of the first search; `pause` is called between steps that take long. */
  async prepare(pause: () => Promise<void>): Promise<void> {
    for (const [at, searched] of this.#searched.entries()) {
      await pause();
      if (this.#made[at] !== undefined) continue;
      const texts = foldedTexts(searched);
      await pause();
      const making = textParts(texts, this.#most);
      for (let step = making.next(); ; step = making.next()) {
        if (step.done) {
          this.#made[at] ??= new SearchColumn(searched.column, step.value);
          break;
        }
        await pause();
      }
    }
  }

  /** The rows of which some text holds a folded word. Once that is all rows, texts that take longer are not asked. */
  rowsWith(word: string): Bits {
    const rows = noRows(this.#columns.size);
    const values = this.#searched.map(({ column }) => column.values.length);
    const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
    for (const at of order) {
      const found = this.#columnAt(at).rowsWith(word);
      if (found === null) continue;
      include(rows, found);
      if (isAll(rows, this.#columns.size)) break;
    }
    return rows;
  }
}
