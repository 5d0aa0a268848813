import { type OwnValue, ownKey } from '../../../series/fields';
import { fold } from '../../../text/fold';
import { type Bits, include, noRows, rowsOf } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { type Codes, type Dictionary, derived } from '../columns/dictionary';
import { lowest } from './lowest';

/** Texts one after the other, each on a line of its own or several: as a search goes through them at once. */
interface Lines {
  readonly text: string;
  /** The first of the texts, and where each of them begins; one more than there are. */
  readonly first: number;
  readonly starts: Uint32Array;
}

function linesOf(texts: readonly string[], from: number, most: number): Lines {
  const starts = [0];
  let to = from;
  for (; to < texts.length && (to === from || starts.at(-1)! < most); to++) {
    starts.push(starts.at(-1)! + texts[to]!.length + 1);
  }
  return { text: texts.slice(from, to).join('\n'), first: from, starts: Uint32Array.from(starts) };
}

/** Distinct texts, folded, as a search goes through them: no word holds the end of a line, so none runs over it. */
class SearchColumn {
  readonly #codes: Codes;
  readonly #size: number;
  readonly #parts: readonly Lines[];

  constructor({ codes, values }: Dictionary<string>, most: number) {
    const texts = values.map(fold);
    const parts: Lines[] = [];
    for (let from = 0; from < texts.length; from += parts.at(-1)!.starts.length - 1) {
      parts.push(linesOf(texts, from, most));
    }
    this.#codes = codes;
    this.#size = texts.length;
    this.#parts = parts;
  }

  /** The rows whose text holds a folded word; null where none does. */
  rowsWith(word: string): Bits | null {
    const holds = new Uint8Array(this.#size);
    let isFound = false;
    for (const { text, first, starts } of this.#parts) {
      for (let at = text.indexOf(word); at >= 0; ) {
        const next = lowest(1, starts.length, (index) => starts[index]! > at);
        holds[first + next - 1] = 1;
        isFound = true;
        at = next === starts.length ? -1 : text.indexOf(word, starts[next]!);
      }
    }
    return isFound ? rowsOf(this.#codes, holds) : null;
  }
}

function ownText(value: OwnValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? value.join('\n') : '';
}

/** Finds words in the texts of a series. The texts are put together when a search first asks for them. */
export class WordIndex {
  readonly #columns: Columns;
  readonly #most: number;
  #made: readonly SearchColumn[] | null = null;

  /** So many characters are put together at most, for a text has a limit, and one letter beyond Latin doubles its size. */
  constructor(columns: Columns, most: number) {
    this.#columns = columns;
    this.#most = most;
  }

  #searched(): readonly SearchColumn[] {
    const { model, series } = this.#columns;
    this.#made ??= [
      ...[model.title, model.place, model.notes].map((column: Dictionary<string | null>) =>
        derived(column, (text) => text ?? ''),
      ),
      ...series.fields.map((field) => derived(this.#columns.ownValues(ownKey(field)), ownText)),
    ].map((column) => new SearchColumn(column, this.#most));
    return this.#made;
  }

  /** The rows of which some text holds a folded word. */
  rowsWith(word: string): Bits {
    const rows = noRows(this.#columns.size);
    for (const column of this.#searched()) {
      const found = column.rowsWith(word);
      if (found !== null) include(rows, found);
    }
    return rows;
  }
}
