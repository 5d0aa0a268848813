import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StackItem } from './stack-marks';
import { areCrowded, mostInRows, stackRows } from './stack-rows';

const mark = (x: number, half = 2, play = 0): StackItem => ({
  x,
  half,
  left: x - half,
  right: x + half,
  play,
});

const items = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: 150 }), half: fc.constantFrom(2, 2, 2, 2.5, 5, 8) }), {
    maxLength: 120,
  })
  .map((all) => all.map(({ x, half }) => mark(x * 2, half)).sort((a, b) => a.x - b.x));

describe('marks that are crowded', () => {
  const frame = { left: 20, width: 540 };
  const crowd = fc.record({
    days: fc.array(fc.integer({ min: 0, max: 39 }), { minLength: 20, maxLength: 400, size: 'max' }),
    among: fc.constantFrom(6, 12, 40),
    play: fc.constantFrom(0.5, 4, 12),
  });

  it('have no room when they are placed', () => {
    const seen = { crowded: 0, fit: 0, missed: 0 };
    fc.assert(
      fc.property(crowd, ({ days, among, play }) => {
        const xs = days.map((day) => 105 + (day % among) * 10).sort((a, b) => a - b);
        const fits =
          stackRows(
            xs.map((x) => mark(x, 2, play)),
            30,
          ) !== null;
        const crowded = areCrowded(xs, frame, 30, play);
        if (crowded) expect(fits).toBe(false);
        seen[crowded ? 'crowded' : fits ? 'fit' : 'missed'] += 1;
      }),
      { numRuns: 200 },
    );
    expect(seen.crowded).toBeGreaterThan(20);
    expect(seen.fit).toBeGreaterThan(20);
  });
});

describe('stacking fine marks', () => {
  it('lets no two touch, keeps all in reach and moves none along the time', () => {
    let whole = 0;
    fc.assert(
      fc.property(items, (all) => {
        const placed = stackRows(all, 30);
        if (placed === null) return;
        whole += 1;
        placed.forEach(({ x, y }, i) => {
          const { half } = all[i]!;
          expect(x).toBe(all[i]!.x);
          expect(Math.abs(y) + half).toBeLessThanOrEqual(30);
          placed.slice(i + 1).forEach((other, j) => {
            const both = half + all[i + 1 + j]!.half;
            expect(Math.abs(x - other.x) >= both || Math.abs(y - other.y) >= both).toBe(true);
          });
        });
      }),
      { numRuns: 60 },
    );
    expect(whole).toBeGreaterThan(10);
  });

  it('fills rows from the middle, above before below', () => {
    const placed = stackRows([mark(50), mark(50), mark(50), mark(90)], 30);
    expect(placed?.map(({ y }) => Math.round(y * 100) / 100)).toEqual([0, -5.27, 5.27, 0]);
  });

  it('sets marks of one day side by side as far as the day reaches', () => {
    const placed = stackRows([mark(100, 2, 8), mark(100, 2, 8), mark(100, 2, 8), mark(100, 2, 8)], 30);
    expect(placed?.map(({ x, y }) => [x, Math.abs(y) > 0])).toEqual([
      [95.75, false],
      [95.75, true],
      [100, false],
      [104.25, false],
    ]);
  });

  it('places all or none', () => {
    const crowd = Array.from({ length: 12 }, () => mark(50));
    expect(stackRows([...crowd, mark(90)], 30)).toBeNull();
    expect(stackRows(crowd.slice(1), 30)).toHaveLength(11);
    expect(stackRows([mark(50, 40)], 30)).toBeNull();
  });

  it('never has room for more than is tried', () => {
    const full = Array.from({ length: 49 }, (_, at) => mark(2 + at * 4.25));
    const rows = 11;
    const all = full.flatMap((one) => Array.from({ length: rows }, () => one));
    expect(stackRows(all, 30)).toHaveLength(49 * rows);
    expect(49 * rows).toBeLessThanOrEqual(mostInRows(208, 30));
    expect(
      stackRows(
        Array.from({ length: mostInRows(208, 30) + 1 }, (_, at) => mark(at % 204)),
        30,
      ),
    ).toBeNull();
  });
});
