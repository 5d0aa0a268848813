import { HASH, HASH_STEP, NumberedBytes } from '../../../../text/held/numbered-bytes';

const [BLANK, LINE_BREAK] = [0x20, 0x0a];
/** Between parts, as texts are held. */
const NUL = '\0';
/** Parts that are made texts of at once. */
const AT_ONCE = 1 << 12;
/** At most so many bytes stand for one unit of a text. */
const WIDEST = 3;
/** Half of a surrogate pair, which UTF-8 has no bytes for, and what the bytes of parts cannot hold. */
const ODD = /[\p{Surrogate}\0]/u;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What texts are made of between blanks and line breaks, each part once, by numbers from 0 in the order in which they came. */
export class DistinctParts {
  readonly #known = new NumberedBytes();
  /** Parts that bytes cannot hold; an empty text stands for each of them. */
  readonly #odd = new Map<string, number>();
  #bytes = new Uint8Array(1 << 12);
  #numbers: number[] = [];

  get size(): number {
    return this.#known.size;
  }

  /** The numbers of the parts of a text, in their order. Holds until the next is asked for. */
  numbersOf(text: string): readonly number[] {
    this.#numbers.length = 0;
    if (this.#bytes.length < text.length * WIDEST + 1) this.#bytes = new Uint8Array(text.length * 4 + 1);
    const { written } = encoder.encodeInto(text, this.#bytes);
    const isOdd = written === text.length ? text.includes(NUL) : ODD.test(text);
    if (isOdd) this.#addOdd(text);
    else this.#add(written);
    return this.#numbers;
  }

  /** Adds the parts of a text, which is the first bytes. */
  #add(size: number): void {
    const [bytes, known, numbers] = [this.#bytes, this.#known, this.#numbers];
    bytes[size] = BLANK;
    let [begun, hash] = [0, HASH];
    for (let at = 0; at <= size; at++) {
      const byte = bytes[at]!;
      if (byte !== BLANK && byte !== LINE_BREAK) hash = Math.imul(hash ^ byte, HASH_STEP);
      else {
        numbers.push(known.numberOf(bytes, begun, at, hash));
        [begun, hash] = [at + 1, HASH];
      }
    }
  }

  #addOdd(text: string): void {
    for (const part of text.split(/[ \n]/)) {
      if (!ODD.test(part)) {
        const { written } = encoder.encodeInto(part, this.#bytes);
        this.#add(written);
        continue;
      }
      const number = this.#odd.get(part) ?? this.#known.push(this.#bytes, 0, 0);
      this.#odd.set(part, number);
      this.#numbers.push(number);
    }
  }

  /** All parts. */
  all(): readonly string[] {
    const parts: string[] = [];
    for (let from = 0; from < this.size; from += AT_ONCE) {
      const bytes = this.#known.bytesOf(from, Math.min(from + AT_ONCE, this.size));
      for (const part of decoder.decode(bytes.subarray(0, -1)).split(NUL)) parts.push(part);
    }
    for (const [part, number] of this.#odd) parts[number] = part;
    return parts;
  }
}
