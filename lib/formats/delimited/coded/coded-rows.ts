import type { Problem } from '../../../problems/problem';
import type { RawBatch, RawRow } from '../../raw-table';
import { CellCoder, HASH, HASH_STEP } from './cell-coder';

/** Rows of one batch; see {@link CodedRows}. */
const ROWS = 1000;
/** No text of a cell has it. */
const BETWEEN = '\0';

/**
 * Rows as they are sent from thread to thread, and held for a second reading: of each column the codes of its texts, and every text
 * once, as long as it is remembered. They build on those before them.
 */
export interface CodedRows {
  readonly lines: Uint32Array<ArrayBuffer>;
  /** The code of each cell, row after row. */
  readonly codes: Uint16Array<ArrayBuffer>;
  /** Of each column, whether its codes begin at 0 with these rows. */
  readonly isNew: Uint8Array<ArrayBuffer>;
  /** How many texts come first in these rows, column after column. */
  readonly counts: Uint16Array<ArrayBuffer>;
  /** These texts in UTF-8, a NUL behind each. */
  readonly texts: Uint8Array<ArrayBuffer>;
  readonly problems: readonly Problem[];
  /** Bytes of the source read so far. */
  readonly bytes: number;
}

/** What of coded rows is handed over from thread to thread. */
export function buffersOf({ lines, codes, isNew, counts, texts }: CodedRows): ArrayBuffer[] {
  return [lines.buffer, codes.buffer, isNew.buffer, counts.buffer, texts.buffer];
}

/** Bytes that rows hold. */
export function sizeOfRows(rows: CodedRows): number {
  return buffersOf(rows).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

const encoder = new TextEncoder();

/** Makes coded rows of the cells of rows, which are as many as columns. */
export class RowsCoder {
  readonly columns: readonly CellCoder[];
  readonly #codes: Uint16Array;
  readonly #lines = new Uint32Array(ROWS);
  #rows = 0;
  #problems: Problem[] = [];
  #scratch = new Uint8Array(1 << 10);

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new CellCoder());
    this.#codes = new Uint16Array(width * ROWS);
    for (const column of this.columns) column.begin();
  }

  get rows(): number {
    return this.#rows;
  }

  /** Whether rows are to be taken before another comes. */
  get isFull(): boolean {
    return this.#rows === ROWS;
  }

  get isEmpty(): boolean {
    return this.#rows === 0 && this.#problems.length === 0;
  }

  /** Where the codes of the next row go; it counts once it is ended. */
  get next(): Uint16Array {
    const from = this.#rows * this.columns.length;
    return this.#codes.subarray(from, from + this.columns.length);
  }

  /** Ends a row that begins on this line. */
  endRow(line: number): void {
    this.#lines[this.#rows++] = line;
  }

  /** Adds a row whose cells are texts without NUL. */
  add({ line, cells }: RawRow): void {
    const codes = this.next;
    for (let at = 0; at < codes.length; at++) codes[at] = this.#codeOf(at, cells[at]!);
    this.endRow(line);
  }

  #codeOf(column: number, text: string): number {
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 4);
    const { written } = encoder.encodeInto(text, this.#scratch);
    let hash = HASH;
    for (let at = 0; at < written; at++) hash = Math.imul(hash ^ this.#scratch[at]!, HASH_STEP);
    return this.columns[column]!.codeOf(this.#scratch, 0, written, hash);
  }

  tell(problems: readonly Problem[]): void {
    this.#problems.push(...problems);
  }

  /** The rows since those that were taken last. `bytes`: of the source, read so far. */
  take(bytes: number): CodedRows {
    const found = this.columns.map((column) => column.end());
    const texts = new Uint8Array(found.reduce((sum, column) => sum + column.bytes.length, 0));
    let at = 0;
    for (const column of found) {
      texts.set(column.bytes, at);
      at += column.bytes.length;
    }
    const rows = {
      lines: this.#lines.slice(0, this.#rows),
      codes: this.#codes.slice(0, this.#rows * this.columns.length),
      isNew: Uint8Array.from(found, ({ isNew }) => (isNew ? 1 : 0)),
      counts: Uint16Array.from(found, ({ count }) => count),
      texts,
      problems: this.#problems,
      bytes,
    };
    [this.#rows, this.#problems] = [0, []];
    for (const column of this.columns) column.begin();
    return rows;
  }
}

/** Makes rows of coded ones, in their order. Cells that say the same are one text, as long as it is remembered. */
export class RowsReader {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #columns: string[][];

  constructor(width: number) {
    this.#columns = Array.from({ length: width }, () => []);
  }

  read({ lines, codes, isNew, counts, texts, problems, bytes }: CodedRows): RawBatch {
    const come = this.#decoder.decode(texts).split(BETWEEN);
    let next = 0;
    this.#columns.forEach((known, column) => {
      if (isNew[column] === 1) known.length = 0;
      for (const end = next + counts[column]!; next < end; next++) known.push(come[next]!);
    });
    const columns = this.#columns;
    const width = columns.length;
    const rows = Array.from(lines, (line, row): RawRow => {
      const cells = new Array<string>(width);
      const from = row * width;
      for (let at = 0; at < width; at++) cells[at] = columns[at]![codes[from + at]!]!;
      return { line, cells };
    });
    return { rows, problems, bytes };
  }
}
