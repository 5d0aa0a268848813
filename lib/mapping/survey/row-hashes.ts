/** Rows that are remembered, at 8 bytes each in a table at most half full; beyond them no row counts as equal. */
export const MOST_ROWS = 4_000_000;

const FIRST_SLOTS = 1 << 12;

/** Characters of a cell that are looked at, spread over all of it. */
const MOST_LOOKED_AT = 24;

/**
 * A 53-bit hash of the cells of a row (cyrb53), of a long cell by its length and some of its characters: enough to say
 * whether rows repeat in a file, not to tell two given rows apart.
 */
export function hashRow(cells: readonly string[]): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as string;
    const { length } = cell;
    const step = length > MOST_LOOKED_AT ? length / MOST_LOOKED_AT : 1;
    for (let i = 0; i < length; i += step) {
      const code = cell.charCodeAt(i);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    high = Math.imul(high ^ (length + 0x10000), 2654435761);
    low = Math.imul(low ^ (length + 0x10000), 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** Puts a hash into an open table; false where it stands there already. A hash of 0 is kept as 1. */
function put(slots: Float64Array, hash: number): boolean {
  const mask = slots.length - 1;
  const wanted = hash || 1;
  let at = wanted % slots.length;
  while (slots[at] !== 0) {
    if (slots[at] === wanted) return false;
    at = (at + 1) & mask;
  }
  slots[at] = wanted;
  return true;
}

function grown(slots: Float64Array): Float64Array {
  const larger = new Float64Array(slots.length * 2);
  for (const hash of slots) if (hash !== 0) put(larger, hash);
  return larger;
}

/** Counts rows whose cells all equal those of a row before them, by hash and in bounded memory. */
export function countEqualRows(): { observe(cells: readonly string[]): void; count(): number } {
  let slots: Float64Array = new Float64Array(FIRST_SLOTS);
  let kept = 0;
  let equal = 0;
  return {
    observe(cells) {
      if (kept >= MOST_ROWS) return;
      if (!put(slots, hashRow(cells))) {
        equal++;
        return;
      }
      if (++kept * 2 > slots.length) slots = grown(slots);
    },
    count: () => equal,
  };
}
