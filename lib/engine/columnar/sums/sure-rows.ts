import type { Cells } from './cells';

/** Adds up rows that lie surely in a window. */
export interface SureRows {
  /** Those of a list, from place to place. */
  add(cells: Cells, rows: Uint32Array, from: number, to: number): void;
  /** Those of the selection, from position to position, from sums that are kept for further windows. */
  addKept(cells: Cells, from: number, to: number): void;
}

/** Sums that are kept of one kind take so many bytes for each row of the series, but may take at least as many as follow. */
const BYTES_PER_ROW = 0.5;
const LEAST_BYTES = 2 ** 19;

/** How many of the `rows` selected out of `size` stand between two states of so many bytes, `step` at the least. */
export function stateDistance(size: number, rows: number, bytes: number, step: number): number {
  const most = Math.max(LEAST_BYTES, size * BYTES_PER_ROW) / Math.max(1, bytes);
  return Math.max(step, Math.ceil(rows / Math.max(1, most)));
}
