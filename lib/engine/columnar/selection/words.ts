import { type OwnValue, ownKey } from '../../../series/fields';
import { fold } from '../../../text/fold';
import { type Bits, include, noRows, rowsOf } from '../columns/bits';
import type { Columns } from '../columns/columns';
import { type Codes, type Dictionary, derived } from '../columns/dictionary';

/** Texts one after the other, each on a line of its own, as a search goes through them at once. */
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

/** Numbers in an array that grows. */
class Growing {
  #numbers = new Uint32Array(1024);
  size = 0;

  push(number: number): void {
    if (this.size === this.#numbers.length) {
      const more = new Uint32Array(this.size * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.size++] = number;
  }

  finish(): Uint32Array {
    return this.#numbers.slice(0, this.size);
  }
}

/** What texts are made of, each part once, and which parts every text has. A word holds no blank, so it lies in one part. */
interface Parts {
  readonly distinct: readonly string[];
  /** The parts of a text are `parts[starts[text]]` up to `parts[starts[text + 1]]`; null where each text is its own part. */
  readonly ofTexts: { readonly starts: Uint32Array; readonly parts: Uint32Array } | null;
}

/** Parts texts at their blanks. */
function partsOf(texts: readonly string[]): Parts {
  const known = new Map<string, number>();
  const [starts, parts] = [new Growing(), new Growing()];
  for (const text of texts) {
    starts.push(parts.size);
    for (const line of text.split('\n')) {
      for (const part of line.split(' ')) {
        const number = known.get(part) ?? known.size;
        if (number === known.size) known.set(part, number);
        parts.push(number);
      }
    }
  }
  starts.push(parts.size);
  return { distinct: [...known.keys()], ofTexts: { starts: starts.finish(), parts: parts.finish() } };
}

/** So many texts show whether their parts come again: if not, there is nothing to gain by parting the others. */
const SAMPLE = 2000;
const MOST_NEW = 0.15;

function partsWherePaying(texts: readonly string[]): Parts {
  const sample = partsOf(texts.slice(0, SAMPLE));
  const isNew = sample.distinct.length > MOST_NEW * sample.ofTexts!.parts.length;
  return isNew ? { distinct: texts, ofTexts: null } : partsOf(texts);
}

/** The distinct texts of a column as a search goes through them: the distinct parts first, then who has one that was found. */
class SearchColumn {
  readonly #codes: Codes;
  readonly #ofTexts: Parts['ofTexts'];
  /** How many distinct parts there are. */
  readonly #size: number;
  readonly #lines: readonly Lines[];

  constructor({ codes, values }: Dictionary<string>, most: number) {
    this.#codes = codes;
    const parts = partsWherePaying(values.map(fold));
    const { distinct } = parts;
    const lines: Lines[] = [];
    for (let from = 0; from < distinct.length; from += lines.at(-1)!.starts.length - 1) {
      lines.push(linesOf(distinct, from, most));
    }
    this.#lines = lines;
    this.#ofTexts = parts.ofTexts;
    this.#size = distinct.length;
  }

  /** 1 for the distinct parts that hold a word; null where none does. */
  #found(word: string): Uint8Array | null {
    const found = new Uint8Array(this.#size);
    let isFound = false;
    for (const { text, first, starts } of this.#lines) {
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
    return rowsOf(this.#codes, this.#ofTexts === null ? found : holding(this.#ofTexts, found));
  }
}

/** 1 for the texts that have one of the parts. */
function holding({ starts, parts }: NonNullable<Parts['ofTexts']>, found: Uint8Array): Uint8Array {
  const holds = new Uint8Array(starts.length - 1);
  for (let text = 0; text < holds.length; text++) {
    const end = starts[text + 1]!;
    let at = starts[text]!;
    while (at < end && found[parts[at]!] === 0) at++;
    if (at < end) holds[text] = 1;
  }
  return holds;
}

function ownText(value: OwnValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? value.join('\n') : '';
}

/** Finds words in the texts of a series. */
export class WordIndex {
  readonly #columns: Columns;
  readonly #most: number;
  readonly #made: SearchColumn[] = [];

  /** So many characters are put together at most, for a text has a limit, and one letter beyond Latin doubles its size. */
  constructor(columns: Columns, most: number) {
    this.#columns = columns;
    this.#most = most;
  }

  /** The columns of texts, each put together when it is first asked for. */
  *#searched(): Generator<SearchColumn> {
    const { model, series } = this.#columns;
    const texts: readonly (() => Dictionary<string>)[] = [
      ...[model.title, model.place, model.notes].map(
        (column: Dictionary<string | null>) => () => derived(column, (text) => text ?? ''),
      ),
      ...series.fields.map((field) => () => derived(this.#columns.ownValues(ownKey(field)), ownText)),
    ];
    for (const [at, column] of texts.entries()) {
      this.#made[at] ??= new SearchColumn(column(), this.#most);
      yield this.#made[at];
    }
  }

  /** Puts the texts together ahead of the first search; `pause` is called before each column. */
  async prepare(pause: () => Promise<void>): Promise<void> {
    for (const _ of this.#searched()) await pause();
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
