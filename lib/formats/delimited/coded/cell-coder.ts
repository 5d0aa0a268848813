import { NumberedBytes } from '../../../text/held/numbered-bytes';

/** So many texts of a column are remembered, and so many bytes of them; then it begins anew. */
const [MOST, MOST_BYTES] = [1 << 14, 1 << 21] as const;
/** Where more than this share of the texts asked for are new, it is not worth while to remember any. */
const MOST_NEW = 0.5;

/** The texts of one column that come first in some rows, in the order of their codes. */
export interface NewTexts {
  /** Whether codes begin at 0 with these, and those that were known mean nothing any more. */
  readonly isNew: boolean;
  readonly count: number;
  /** In UTF-8, a NUL behind each. Holds until the next rows begin. */
  readonly bytes: Uint8Array;
}

/** Gives the cells of one column codes, as bytes of UTF-8 without NUL: a cell that came before costs neither a text nor a place to keep it. */
export class CellCoder {
  readonly #texts = new NumberedBytes();
  #asked = 0;
  #isPlain = false;
  #isNew = true;
  /** Codes that were given before these rows. */
  #before = 0;

  /** Whether the text that was asked for last came first. */
  get wasNew(): boolean {
    return this.#texts.wasNew;
  }

  /** Begins with rows; anew where texts that were known are to mean nothing any more. */
  begin(isAnew = false): void {
    this.#isNew ||= this.#isPlain || isAnew;
    if (!this.#isPlain && (this.#texts.size >= MOST || this.#texts.length >= MOST_BYTES)) {
      this.#isPlain = this.#texts.size > this.#asked * MOST_NEW;
      [this.#asked, this.#isNew] = [0, true];
    }
    if (this.#isNew) this.#texts.clear();
    this.#before = this.#texts.size;
  }

  /** The code of the text between two places, which has this hash. */
  codeOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (this.#isPlain) return this.#texts.push(bytes, from, to);
    this.#asked++;
    return this.#texts.numberOf(bytes, from, to, hash);
  }

  /** Has only so many rows since it began: of one that was left halfway the cell comes again. */
  keepRows(rows: number): void {
    if (this.#isPlain) this.#texts.keep(rows);
  }

  /** What came first since it began. */
  end(): NewTexts {
    const [before, size] = [this.#before, this.#texts.size];
    const found = { isNew: this.#isNew, count: size - before, bytes: this.#texts.bytesOf(before, size) };
    this.#isNew = false;
    return found;
  }
}
