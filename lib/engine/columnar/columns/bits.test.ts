import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinedRows, postedRows, postingsOf } from './bits';

it('joins the rows of some codes in ascending order', () => {
  const codes = fc.uint8Array({ minLength: 1, maxLength: 60, max: 7 });
  const wanted = fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1 });
  fc.assert(
    fc.property(codes, wanted, (all, some) => {
      const postings = postingsOf(all, 8);
      const rows = [...all.keys()].filter((row) => some.includes(all[row]!));
      expect([...joinedRows(some.map((code) => postedRows(postings, code)))]).toEqual(rows);
    }),
  );
});

it('joins rows of a very large series', () => {
  const last = 2 ** 31 - 1;
  const lists = [Uint32Array.of(0, last), Uint32Array.of(1, last - 1)];
  expect([...joinedRows(lists)]).toEqual([0, 1, last - 1, last]);
});
