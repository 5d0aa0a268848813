import { byCodePoint } from './order';

/** Half of a surrogate pair, which UTF-8 has no bytes for. */
const HALF = /\p{Surrogate}/u;

/** A byte takes nine bits of a key, so that a text that has ended comes before every byte. */
const BITS = 9;
/** Bytes of a key. */
const STEP = 3;
const ENDED = (1 << BITS) - 1;
/** Up to so many units are quicker written one by one than by a call of the engine. */
const SHORT = 96;
const WIDEST = 3;

/** Texts in UTF-8 one after the other, whose bytes stand in the order of code points. */
class Utf8Texts {
  readonly starts: Uint32Array;
  /** Whether all texts can stand in UTF-8. */
  isWhole = true;
  #bytes = new Uint8Array(1 << 16);

  constructor(texts: readonly string[]) {
    this.starts = new Uint32Array(texts.length + 1);
    const encoder = new TextEncoder();
    let used = 0;
    for (let place = 0; place < texts.length; place++) {
      const text = texts[place]!;
      this.#reserve(used, text.length * WIDEST);
      const bytes = this.#bytes;
      let at = 0;
      if (text.length <= SHORT) {
        for (; at < text.length; at++) {
          const unit = text.charCodeAt(at);
          if (unit >= 0x80) break;
          bytes[used + at] = unit;
        }
      }
      if (at < text.length) {
        this.isWhole &&= !HALF.test(text);
        at = encoder.encodeInto(text, bytes.subarray(used)).written;
      }
      used += at;
      this.starts[place + 1] = used;
    }
  }

  #reserve(used: number, more: number): void {
    if (used + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * (used + more));
    bytes.set(this.#bytes.subarray(0, used));
    this.#bytes = bytes;
  }

  /** The bytes of a text from a depth on, as one number. */
  key(place: number, depth: number): number {
    const [bytes, end] = [this.#bytes, this.starts[place + 1]!];
    let [at, key] = [this.starts[place]! + depth, 0];
    for (let step = 0; step < STEP; step++, at++) key = (key << BITS) | (at < end ? bytes[at]! + 1 : 0);
    return key;
  }
}

/**
 * The places of texts in the order of their code points, equal ones in any: a quicksort over three bytes at a time (J. Bentley and
 * R. Sedgewick, Fast algorithms for sorting and searching strings, 1997). Of a million texts it takes a fraction of what comparing
 * them two by two does.
 */
export function placesInOrder(texts: readonly string[]): Uint32Array {
  const utf8 = new Utf8Texts(texts);
  const order = Uint32Array.from(texts, (_, place) => place);
  if (!utf8.isWhole) return order.sort((a, b) => byCodePoint(texts[a]!, texts[b]!));
  const keys = new Uint32Array(order.length);
  /** Ranges that are to be sorted: from, to, and the depth up to which their texts are the same, and whether they have the keys of that depth. */
  const waiting: [from: number, to: number, depth: number, isKeyed: boolean][] = [
    [0, order.length, 0, false],
  ];
  const swap = (a: number, b: number) => {
    const [place, key] = [order[a]!, keys[a]!];
    order[a] = order[b]!;
    keys[a] = keys[b]!;
    order[b] = place;
    keys[b] = key;
  };
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const [from, to, depth, isKeyed] = range;
    if (!isKeyed) for (let at = from; at < to; at++) keys[at] = utf8.key(order[at]!, depth);
    const pivot = keys[(from + to) >> 1]!;
    let [less, at, more] = [from, from, to];
    while (at < more) {
      const key = keys[at]!;
      if (key < pivot) swap(less++, at++);
      else if (key > pivot) swap(at, --more);
      else at++;
    }
    if (less - from > 1) waiting.push([from, less, depth, true]);
    if (to - more > 1) waiting.push([more, to, depth, true]);
    if (more - less > 1 && (pivot & ENDED) !== 0) waiting.push([less, more, depth + STEP, false]);
  }
  return order;
}
