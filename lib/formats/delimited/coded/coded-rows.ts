import type { Problem } from '../../../problems/problem';
import { hashOfBytes, hashOfWords } from '../../../text/held/murmur3';
import { HASH, HASH_STEP } from '../../../text/held/numbered-bytes';
import type { RawBatch, RawCells, RawRow } from '../../raw-table';
import { CellCoder } from './cell-coder';
import type { CodedRows } from './sent-rows';

/** Rows of one batch, and bytes of their cells, after which it ends; see {@link CodedRows}. */
const [ROWS, ROW_BYTES] = [1000, 1 << 22] as const;
/** Rows that are made of coded ones at once. */
const FEW = 250;
/** No text of a cell has it. */
const BETWEEN = '\0';

/** Words of the hash of a text that go into that of a row. */
const HASH_WORDS = 2;

const encoder = new TextEncoder();

/** Makes coded rows of the cells of rows, which are as many as columns. */
export class RowsCoder {
  readonly columns: readonly CellCoder[];
  readonly #codes: Uint16Array;
  readonly #lines = new Uint32Array(ROWS);
  #rows = 0;
  #bytes = 0;
  #middle: number;
  #problems: Problem[] = [];
  #scratch = new Uint8Array(1 << 10);

  /** From `middle` on, in bytes of the source, the codes of all columns begin anew, so that rows from there on build on none before. */
  constructor(width: number, middle = Number.POSITIVE_INFINITY) {
    this.#middle = middle;
    this.columns = Array.from({ length: width }, () => new CellCoder());
    this.#codes = new Uint16Array(width * ROWS);
    for (const column of this.columns) column.begin();
  }

  get rows(): number {
    return this.#rows;
  }

  /** Whether rows are to be taken before another comes. */
  get isFull(): boolean {
    return this.#rows === ROWS || this.#bytes >= ROW_BYTES;
  }

  get isEmpty(): boolean {
    return this.#rows === 0 && this.#problems.length === 0;
  }

  /** Where the codes of the next row go; it counts once it is ended. */
  get next(): Uint16Array {
    const from = this.#rows * this.columns.length;
    return this.#codes.subarray(from, from + this.columns.length);
  }

  /** Ends a row that begins on this line and takes so many bytes. */
  endRow(line: number, bytes: number): void {
    this.#lines[this.#rows++] = line;
    this.#bytes += bytes;
  }

  /** Leaves a row that has begun, and comes again. */
  leaveRow(): void {
    for (const column of this.columns) column.keepRows(this.#rows);
  }

  /** Adds a row whose cells are texts without NUL. */
  add({ line, cells }: RawRow): void {
    const codes = this.next;
    let bytes = 0;
    for (let at = 0; at < codes.length; at++) {
      const written = this.#write(cells[at]!);
      codes[at] = this.#codeOf(at, written);
      bytes += written;
    }
    this.endRow(line, bytes);
  }

  /** Writes a text where the next look-up finds it; gives its bytes. */
  #write(text: string): number {
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 4);
    return encoder.encodeInto(text, this.#scratch).written;
  }

  #codeOf(column: number, written: number): number {
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
    [this.#rows, this.#bytes, this.#problems] = [0, 0, []];
    const isAnew = bytes >= this.#middle;
    if (isAnew) this.#middle = Number.POSITIVE_INFINITY;
    for (const column of this.columns) column.begin(isAnew);
    return rows;
  }
}

/** What the codes of a column stand for: texts, and two words of the hash of each. */
interface KnownTexts {
  readonly texts: string[];
  readonly hashes: number[];
}

/**
 * Makes rows of coded ones, in their order. Cells that say the same are one text, as long as it is remembered. What is in all cells of a row
 * is hashed by what each of its texts is.
 */
export class RowsReader {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #columns: readonly KnownTexts[];
  readonly #words: Uint32Array;
  /** The number of the batch that came last. */
  #batch = 0;

  constructor(width: number) {
    this.#columns = Array.from({ length: width }, () => ({ texts: [], hashes: [] }));
    this.#words = new Uint32Array(width * HASH_WORDS);
  }

  /** Takes the texts that come first. Those of a column are cut out of a text of their own: the engine holds it as long as one of them. */
  #take({ isNew, counts, texts }: CodedRows): void {
    const hash = new Uint32Array(4);
    let from = 0;
    this.#columns.forEach((known, column) => {
      if (isNew[column] === 1) known.texts.length = known.hashes.length = 0;
      const begun = from;
      for (let left = counts[column]!; left > 0; left--) {
        const to = texts.indexOf(0, from);
        hashOfBytes(texts, from, to, hash);
        known.hashes.push(hash[0]!, hash[1]!);
        from = to + 1;
      }
      if (from === begun) return;
      for (const text of this.#decoder.decode(texts.subarray(begun, from - 1)).split(BETWEEN))
        known.texts.push(text);
    });
  }

  /** The rows, few at a time, so that what is made of them is soon let go. */
  *read(given: CodedRows): Generator<RawBatch> {
    this.#take(given);
    const { lines, bytes } = given;
    let { problems } = given;
    for (let from = 0; from === 0 || from < lines.length; from += FEW) {
      const to = Math.min(from + FEW, lines.length);
      const cells = this.#cells(given, from, to);
      const number = ++this.#batch;
      let rows: readonly RawRow[] | null = null;
      const makeRows = () => {
        // Codes may mean other texts by then.
        if (rows === null && number !== this.#batch)
          throw new Error('rows are asked for after the next batch came');
        rows ??= this.#rows(given, from, to);
        return rows;
      };
      yield {
        get rows() {
          return makeRows();
        },
        ...{ cells, problems, bytes },
      };
      problems = [];
    }
  }

  #cells({ codes }: CodedRows, from: number, to: number): RawCells {
    const columns = this.#columns;
    const width = columns.length;
    return {
      rows: to - from,
      cell: (row, column) => columns[column]!.texts[codes[(from + row) * width + column]!]!,
    };
  }

  #rows({ lines, codes }: CodedRows, from: number, to: number): readonly RawRow[] {
    const [columns, words] = [this.#columns, this.#words];
    const [width, contents] = [columns.length, new Uint32Array((to - from) * 4)];
    const rows: RawRow[] = [];
    for (let row = from, code = from * width; row < to; row++) {
      const cells = new Array<string>(width);
      for (let at = 0; at < width; at++, code++) {
        const [{ texts, hashes }, known] = [columns[at]!, codes[code]!];
        cells[at] = texts[known]!;
        words[at * HASH_WORDS] = hashes[known * HASH_WORDS]!;
        words[at * HASH_WORDS + 1] = hashes[known * HASH_WORDS + 1]!;
      }
      const begun = rows.length * 4;
      rows.push({
        line: lines[row]!,
        cells,
        content: hashOfWords(words, contents.subarray(begun, begun + 4)),
      });
    }
    return rows;
  }
}
