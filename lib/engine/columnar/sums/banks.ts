import type { Codes } from '../columns/dictionary';

/**
 * Counts of few slots that are written by turns in banks of their own: of few slots the same comes again before it was written, and
 * a processor waits for it.
 */
const BANKS = 4;
/** More slots come again seldom enough. */
const MOST_SLOTS = 256;
/** Rows for each slot from which on it pays to add the banks up. */
const ROWS_EACH = 64;

/** Whether so many rows of so many slots are counted sooner in banks. */
export function paysInBanks(slots: number, rows: number): boolean {
  return slots <= MOST_SLOTS && rows > slots * ROWS_EACH;
}

/** Banks of more codes do not fit where the processor is fast. */
const MOST_CODES = 1 << 12;
/** Rows for each code from which on it pays to add the banks up. */
const ROWS_OF_CODE = 8;

/** Whether so many rows of so many codes are counted sooner by code, in banks. */
export function paysByCode(codes: number, rows: number): boolean {
  return codes <= MOST_CODES && rows > codes * ROWS_OF_CODE;
}

/** Empty banks of so many slots. */
export function banksOf(slots: number): Int32Array {
  return new Int32Array(BANKS * slots);
}

/** Adds to `counts` how many rows have each slot, from place to place of a list, or takes them away; the banks are empty before and after. */
export function countInBanks(
  banks: Int32Array,
  counts: Float64Array,
  slots: Uint32Array,
  codes: Codes,
  rows: Uint32Array | null,
  from: number,
  to: number,
  sign: 1 | -1,
): void {
  const size = counts.length;
  const [second, third, fourth] = [size, 2 * size, 3 * size];
  let at = from;
  if (rows === null) {
    for (; at + BANKS <= to; at += BANKS) {
      banks[slots[codes[at]!]!]!++;
      banks[second + slots[codes[at + 1]!]!]!++;
      banks[third + slots[codes[at + 2]!]!]!++;
      banks[fourth + slots[codes[at + 3]!]!]!++;
    }
  } else {
    for (; at + BANKS <= to; at += BANKS) {
      banks[slots[codes[rows[at]!]!]!]!++;
      banks[second + slots[codes[rows[at + 1]!]!]!]!++;
      banks[third + slots[codes[rows[at + 2]!]!]!]!++;
      banks[fourth + slots[codes[rows[at + 3]!]!]!]!++;
    }
  }
  for (; at < to; at++) banks[slots[codes[rows === null ? at : rows[at]!]!]!]!++;
  for (let slot = 0; slot < size; slot++) {
    counts[slot]! +=
      sign * (banks[slot]! + banks[second + slot]! + banks[third + slot]! + banks[fourth + slot]!);
  }
  banks.fill(0);
}

/** Counts how many rows have each code, from place to place of a list, in the first of some banks; these are empty before. */
export function countCodes(
  banks: Int32Array,
  codes: Codes,
  rows: Uint32Array | null,
  from: number,
  to: number,
): Int32Array {
  const size = banks.length / BANKS;
  const [second, third, fourth] = [size, 2 * size, 3 * size];
  let at = from;
  if (rows === null) {
    for (; at + BANKS <= to; at += BANKS) {
      banks[codes[at]!]!++;
      banks[second + codes[at + 1]!]!++;
      banks[third + codes[at + 2]!]!++;
      banks[fourth + codes[at + 3]!]!++;
    }
  } else {
    for (; at + BANKS <= to; at += BANKS) {
      banks[codes[rows[at]!]!]!++;
      banks[second + codes[rows[at + 1]!]!]!++;
      banks[third + codes[rows[at + 2]!]!]!++;
      banks[fourth + codes[rows[at + 3]!]!]!++;
    }
  }
  for (; at < to; at++) banks[codes[rows === null ? at : rows[at]!]!]!++;
  for (let code = 0; code < size; code++)
    banks[code]! += banks[second + code]! + banks[third + code]! + banks[fourth + code]!;
  return banks.subarray(0, size);
}
