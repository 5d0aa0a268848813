import { ByTexts } from '../../../text/held/by-texts';
import { detached, SHORT } from '../../../text/held/detached';
import type { CellOf } from './cell-reader';

const MOST_KEPT = 50_000;
/** After so many rows it is judged whether remembering pays. */
const TRIAL = 2_000;

/** Judges a memory: where less than one in four was known already, as in columns in which every cell differs, it is over. */
class Worth {
  isOn = true;
  #hits = 0;
  #size = 0;

  constructor(private readonly most: number) {}

  hit(): void {
    this.#hits++;
  }

  /** Counts one more that is kept; true where all of them are to be forgotten. */
  keep(): boolean {
    this.#size++;
    if (this.#size !== TRIAL && this.#size < this.most) return false;
    this.isOn = this.#hits * 3 >= this.#size;
    this.#hits = 0;
    if (this.isOn && this.#size < this.most) return false;
    this.#size = 0;
    return true;
  }
}

/** What is kept by its key. */
interface Kept<K, T> {
  get(key: K): T | undefined;
  add(key: K, value: T): void;
  clear(): void;
}

function remembering<A, K, T>(
  kept: Kept<K, T>,
  keyOf: (asked: A) => K,
  make: (asked: A) => T,
  most: number,
): (asked: A) => T {
  const worth = new Worth(most);
  return (asked) => {
    if (!worth.isOn) return make(asked);
    const key = keyOf(asked);
    const found = kept.get(key);
    if (found !== undefined) {
      worth.hit();
      return found;
    }
    const made = make(asked);
    kept.add(key, made);
    if (worth.keep()) kept.clear();
    return made;
  };
}

/**
 * A reading of rows with a memory, so that rows of which these columns say the same share one object. At most `most` readings are
 * kept, and none any more where hardly any is asked for again.
 */
export function remembered<T>(
  reads: readonly CellOf[],
  make: (cells: readonly string[]) => T,
  most = MOST_KEPT,
): (cells: readonly string[]) => T {
  const texts = reads.map(() => '');
  const textsOf = (cells: readonly string[]): readonly string[] => {
    for (let at = 0; at < reads.length; at++) texts[at] = reads[at]!(cells);
    return texts;
  };
  return remembering(new ByTexts<T>(), textsOf, make, most);
}

/** The same of several texts, always as many. */
export function rememberedTexts<T>(
  make: (texts: readonly string[]) => T,
  most = MOST_KEPT,
): (texts: readonly string[]) => T {
  return remembering(new ByTexts<T>(), (texts) => texts, make, most);
}

/** The same of one text. */
export function rememberedText<T>(make: (text: string) => T, most = MOST_KEPT): (text: string) => T {
  const known = new Map<string, T>();
  const kept: Kept<string, T> = {
    get: (text) => known.get(text),
    add: (text, value) => void known.set(detached(text), value),
    clear: () => known.clear(),
  };
  return remembering(kept, (text) => text, make, most);
}

/** Copies of texts that hold on to nothing else: one of equal texts, and a short one itself, which is held by nothing but its own letters. */
export function rememberedCopies(): (text: string) => string {
  const copyOf = rememberedText(detached);
  return (text) => (text.length < SHORT ? text : copyOf(text));
}
