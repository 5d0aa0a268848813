/** So many texts of a column are remembered; then it begins anew. */
const MOST = 1 << 14;
/** Where more than this share of the texts asked for are new, it is not worth while to remember any. */
const MOST_NEW = 0.5;
/** Longer texts are quicker copied by a call of the engine. */
const SHORT = 48;
/** What ends a text among others; none has it within. */
const END = 0;

/** How the hash of a text begins, and what each of its bytes makes of it (FNV-1a). */
export const HASH = 0x811c9dc5 | 0;
export const HASH_STEP = 0x01000193;

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
  /** By the hash of a text one more than its code, and beside it the hash; 0 where there is none. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** Where the text of each code begins, and behind the last. */
  #starts = new Uint32Array(1 << 10);
  #bytes = new Uint8Array(1 << 12);
  #size = 0;
  #asked = 0;
  #isPlain = false;
  #isNew = true;
  /** Whether the text that was asked for last came first. */
  wasNew = false;
  /** Codes that were given before these rows. */
  #before = 0;

  constructor(private readonly most = MOST) {
    const slots = 1 << Math.ceil(Math.log2(most * 2 + 1));
    this.#slots = new Int32Array(slots * 2);
    this.#mask = slots - 1;
  }

  /** Begins with rows. */
  begin(): void {
    this.#isNew ||= this.#isPlain;
    if (!this.#isPlain && this.#size >= this.most) {
      this.#isPlain = this.#size > this.#asked * MOST_NEW;
      this.#slots.fill(0);
      [this.#asked, this.#isNew] = [0, true];
    }
    if (this.#isNew) this.#size = 0;
    this.#before = this.#size;
  }

  /** The code of the text between two places, which has this hash. */
  codeOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (this.#isPlain) return this.#push(bytes, from, to);
    this.#asked++;
    const [slots, starts, known] = [this.#slots, this.#starts, this.#bytes];
    const length = to - from;
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    for (let slot = slots[at * 2]!; slot !== 0; slot = slots[at * 2]!) {
      if (slots[at * 2 + 1] === hash) {
        const start = starts[slot - 1]!;
        let same = starts[slot]! - start === length + 1 ? 0 : -1;
        while (same >= 0 && same < length && known[start + same] === bytes[from + same]) same++;
        if (same === length) {
          this.wasNew = false;
          return slot - 1;
        }
      }
      at = (at + 1) & this.#mask;
    }
    const code = this.#push(bytes, from, to);
    if (code < this.most) {
      slots[at * 2] = code + 1;
      slots[at * 2 + 1] = hash;
    }
    return code;
  }

  #push(text: Uint8Array, from: number, to: number): number {
    this.wasNew = true;
    const code = this.#size++;
    const begun = this.#starts[code]!;
    const end = begun + to - from;
    if (end >= this.#bytes.length) this.#bytes = grown(this.#bytes, end + 1);
    if (code + 1 >= this.#starts.length) this.#starts = grown(this.#starts, code + 2);
    const bytes = this.#bytes;
    if (to - from > SHORT) bytes.set(text.subarray(from, to), begun);
    else for (let at = from, put = begun; at < to; at++, put++) bytes[put] = text[at]!;
    bytes[end] = END;
    this.#starts[code + 1] = end + 1;
    return code;
  }

  /** What came first since it began. */
  end(): NewTexts {
    const bytes = this.#bytes.subarray(this.#starts[this.#before], this.#starts[this.#size]);
    const found = { isNew: this.#isNew, count: this.#size - this.#before, bytes };
    this.#isNew = false;
    return found;
  }
}

function grown<T extends Uint8Array | Uint32Array>(held: T, wanted: number): T {
  const more = new (held.constructor as new (length: number) => T)(wanted * 2);
  more.set(held);
  return more;
}
