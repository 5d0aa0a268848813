import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StackItem, stackMarks } from './stack-marks';

const ROOM = { reach: 40 };

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
  return (stackMarks(items, ROOM) ?? []).map(({ x, y }, i) => {
    const one = items[i]!;
    const dx = x - one.x;
    return { left: one.left + dx, right: one.right + dx, top: y - one.half, bottom: y + one.half };
  });
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

  it('places every item or none, and moves none farther than its play or than twice the reach', () => {
    let whole = 0;
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const placed = stackMarks(items, ROOM);
        if (placed === null) return;
        whole += 1;
        expect(placed).toHaveLength(items.length);
        for (const [i, { x, y }] of placed.entries()) {
          const one = items[i]!;
          expect(Math.abs(x - one.x)).toBeLessThanOrEqual(Math.max(0, one.play - one.half) + 0.001);
          expect(Math.abs(y) + one.half).toBeLessThanOrEqual(80.001);
        }
      }),
      { numRuns: 60 },
    );
    expect(whole).toBeGreaterThan(5);
  });

  it('keeps a lone mark on the middle line, and two of one day above each other', () => {
    const mark = (x: number): StackItem => ({ x, half: 5, left: x - 5, right: x + 5, play: 0 });
    expect(stackMarks([mark(50), mark(300)], ROOM)?.map(({ y }) => y)).toEqual([0, 0]);
    expect(stackMarks([mark(50), mark(50)], ROOM)?.map(({ y }) => y)).toEqual([0, -11.5]);
  });

  it('sets marks of one day side by side where the day is wide enough', () => {
    const mark: StackItem = { x: 100, half: 5, left: 95, right: 105, play: 30 };
    expect(stackMarks([mark, mark, mark], ROOM)).toEqual([
      { x: 100, y: 0 },
      { x: 111.5, y: 0 },
      { x: 88.5, y: 0 },
    ]);
  });

  it('places nothing where one place has too many, however much room the others have', () => {
    const crowd = Array.from(
      { length: 40 },
      (_, at): StackItem => ({ x: at === 0 ? 300 : 100, half: 5, left: 95, right: 105, play: 0 }),
    );
    expect(stackMarks(crowd, ROOM)).toBeNull();
    expect(stackMarks(crowd.slice(0, 10), ROOM)).toHaveLength(10);
  });
});
