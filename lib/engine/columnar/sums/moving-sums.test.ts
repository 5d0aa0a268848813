import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MovingSums } from './moving-sums';

const ROWS = 90;
const GROUPS = 4;
/** Rows lie in two sections, and each window has a stretch of either. */
const HALF = ROWS / 2;

const stretch = (first: number) =>
  fc.tuple(fc.nat(HALF), fc.nat(HALF)).map(([a, b]) => ({
    from: first + Math.min(a, b),
    to: first + Math.max(a, b),
  }));
const window = fc.tuple(stretch(0), stretch(HALF));

it.each([1, 3])(
  'sums over windows that move or jump are those over each alone, with %s at once',
  (windows) => {
    const property = fc.property(fc.array(window, { minLength: 1, maxLength: 30 }), (moves) => {
      const sums = new MovingSums({
        ...{ numbers: GROUPS, rows: ROWS, size: ROWS, windows, step: 5 },
        add(counts, from, to, sign) {
          for (let row = from; row < to; row++) counts[row % GROUPS]! += sign;
        },
      });
      for (const stretches of moves) {
        const meant = [0, 0, 0, 0];
        for (const { from, to } of stretches) for (let row = from; row < to; row++) meant[row % GROUPS]! += 1;
        expect([...sums.over(stretches)]).toEqual(meant);
      }
    });
    fc.assert(property, { seed: 5, numRuns: 200 });
  },
);

it('a window that moves a little takes a look at what came and went alone', () => {
  let looked = 0;
  const sums = new MovingSums({
    ...{ numbers: 1, rows: 1e6, size: 1e6, windows: 1, step: 64 },
    add(counts, from, to, sign) {
      looked += to - from;
      counts[0]! += sign * (to - from);
    },
  });
  expect(sums.over([{ from: 1000, to: 600_000 }])[0]).toBe(599_000);
  looked = 0;
  expect(sums.over([{ from: 1010, to: 600_020 }])[0]).toBe(599_010);
  expect(looked).toBe(30);
});
