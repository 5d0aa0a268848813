import { HASH, HASH_STEP } from '../../../text/held/numbered-bytes';
import type { RowsCoder } from './coded-rows';

const [NUL, LF, CR, QUOTE, BEYOND_ASCII] = [0, 10, 13, 34, 0x80];
/** A record whose end has not come yet, and one that is not plain. */
const [MORE, ODD] = [-1, -2];

/** `more`: bytes are wanted. `full`: rows are to be taken. `odd`: the next record is none that can be read here. */
export type Stopped = 'more' | 'full' | 'odd';

/**
 * Reads plain records of a text in UTF-8 byte by byte, and codes their cells on the way: those that RFC 4180 knows and that are as wide as the
 * table. Whatever else comes, from a mark of quotation that stands in its way to bytes that are no text, is left to `RecordReader`, by
 * whose rules these records are the same.
 */
export class PlainRecords {
  readonly #delimiter: number;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #scratch = new Uint8Array(1 << 12);
  /** Line breaks within the last record. */
  #breaks = 0;

  /** `line`: on which the text begins. `longest`: bytes of a record. */
  constructor(
    private readonly coder: RowsCoder,
    delimiter: string,
    readonly longest: number,
    public line: number,
  ) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Reads from a place on which a record, or an empty line, begins. Gives the place after what was read, and why it stopped there. */
  read(bytes: Uint8Array, from: number): readonly [at: number, stopped: Stopped] {
    let at = from;
    for (;;) {
      at = this.#pastEmptyLines(bytes, at);
      if (this.coder.isFull) return [at, 'full'];
      // What comes after a CR at the end tells whether it ends a line alone.
      if (at >= bytes.length || bytes[at] === CR) return [at, 'more'];
      const past = this.#record(bytes, at, this.coder.next);
      if (past < 0) this.coder.leaveRow();
      if (past === ODD || (past === MORE ? bytes.length : past) - at > this.longest) return [at, 'odd'];
      if (past === MORE) return [at, 'more'];
      this.coder.endRow(this.line, past - at);
      this.line += this.#breaks + 1;
      at = past;
    }
  }

  #pastEmptyLines(bytes: Uint8Array, from: number): number {
    let at = from;
    for (;;) {
      const byte = bytes[at];
      if (byte !== LF && byte !== CR) return at;
      const past = pastBreak(bytes, at);
      if (past === MORE) return at;
      at = past;
      this.line++;
    }
  }

  /** Codes the cells of the record at a place; gives the place after it. */
  #record(bytes: Uint8Array, from: number, codes: Uint16Array): number {
    const [delimiter, columns, length] = [this.#delimiter, this.coder.columns, bytes.length];
    const last = codes.length - 1;
    this.#breaks = 0;
    let at = from;
    for (let column = 0; column <= last; column++) {
      if (at >= length) return MORE;
      let [hash, high] = [HASH, 0];
      const begun = at;
      let byte = bytes[at]!;
      if (byte === QUOTE) {
        at = this.#quoted(bytes, at, column, codes);
        if (at < 0) return at;
        byte = bytes[at]!;
      } else {
        while (byte !== delimiter && byte !== LF && byte !== CR) {
          if (byte === NUL) return ODD;
          hash = Math.imul(hash ^ byte, HASH_STEP);
          high |= byte;
          byte = bytes[++at]!;
          if (at >= length) return MORE;
        }
        const coder = columns[column]!;
        codes[column] = coder.codeOf(bytes, begun, at, hash);
        if (high >= BEYOND_ASCII && coder.wasNew && !this.#isText(bytes, begun, at)) return ODD;
      }
      if (byte === delimiter && column < last) at++;
      else return column < last || byte === delimiter ? ODD : pastBreak(bytes, at);
    }
    return ODD;
  }

  /** Codes the cell whose mark of quotation opens at a place; gives the place of the delimiter or line break behind it. */
  #quoted(bytes: Uint8Array, open: number, column: number, codes: Uint16Array): number {
    const length = bytes.length;
    let [text, begun, end, hash, high] = [bytes, open + 1, open + 1, HASH, 0];
    for (let at = open + 1; ; at++) {
      // Whether it is the first of two that stand for one is known with what comes after it.
      if (at + 1 >= length) return MORE;
      const byte = bytes[at]!;
      if (byte === NUL) return ODD;
      if (byte === QUOTE) {
        const after = bytes[at + 1]!;
        if (after !== QUOTE) {
          if (after !== this.#delimiter && after !== LF && after !== CR) return ODD;
          const coder = this.coder.columns[column]!;
          codes[column] = coder.codeOf(text, begun, end, hash);
          if (high >= BEYOND_ASCII && coder.wasNew && !this.#isText(text, begun, end)) return ODD;
          return at + 1;
        }
        // From the first of these on the cell is no part of the bytes.
        if (text === bytes) {
          text = this.#room(bytes, begun, at);
          [begun, end] = [0, at - begun];
        }
        at++;
      } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.#breaks++;
      if (text !== bytes) {
        if (end === text.length) text = this.#room(text, 0, end);
        text[end] = byte;
      }
      end++;
      hash = Math.imul(hash ^ byte, HASH_STEP);
      high |= byte;
    }
  }

  /** A part of some bytes at the start of room for more. */
  #room(bytes: Uint8Array, from: number, to: number): Uint8Array {
    const part = bytes.subarray(from, to);
    if (this.#scratch.length <= part.length * 2) {
      const larger = new Uint8Array(part.length * 4);
      larger.set(part);
      this.#scratch = larger;
    } else if (bytes !== this.#scratch) this.#scratch.set(part);
    return this.#scratch;
  }

  /** Whether bytes are text without U+FFFD, which stands for what is none. */
  #isText(bytes: Uint8Array, from: number, to: number): boolean {
    return !this.#decoder.decode(bytes.subarray(from, to)).includes('\ufffd');
  }
}

/** The place after the line break at a place. */
function pastBreak(bytes: Uint8Array, at: number): number {
  if (bytes[at] === LF) return at + 1;
  if (at + 1 >= bytes.length) return MORE;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
}
