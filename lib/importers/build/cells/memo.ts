import type { CellOf } from './cell-reader';

const MOST_KEPT = 50_000;
/** After so many rows it is judged whether remembering pays. */
const TRIAL = 2_000;

/**
 * A reading of rows with a memory, so that rows with the same `key` share one object. At most `most` readings are
 * kept. Where less than one row in four was known already, as in columns in which every cell differs, it stops.
 */
export function remembered<T>(
  key: CellOf,
  make: (cells: readonly string[]) => T,
  most = MOST_KEPT,
): (cells: readonly string[]) => T {
  let known = new Map<string, T>();
  let hits = 0;
  let on = true;
  const judge = (): void => {
    on = hits * 3 >= known.size;
    if (!on || known.size >= most) known = new Map();
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
    const made = make(cells);
    known.set(text, made);
    if (known.size === TRIAL || known.size >= most) judge();
    return made;
  };
}
