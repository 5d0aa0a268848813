import { DistinctParts } from './distinct-parts';

/** Texts one after the other, each on a line of its own, as a search goes through them at once. */
export interface Lines {
  readonly text: string;
  /** The first of the texts, and where each of them begins; one more than there are. */
  readonly first: number;
  readonly starts: Uint32Array;
}

/** What the distinct texts of a column are made of, each part once. A word holds no blank, so it lies in one part. */
export interface TextParts {
  readonly lines: readonly Lines[];
  /** How many parts there are. */
  readonly size: number;
  /** In which texts each part stands; null where each text is its own part. */
  readonly places: PartPlaces | null;
}

/** The texts of a part are those from `starts[part]` up to `starts[part + 1]`. */
export interface PartPlaces {
  readonly texts: number;
  readonly starts: Uint32Array;
  read(from: number, to: number): Uint32Array;
}

/** Texts that are gone through between two pauses. */
const AT_ONCE = 1 << 14;

/** Numbers that are put away as they come, to be gone through in that order. */
export interface NumberSpill {
  /** Takes numbers of an array that the caller goes on using. */
  push(numbers: Uint32Array): void;
  /** All of them; what is given holds until the next is asked for. */
  all(): Iterable<Uint32Array>;
}

/** Keeps them in memory. */
export function heldNumbers(): NumberSpill {
  const held: Uint32Array[] = [];
  return { push: (numbers) => void held.push(numbers.slice()), all: () => held };
}

/** Numbers that are put away together. */
const CHUNK = 1 << 16;
/** A table of the engine holds hardly more distinct parts; and places are told by whole numbers of 32 bits. */
const [MOST_PARTS, MOST_PLACES] = [2 ** 23, 2 ** 32 - 1] as const;

/** The parts of each text, one after the other: those of a text from `starts[text]` up to `starts[text + 1]`. */
interface Parted {
  readonly distinct: readonly string[];
  readonly starts: Uint32Array;
  readonly parts: NumberSpill;
}

/** Parts texts at their blanks, the first `most` of them; null where there are more parts than can be told apart. */
function* partedTexts(texts: Texts, parts: NumberSpill, most = texts.length): Generator<void, Parted | null> {
  const known = new DistinctParts();
  const starts = new Uint32Array(Math.min(most, texts.length) + 1);
  const chunk = new Uint32Array(CHUNK);
  let [size, used, at] = [0, 0, 0];
  for (const text of texts) {
    if (at + 1 === starts.length) break;
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    for (const number of known.numbersOf(text)) {
      chunk[used++] = number;
      if (used < CHUNK) continue;
      parts.push(chunk);
      [size, used] = [size + used, 0];
    }
    starts[++at] = size + used;
    if (known.size > MOST_PARTS || size > MOST_PLACES - CHUNK) return null;
  }
  parts.push(chunk.subarray(0, used));
  return { distinct: known.all(), starts, parts };
}

/** Where the texts of each part begin, and after the last, how many there are. */
function endsOf({ distinct, parts }: Parted): Uint32Array {
  const ends = new Uint32Array(distinct.length + 1);
  for (const some of parts.all()) for (const part of some) ends[part + 1]!++;
  for (let part = 0; part < distinct.length; part++) ends[part + 1]! += ends[part]!;
  return ends;
}

/** The texts of some parts, out of the parts of each text: a counting sort. */
function textsOf({ starts, parts }: Parted, ends: Uint32Array, from: number, to: number): Uint32Array {
  const first = ends[from]!;
  const [next, texts] = [ends.slice(from, to), new Uint32Array(ends[to]! - first)];
  let [text, at] = [0, 0];
  for (const some of parts.all()) {
    for (const part of some) {
      while (starts[text + 1]! <= at) text++;
      at++;
      if (part >= from && part < to) texts[next[part - from]!++ - first] = text;
    }
  }
  return texts;
}

/** The texts of all parts one after the other, about `most` numbers at a time. */
function* textsInTurn(parted: Parted, ends: Uint32Array, most: number): Generator<Uint32Array> {
  const size = ends.length - 1;
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && ends[to + 1]! - ends[from]! <= most) to++;
    yield textsOf(parted, ends, from, to);
    from = to;
  }
}

function* linesOf(texts: Iterable<string>, most: number): Generator<Lines> {
  let [some, starts, first]: [string[], number[], number] = [[], [0], 0];
  const end = (): Lines => {
    const lines = { text: some.join('\n'), first, starts: Uint32Array.from(starts) };
    [some, starts, first] = [[], [0], first + some.length];
    return lines;
  };
  for (const text of texts) {
    some.push(text);
    starts.push(starts.at(-1)! + text.length + 1);
    if (starts.at(-1)! >= most) yield end();
  }
  if (some.length > 0) yield end();
}

/** So many texts show whether their parts come again: if not, there is nothing to gain by parting the others. */
const SAMPLE = 2000;
const MOST_NEW = 0.15;

function* paysToPart(texts: Texts): Generator<void, boolean> {
  let size = 0;
  const counting: NumberSpill = {
    push(numbers) {
      size += numbers.length;
    },
    all: () => [],
  };
  const parted = yield* partedTexts(texts, counting, SAMPLE);
  return parted !== null && parted.distinct.length <= MOST_NEW * size;
}

/** Texts that are gone through more than once, each made anew when it comes: all at once would take much. */
export interface Texts extends Iterable<string> {
  readonly length: number;
}

/** The parts of texts, of which those that come in turn are not all held at once. */
export interface PartsInTurn {
  readonly lines: Iterable<Lines>;
  readonly size: number;
  /** As {@link PartPlaces}, the texts in turn. */
  readonly places: {
    readonly texts: number;
    readonly starts: Uint32Array;
    readonly inTurn: (most: number) => Iterable<Uint32Array>;
  } | null;
}

/** The parts of texts, in lines of at most `most` characters, put away in `spill` where it pays to part them. What yields gives others a turn. */
export function* partsInTurn(
  texts: Texts,
  most: number,
  spill: () => NumberSpill,
): Generator<void, PartsInTurn> {
  const parted = (yield* paysToPart(texts)) ? yield* partedTexts(texts, spill()) : null;
  if (parted === null) return { lines: linesOf(texts, most), size: texts.length, places: null };
  const { distinct } = parted;
  const starts = endsOf(parted);
  const inTurn = (many: number) => textsInTurn(parted, starts, many);
  return {
    lines: linesOf(distinct, most),
    size: distinct.length,
    places: { texts: texts.length, starts, inTurn },
  };
}

/** Runs what yields to its end, without a pause. */
export function now<T>(making: Generator<void, T>): T {
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

/**
 * The parts of texts, in lines of at most so many characters, for a text has a limit, and one letter beyond Latin doubles
 * its size. What yields gives others a turn.
 */
export function* textParts(texts: Texts, most: number): Generator<void, TextParts> {
  const { lines, size, places } = yield* partsInTurn(texts, most, heldNumbers);
  if (places === null) return { lines: [...lines], size, places: null };
  const { starts } = places;
  const [all = new Uint32Array(0)] = places.inTurn(Number.POSITIVE_INFINITY);
  return {
    ...{ lines: [...lines], size },
    places: { texts: places.texts, starts, read: (from, to) => all.subarray(from, to) },
  };
}

/** The same as {@link textParts}, without a pause. */
export function textPartsNow(texts: Texts, most: number): TextParts {
  return now(textParts(texts, most));
}
