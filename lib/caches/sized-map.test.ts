import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf } from './size-of';
import { SizedMap } from './sized-map';

describe('SizedMap', () => {
  it('drops what was unused for longest once the bytes are too many', () => {
    const kept = new SizedMap<number>(1_000);
    kept.set('a', 1, 300);
    kept.set('b', 2, 300);
    expect(kept.get('a')).toBe(1);
    kept.set('c', 3, 300);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
  });

  it('does not keep what is larger than everything', () => {
    const kept = new SizedMap<number>(1_000);
    kept.set('a', 1, 300);
    kept.set('b', 2, 2_000);
    expect([kept.get('a'), kept.get('b')]).toEqual([1, undefined]);
  });

  it('never takes more than it may, and nothing once it is empty', () => {
    const step = fc.record({ key: fc.constantFrom(...'abcdef'), size: fc.nat(700), isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const kept = new SizedMap<number>(2_000);
        for (const { key, size, isGone } of steps) {
          if (isGone) kept.delete(key);
          else kept.set(key, size, size);
          expect(kept.bytes).toBeLessThanOrEqual(2_000);
        }
        for (const key of 'abcdef') kept.delete(key);
        expect(kept.bytes).toBe(0);
      }),
    );
  });
});

describe('sizeOf', () => {
  it('counts texts by their letters, and what lists and objects hold', () => {
    expect(sizeOf('x'.repeat(1_000))).toBeGreaterThanOrEqual(2_000);
    expect(sizeOf(new Uint8Array(5_000))).toBeGreaterThanOrEqual(5_000);
    expect(sizeOf({ list: Array.from({ length: 100 }, () => 'x'.repeat(10)) })).toBeGreaterThanOrEqual(2_000);
    expect(sizeOf(null)).toBeLessThan(100);
  });
});
