/** Longer texts are quicker copied by a call of the engine. */
const SHORT = 48;
/** Slots at first, of which at most half are taken. */
const SLOTS = 1 << 8;
const END = 0;

/** How the hash of a text begins, and what each of its bytes makes of it (FNV-1a): `hash = Math.imul(hash ^ byte, HASH_STEP)`. */
export const HASH = 0x811c9dc5 | 0;
export const HASH_STEP = 0x01000193;

/**
 * Texts in UTF-8, each once, by numbers from 0 in the order in which they came. A look-up makes no text, and the bytes stand one behind the
 * other, a NUL behind each.
 */
export class NumberedBytes {
  /** By the hash of a text one more than its number, and beside it the hash; 0 where there is none. */
  #slots = new Int32Array(SLOTS * 2);
  /** Where each text begins, and behind the last. */
  #starts = new Uint32Array(1 << 10);
  #bytes = new Uint8Array(1 << 12);
  #size = 0;
  /** Whether the text that was asked for last came first. */
  wasNew = false;

  get size(): number {
    return this.#size;
  }

  /** Bytes of all texts. */
  get length(): number {
    return this.#starts[this.#size]!;
  }

  /** The number of the text between two places, which has this hash. */
  numberOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const [slots, starts, known] = [this.#slots, this.#starts, this.#bytes];
    const [length, mask] = [to - from, slots.length / 2 - 1];
    let at = (hash ^ (hash >>> 15)) & mask;
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
      at = (at + 1) & mask;
    }
    slots[at * 2] = this.#size + 1;
    slots[at * 2 + 1] = hash;
    const number = this.push(bytes, from, to);
    if (this.#size * 4 > slots.length) this.#widen();
    return number;
  }

  /** Puts a text behind the others, without looking for it or ever finding it. */
  push(text: Uint8Array, from: number, to: number): number {
    this.wasNew = true;
    const number = this.#size++;
    const begun = this.#starts[number]!;
    const end = begun + to - from;
    if (end >= this.#bytes.length) this.#bytes = grown(this.#bytes, end + 1);
    if (number + 1 >= this.#starts.length) this.#starts = grown(this.#starts, number + 2);
    const bytes = this.#bytes;
    if (to - from > SHORT) bytes.set(text.subarray(from, to), begun);
    else for (let at = from, put = begun; at < to; at++, put++) bytes[put] = text[at]!;
    bytes[end] = END;
    this.#starts[number + 1] = end + 1;
    return number;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length / 2 - 1;
    for (let old = 0; old < this.#slots.length; old += 2) {
      if (this.#slots[old] === 0) continue;
      const hash = this.#slots[old + 1]!;
      let at = (hash ^ (hash >>> 15)) & mask;
      while (slots[at * 2] !== 0) at = (at + 1) & mask;
      slots[at * 2] = this.#slots[old]!;
      slots[at * 2 + 1] = hash;
    }
    this.#slots = slots;
  }

  /** Takes the texts back that were put behind so many, of which none can be found. */
  keep(size: number): void {
    this.#size = size;
  }

  /** Forgets all texts. */
  clear(): void {
    this.#slots.fill(0);
    this.#size = 0;
  }

  /** The texts of some numbers, a NUL behind each. Holds until more is put. */
  bytesOf(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[from], this.#starts[to]);
  }
}

function grown<T extends Uint8Array | Uint32Array>(held: T, wanted: number): T {
  const more = new (held.constructor as new (length: number) => T)(wanted * 2);
  more.set(held);
  return more;
}
