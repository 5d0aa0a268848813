import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Budget } from './budget';

/** Things of so many bytes, by number, and how often each was made. */
function things(budget: Budget, sizes: readonly number[]) {
  const made = sizes.map(() => 0);
  const kept = sizes.map((size, thing) =>
    budget.kept(
      () => {
        made[thing]! += 1;
        return { thing };
      },
      () => size,
    ),
  );
  return { kept, made };
}

it('never takes more than it may, but for what was made last, and always gives what was asked for', () => {
  const property = fc.property(
    fc.array(fc.nat(6_000), { minLength: 1, maxLength: 8 }),
    fc.array(fc.nat(100), { maxLength: 60 }),
    (sizes, asked) => {
      const budget = new Budget(10_000);
      const { kept } = things(budget, sizes);
      for (const one of asked) {
        const thing = one % sizes.length;
        expect(kept[thing]!.get()).toEqual({ thing });
        const held = kept.filter((each) => each.held() !== null);
        expect(kept[thing]!.held()).not.toBeNull();
        expect(budget.taken <= 10_000 || held.length === 1).toBe(true);
      }
    },
  );
  fc.assert(property, { seed: 3, numRuns: 300 });
});

it('makes nothing twice that there is room for', () => {
  const { kept, made } = things(new Budget(10_000), [3_000, 3_000, 3_000]);
  for (let round = 0; round < 4; round++) for (const one of kept) one.get();
  expect(made).toEqual([1, 1, 1]);
});

it('makes a part of what there is hardly room for anew, and not all of it, however often it is asked for in turn', () => {
  const { kept, made } = things(
    new Budget(100_000),
    Array.from({ length: 22 }, () => 4_500),
  );
  for (let round = 0; round < 50; round++) for (const one of kept) one.get();
  const all = 50 * kept.length;
  expect(made.reduce((sum, one) => sum + one, 0)).toBeLessThan(all / 2);
});

it('knows by name what it holds, and what grows', () => {
  const budget = new Budget(10_000);
  const lists = budget.named<number[]>(({ length }) => length * 100);
  const first = lists.of('first', () => [1]);
  first.get();
  expect(lists.get('first', () => [2])).toEqual([1]);
  first.get().push(...Array.from({ length: 59 }, () => 0));
  first.grown();
  expect(budget.taken).toBeGreaterThanOrEqual(6_000);
  expect([budget.hasRoom(1_000), budget.hasRoom(5_000)]).toEqual([true, false]);
  lists.get('second', () => Array.from({ length: 60 }, () => 0));
  expect(lists.get('first', () => [3])).toEqual([3]);
});
