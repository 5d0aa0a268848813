import type { Kept } from '../../../caches/budget';
import type { Columns } from '../columns/columns';
import type { Selection, WindowRows } from './selection';
import { rowsOnceIn } from './window';

/** Bytes that the rows of all bins of a selection may take. */
const MOST_BYTES = 1 << 19;
/** About what the rows of a bin take beside the numbers in them. */
const BYTES_EACH = 512;

/** More than the days in any bin. */
const DAYS = 512;

/** Rows of bins by these, and the bytes that they take. */
interface Known {
  readonly windows: Map<number, WindowRows>;
  bytes: number;
}

/** The rows of a selection in bins: found once for all that are counted by these, as long as they are few and the columns have room for them. */
export class BinWindows {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly #known: Kept<Known>;

  constructor(columns: Columns, selection: Selection) {
    this.#columns = columns;
    this.#selection = selection;
    this.#known = columns.budget.kept<Known>(
      () => ({ windows: new Map(), bytes: 0 }),
      ({ bytes }) => bytes,
    );
  }

  /** The rows in a bin, by its first and its last day. */
  rowsIn(from: number, to: number): WindowRows {
    const key = from * DAYS + to - from;
    const known = this.#known.get();
    const before = known.windows.get(key);
    if (before !== undefined) return before;
    const found = rowsOnceIn(this.#columns, this.#selection, from, to);
    const bytes = known.bytes + BYTES_EACH + found.doubtful.buffer.byteLength;
    if (bytes > MOST_BYTES) return found;
    known.windows.set(key, found);
    known.bytes = bytes;
    this.#known.grown();
    return found;
  }
}
