import type { CellOf } from './cell-reader';

const MOST_KEPT = 100_000;

/**
 * A reading of rows with a memory, so that rows with the same `key` share one object. At most `most` readings are
 * kept, so that columns in which every cell differs take no more; where less than one row in four was known already,
 * it stops remembering.
 */
export function remembered<T>(
  key: CellOf,
  make: (cells: readonly string[]) => T,
  most = MOST_KEPT,
): (cells: readonly string[]) => T {
  let known = new Map<string, T>();
  let hits = 0;
  let on = true;
  const forget = (): void => {
    on = hits * 3 >= known.size;
    known = new Map();
    hits = 0;
  };
  return (cells) => {
    if (!on) return make(cells);
    const text = key(cells);
    const found = known.get(text);
    if (found !== undefined) {
      hits++;
      return found;
    }
    if (known.size >= most) forget();
    const made = make(cells);
    known.set(text, made);
    return made;
  };
}
