import type { Codes, Dictionary } from './dictionary';

/** A set of rows, one bit each; bits beyond the last row are 0. */
export type Bits = Uint32Array;

/** The rows whose value is wanted. */
export function rowsWhere<T>({ codes, values }: Dictionary<T>, isWanted: (value: T) => boolean): Bits {
  return rowsOf(codes, Uint8Array.from(values.map((value) => (isWanted(value) ? 1 : 0))));
}

/** The rows of the codes that are wanted: 1 for those, else 0. */
export function rowsOf(codes: Codes, wanted: Uint8Array): Bits {
  const bits = noRows(codes.length);
  const whole = codes.length & ~7;
  for (let row = 0; row < whole; row += 8) {
    // One after the other they take twice as long.
    const eight =
      wanted[codes[row]!]! |
      (wanted[codes[row + 1]!]! << 1) |
      (wanted[codes[row + 2]!]! << 2) |
      (wanted[codes[row + 3]!]! << 3) |
      (wanted[codes[row + 4]!]! << 4) |
      (wanted[codes[row + 5]!]! << 5) |
      (wanted[codes[row + 6]!]! << 6) |
      (wanted[codes[row + 7]!]! << 7);
    if (eight !== 0) bits[row >>> 5]! |= eight << (row & 31);
  }
  for (let row = whole; row < codes.length; row++) bits[row >>> 5]! |= wanted[codes[row]!]! << (row & 31);
  return bits;
}

/** The rows of each code, ascending: those of a code from `starts[code]` up to `starts[code + 1]`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** The rows of each of so many codes: a counting sort. */
export function postingsOf(codes: Codes, values: number): Postings {
  const starts = new Uint32Array(values + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let code = 0; code < values; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[next[codes[row]!]!++] = row;
  return { starts, rows };
}

/** The rows of one code, ascending: a part of the list of all. */
export function postedRows({ starts, rows }: Postings, code: number): Uint32Array {
  return rows.subarray(starts[code], starts[code + 1]);
}

/** The rows of two ascending lists that have none in common, ascending. */
function joinedTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  const joined = new Uint32Array(a.length + b.length);
  let [ofA, ofB] = [0, 0];
  while (ofA < a.length && ofB < b.length) {
    const [one, other] = [a[ofA]!, b[ofB]!];
    // Without a branch, which a processor would guess wrong half of the time. Rows are fewer than 2 ** 31.
    const isOfA = (one - other) >>> 31;
    joined[ofA + ofB] = other ^ ((one ^ other) & -isOfA);
    ofA += isOfA;
    ofB += 1 - isOfA;
  }
  joined.set(ofA < a.length ? a.subarray(ofA) : b.subarray(ofB), ofA + ofB);
  return joined;
}

/** The rows of a few such lists, ascending; the only one where there is one. */
export function joinedRows(lists: readonly Uint32Array[]): Uint32Array {
  return [...lists].sort((a, b) => a.length - b.length).reduce(joinedTwo);
}

/** The rows of the codes that are wanted: 1 for those, else 0. */
export function rowsPosted({ starts, rows }: Postings, wanted: Uint8Array): Bits {
  const bits = noRows(rows.length);
  for (let code = 0; code < wanted.length; code++) {
    if (wanted[code] === 0) continue;
    for (let at = starts[code]!; at < starts[code + 1]!; at++)
      bits[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31);
  }
  return bits;
}

/** How many rows have one of the codes that are wanted. */
export function countPosted({ starts }: Postings, wanted: Uint8Array): number {
  let count = 0;
  for (let code = 0; code < wanted.length; code++)
    if (wanted[code] === 1) count += starts[code + 1]! - starts[code]!;
  return count;
}

/** No rows. */
export function noRows(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

/** All rows. */
export function allRows(size: number): Bits {
  const bits = new Uint32Array((size + 31) >>> 5).fill(0xffffffff);
  if ((size & 31) !== 0) bits[bits.length - 1] = 0xffffffff >>> (32 - (size & 31));
  return bits;
}

/** The rows that are in every set, all of the same size; undefined where there is no set, and the only one where there is one. */
export function intersection([first, ...others]: readonly Bits[]): Bits | undefined {
  if (first === undefined || others.length === 0) return first;
  const common = first.slice();
  for (const other of others) {
    for (let word = 0; word < common.length; word++) common[word]! &= other[word]!;
  }
  return common;
}

/** Adds the rows of another set. */
export function include(into: Bits, other: Bits): void {
  for (let word = 0; word < into.length; word++) into[word]! |= other[word]!;
}

export function hasRow(bits: Bits, row: number): boolean {
  return ((bits[row >>> 5]! >>> (row & 31)) & 1) === 1;
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Whether a set has all rows. */
export function isAll(bits: Bits, size: number): boolean {
  const whole = size >>> 5;
  for (let word = 0; word < whole; word++) if (bits[word] !== 0xffffffff) return false;
  return countBits(bits[whole] ?? 0) === (size & 31);
}

/** The rows of a set, ascending. */
export function listRows(bits: Bits): Uint32Array {
  let size = 0;
  for (let word = 0; word < bits.length; word++) size += countBits(bits[word]!);
  const rows = new Uint32Array(size);
  let at = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word]!; left !== 0; left &= left - 1) {
      rows[at++] = (word << 5) + (31 - Math.clz32(left & -left));
    }
  }
  return rows;
}
