import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PILE_HALF, SLOT, type StackItem, stackMarks } from './stack-marks';

const ROOM = { left: 0, right: 400, reach: 40 };

const item = fc
  .record({
    x: fc.double({ min: 0, max: 400, noNaN: true }),
    half: fc.double({ min: 4, max: 20, noNaN: true }),
    bar: fc.double({ min: 0, max: 120, noNaN: true }),
    play: fc.constantFrom(0, 0, 0, 60),
  })
  .map(({ x, half, bar, play }): StackItem => {
    const reach = play > 0 ? half : Math.max(half, bar);
    return { x, half, left: x - reach, right: x + reach, play };
  });

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxesOf(items: readonly StackItem[]): readonly Box[] {
  const { placed, piles } = stackMarks(items, ROOM);
  const marks = placed.flatMap((at, i) => {
    const one = items[i]!;
    if (!at) return [];
    const dx = at.x - one.x;
    return [{ left: one.left + dx, right: one.right + dx, top: at.y - one.half, bottom: at.y + one.half }];
  });
  const counts = piles.map(({ x }) => ({
    left: x - SLOT / 2,
    right: x + SLOT / 2,
    top: -PILE_HALF,
    bottom: PILE_HALF,
  }));
  return [...marks, ...counts];
}

const apart = (a: Box, b: Box) =>
  a.right <= b.left + 0.001 ||
  b.right <= a.left + 0.001 ||
  a.bottom <= b.top + 0.001 ||
  b.bottom <= a.top + 0.001;

describe('stacking marks', () => {
  it('never lets two boxes touch', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const boxes = boxesOf(items);
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) expect(apart(a, b)).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('places each item once, as itself or in one pile, and moves it no farther than its play', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const { placed, piles } = stackMarks(items, ROOM);
        const piled = piles.flatMap((pile) => pile.items);
        const single = placed.flatMap((at, i) => (at ? [i] : []));
        expect([...piled, ...single].sort((a, b) => a - b)).toEqual(items.map((_, i) => i));
        placed.forEach((at, i) => {
          const one = items[i]!;
          if (at)
            expect(Math.abs(at.x - one.x)).toBeLessThanOrEqual(Math.max(0, one.play - one.half) + 0.001);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a lone mark on the middle line, and two of one day above each other', () => {
    const mark = (x: number): StackItem => ({ x, half: 5, left: x - 5, right: x + 5, play: 0 });
    expect(stackMarks([mark(50), mark(300)], ROOM).placed.map((at) => at?.y)).toEqual([0, 0]);
    expect(stackMarks([mark(50), mark(50)], ROOM).placed.map((at) => at?.y)).toEqual([0, -11.5]);
  });

  it('sets marks of one day side by side where the day is wide enough', () => {
    const mark: StackItem = { x: 100, half: 5, left: 95, right: 105, play: 30 };
    const { placed } = stackMarks([mark, mark, mark], ROOM);
    expect(placed).toEqual([
      { x: 100, y: 0 },
      { x: 111.5, y: 0 },
      { x: 88.5, y: 0 },
    ]);
  });

  it('counts what does not fit into the lane', () => {
    const crowd = Array.from(
      { length: 40 },
      (): StackItem => ({ x: 100, half: 5, left: 95, right: 105, play: 0 }),
    );
    const { placed, piles } = stackMarks(crowd, ROOM);
    expect(placed.every((at) => at === null)).toBe(true);
    expect(piles.map(({ items, left, right }) => [items.length, left, right])).toEqual([[40, 80, 120]]);
  });
});
