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
const encoder = new TextEncoder();

/** Bytes of texts that are held at once; of many long texts those that tell them apart are read in turns. */
const MOST_BYTES = 2 ** 28;
/** At least so many bytes of each are read in a turn. */
const FEWEST = 16;

/** Texts that can be gone through several times. */
export interface TextList extends Iterable<string> {
  readonly length: number;
  /** The same texts, as UTF-8 where they are held so: then they need not be made. */
  utf8?(): Iterable<string | Uint8Array>;
}

/** The places of texts in an order. */
export interface TextOrder {
  readonly places: Uint32Array;
  /** 1 where a text in this order is the same as the one before it. */
  readonly isSame: Uint8Array;
}

/** What of texts is read in a turn: bytes from `depth` on, at most `most` of each, of the texts that are wanted; of all where null. */
interface Turn {
  readonly depth: number;
  readonly most: number;
  readonly wanted: Uint8Array | null;
}

/** Parts of texts in UTF-8 one after the other, whose bytes stand in the order of code points. */
class Utf8Texts {
  readonly starts: Uint32Array;
  /** Whether all texts can stand in UTF-8. */
  isWhole = true;
  #bytes = new Uint8Array(1 << 16);

  constructor(texts: TextList, { depth, most, wanted }: Turn) {
    this.starts = new Uint32Array(texts.length + 1);
    let [used, place] = [0, 0];
    for (const text of texts.utf8?.() ?? texts) {
      if (wanted === null || wanted[place] === 1) {
        const size = typeof text === 'string' ? this.#write(text, used) : this.#copy(text, used);
        const from = Math.min(depth, size);
        const to = Math.min(size, depth + most);
        if (from > 0) this.#bytes.copyWithin(used, used + from, used + to);
        used += to - from;
      }
      this.starts[++place] = used;
    }
  }

  /** Writes the bytes of a text, and gives how many they are. */
  #write(text: string, used: number): number {
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
    if (at === text.length) return at;
    this.isWhole &&= !HALF.test(text);
    return encoder.encodeInto(text, bytes.subarray(used)).written;
  }

  /** The same where it is bytes already. */
  #copy(text: Uint8Array, used: number): number {
    this.#reserve(used, text.length);
    const bytes = this.#bytes;
    if (text.length > SHORT) bytes.set(text, used);
    else for (let at = 0; at < text.length; at++) bytes[used + at] = text[at]!;
    return text.length;
  }

  #reserve(used: number, more: number): void {
    if (used + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(used + more, Math.min(2 * (used + more), used + MOST_BYTES)));
    bytes.set(this.#bytes.subarray(0, used));
    this.#bytes = bytes;
  }

  /** How many bytes of a text are held. */
  size(place: number): number {
    return this.starts[place + 1]! - this.starts[place]!;
  }

  /** The bytes of a text from a depth on, as one number. */
  key(place: number, depth: number): number {
    const [bytes, end] = [this.#bytes, this.starts[place + 1]!];
    let [at, key] = [this.starts[place]! + depth, 0];
    for (let step = 0; step < STEP; step++, at++) key = (key << BITS) | (at < end ? bytes[at]! + 1 : 0);
    return key;
  }
}

/** Places in an order whose texts are the same as far as they were read. */
type Range = readonly [from: number, to: number];

/** With the depth up to which the texts are the same, and whether they have the keys of that depth. */
type KeyedRange = readonly [...range: Range, depth: number, isKeyed: boolean];

/** Sorts ranges by the bytes that are held of their texts; gives those whose texts may differ beyond these. */
function sortRanges(
  ranges: readonly Range[],
  utf8: Utf8Texts,
  most: number,
  { places: order, isSame }: TextOrder,
): readonly Range[] {
  const keys = new Uint32Array(order.length);
  const undecided: Range[] = [];
  const waiting = ranges.map(([from, to]): KeyedRange => [from, to, 0, false]);
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
    if (more - less < 2) continue;
    if ((pivot & ENDED) !== 0) waiting.push([less, more, depth + STEP, false]);
    else if (utf8.size(order[less]!) === most) undecided.push([less, more]);
    else isSame.fill(1, less + 1, more);
  }
  return undecided;
}

/** Texts with halves of surrogate pairs, one with another. */
function comparedOrder(list: TextList): TextOrder {
  const texts = [...list];
  const places = Uint32Array.from(texts, (_, place) => place);
  places.sort((a, b) => byCodePoint(texts[a]!, texts[b]!));
  const isSame = Uint8Array.from(places, (place, at) =>
    at > 0 && texts[place] === texts[places[at - 1]!] ? 1 : 0,
  );
  return { places, isSame };
}

/**
 * Texts in the order of their code points, equal ones in any: a quicksort over three bytes at a time (J. Bentley and
 * R. Sedgewick, Fast algorithms for sorting and searching strings, 1997). Of a million texts it takes a fraction of what comparing
 * them two by two does. At most so many bytes of them are held: where they are more, texts that begin alike are gone through again.
 */
export function orderOfTexts(texts: TextList, mostBytes = MOST_BYTES): TextOrder {
  const places = Uint32Array.from({ length: texts.length }, (_, place) => place);
  const order = { places, isSame: new Uint8Array(texts.length) };
  let ranges: readonly Range[] = [[0, texts.length]];
  let [wanted, count, depth]: [Uint8Array | null, number, number] = [null, texts.length, 0];
  while (ranges.length > 0 && count > 0) {
    const most = Math.max(FEWEST, Math.floor(mostBytes / count));
    const utf8 = new Utf8Texts(texts, { depth, most, wanted });
    if (!utf8.isWhole) return comparedOrder(texts);
    ranges = sortRanges(ranges, utf8, most, order);
    wanted = new Uint8Array(ranges.length === 0 ? 0 : texts.length);
    count = 0;
    for (const [from, to] of ranges) {
      count += to - from;
      for (let at = from; at < to; at++) wanted[places[at]!] = 1;
    }
    depth += most;
  }
  return order;
}

/** The places of texts in the order of {@link orderOfTexts}. */
export function placesInOrder(texts: TextList): Uint32Array {
  return orderOfTexts(texts).places;
}
