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

/** Numbers in an array that grows. */
class Growing {
  #numbers = new Uint32Array(1024);
  size = 0;

  push(number: number): void {
    if (this.size === this.#numbers.length) {
      const more = new Uint32Array(this.size * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.size++] = number;
  }

  finish(): Uint32Array {
    return this.#numbers.subarray(0, this.size);
  }
}

/** The parts of each text, one after the other: those of a text from `starts[text]` up to `starts[text + 1]`. */
interface Parted {
  readonly distinct: readonly string[];
  readonly starts: Uint32Array;
  readonly parts: Uint32Array;
}

/** Parts texts at their blanks, the first `most` of them. */
function* partedTexts(texts: Iterable<string>, most = Number.POSITIVE_INFINITY): Generator<void, Parted> {
  const known = new Map<string, number>();
  const [starts, parts] = [new Growing(), new Growing()];
  for (const text of texts) {
    if (starts.size === most) break;
    if (starts.size % AT_ONCE === AT_ONCE - 1) yield;
    starts.push(parts.size);
    for (const line of text.split('\n')) {
      for (const part of line.split(' ')) {
        const number = known.get(part) ?? known.size;
        if (number === known.size) known.set(part, number);
        parts.push(number);
      }
    }
  }
  starts.push(parts.size);
  return { distinct: [...known.keys()], starts: starts.finish(), parts: parts.finish() };
}

/** The texts of each part, out of the parts of each text: a counting sort. */
function placesOf({ distinct, starts, parts }: Parted): PartPlaces {
  const ends = new Uint32Array(distinct.length + 1);
  for (const part of parts) ends[part + 1]!++;
  for (let part = 0; part < distinct.length; part++) ends[part + 1]! += ends[part]!;
  const next = ends.slice();
  const texts = new Uint32Array(parts.length);
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text]!; at < starts[text + 1]!; at++) texts[next[parts[at]!]!++] = text;
  }
  return { texts: starts.length - 1, starts: ends, read: (from, to) => texts.subarray(from, to) };
}

function linesOf(texts: Iterable<string>, most: number): readonly Lines[] {
  const lines: Lines[] = [];
  let [some, starts, first]: [string[], number[], number] = [[], [0], 0];
  const end = () => {
    lines.push({ text: some.join('\n'), first, starts: Uint32Array.from(starts) });
    [some, starts, first] = [[], [0], first + some.length];
  };
  for (const text of texts) {
    some.push(text);
    starts.push(starts.at(-1)! + text.length + 1);
    if (starts.at(-1)! >= most) end();
  }
  if (some.length > 0) end();
  return lines;
}

/** So many texts show whether their parts come again: if not, there is nothing to gain by parting the others. */
const SAMPLE = 2000;
const MOST_NEW = 0.15;

function* paysToPart(texts: Iterable<string>): Generator<void, boolean> {
  const { distinct, parts } = yield* partedTexts(texts, SAMPLE);
  return distinct.length <= MOST_NEW * parts.length;
}

/** Texts that are gone through more than once, each made anew when it comes: all at once would take much. */
export interface Texts extends Iterable<string> {
  readonly length: number;
}

/**
 * The parts of texts, in lines of at most so many characters, for a text has a limit, and one letter beyond Latin doubles
 * its size. What yields gives others a turn.
 */
export function* textParts(texts: Texts, most: number): Generator<void, TextParts> {
  if (!(yield* paysToPart(texts))) {
    return { lines: linesOf(texts, most), size: texts.length, places: null };
  }
  const parted = yield* partedTexts(texts);
  return { lines: linesOf(parted.distinct, most), size: parted.distinct.length, places: placesOf(parted) };
}

/** The same as {@link textParts}, without a pause. */
export function textPartsNow(texts: Texts, most: number): TextParts {
  const making = textParts(texts, most);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}
