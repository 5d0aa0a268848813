import type { Columns } from '../columns/columns';
import type { Selection, WindowRows } from './selection';
import { rowsOnceIn } from './window';

/** Bytes that the rows of all bins of a selection may take. */
const MOST_BYTES = 1 << 19;
/** About what the rows of a bin take beside the numbers in them. */
const BYTES_EACH = 512;

/** More than the days in any bin. */
const DAYS = 512;

/** The rows of a selection in bins: found once for all that are counted by these, as long as they are few. */
export class BinWindows {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly #known = new Map<number, WindowRows>();
  #bytes = 0;

  constructor(columns: Columns, selection: Selection) {
    this.#columns = columns;
    this.#selection = selection;
  }

  /** The rows in a bin, by its first and its last day. */
  rowsIn(from: number, to: number): WindowRows {
    const key = from * DAYS + to - from;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = rowsOnceIn(this.#columns, this.#selection, from, to);
    this.#bytes += BYTES_EACH + found.doubtful.buffer.byteLength;
    if (this.#bytes <= MOST_BYTES) this.#known.set(key, found);
    return found;
  }
}
