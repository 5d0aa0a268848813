import type { WindowRows } from '../selection/selection';
import type { Cells } from './cells';

/** Adds up the rows of windows. */
export interface AddedRows {
  /** Rows of a list that lie surely in a window, from place to place; where there is no list each row is its own place. */
  add(cells: Cells, rows: Uint32Array | null, from: number, to: number): void;
  /** All of a window of the selection, and nothing else: it is likely to be near one that was asked for before. */
  setWindow(cells: Cells, found: WindowRows): void;
  /** Those of a window that perhaps lie in it. */
  addDoubtful(cells: Cells, found: WindowRows): void;
}

/** Sums that are kept of one kind take so many bytes for each row of the series, but may take at least as many as follow. */
const BYTES_PER_ROW = 0.1;
const LEAST_BYTES = 2 ** 17;

/** How many of the `rows` selected out of `size` stand between two states of so many bytes, `step` at the least. */
export function stateDistance(size: number, rows: number, bytes: number, step: number): number {
  const most = Math.max(LEAST_BYTES, size * BYTES_PER_ROW) / Math.max(1, bytes);
  return Math.max(step, Math.ceil(rows / Math.max(1, most)));
}

/** How windows are expected to move: see `Summing`. */
export interface Moves {
  readonly step: number;
  readonly windows: number;
}
