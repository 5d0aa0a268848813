import type { RawColumn } from '../formats/raw-table';

function cyrb53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

const half = (text: string, seed: number) => cyrb53(text, seed).toString(16).padStart(14, '0').slice(-8);

/**
 * A fingerprint of a header: 16 hex digits, the same whatever the order of the columns, the case of their names and the
 * spaces in them. A mapping that was saved is found again by it; it is no secret and guards nothing.
 */
export function shapeOf(columns: readonly Pick<RawColumn, 'name'>[]): string {
  const names = columns.map(({ name }) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase());
  const text = names.sort().join('\n');
  return half(text, 0) + half(text, 1);
}
