import fc from 'fast-check';
import { expect, it } from 'vitest';
import { banksOf, countCodes, countInBanks, paysByCode, paysInBanks } from './banks';

it('counts rows of a list, or all from place to place, as they come, and takes them away again', () => {
  const codes = fc.array(fc.nat(5), { minLength: 1, maxLength: 60 });
  const ends = fc.tuple(fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(codes, ends, fc.boolean(), fc.constantFrom(1, -1), (given, [a, b], listed, sign) => {
      const slots = Uint32Array.of(2, 0, 3, 3, 1, 0);
      const rows = listed ? Uint32Array.from(given, (_, at) => (at * 7) % given.length) : null;
      const [from, to] = [Math.min(a, b, given.length), Math.min(Math.max(a, b), given.length)];
      const expected = [10, 20, 30, 40];
      for (let at = from; at < to; at++) expected[slots[given[rows?.[at] ?? at]!]!]! += sign;
      const banks = banksOf(4);
      const counts = Float64Array.of(10, 20, 30, 40);
      countInBanks(banks, counts, slots, Uint8Array.from(given), rows, from, to, sign as 1 | -1);
      expect([...counts]).toEqual(expected);
      expect(banks.every((count) => count === 0)).toBe(true);
    }),
  );
});

it('counts rows by their codes', () => {
  const codes = fc.array(fc.nat(5), { minLength: 1, maxLength: 60 });
  const ends = fc.tuple(fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(codes, ends, fc.boolean(), (given, [a, b], listed) => {
      const rows = listed ? Uint32Array.from(given, (_, at) => (at * 7) % given.length) : null;
      const [from, to] = [Math.min(a, b, given.length), Math.min(Math.max(a, b), given.length)];
      const expected = [0, 0, 0, 0, 0, 0];
      for (let at = from; at < to; at++) expected[given[rows?.[at] ?? at]!]!++;
      expect([...countCodes(banksOf(6), Uint8Array.from(given), rows, from, to)]).toEqual(expected);
    }),
  );
});

it('pays for many rows of few groups alone', () => {
  expect(paysInBanks(4, 1_000)).toBe(true);
  expect(paysInBanks(4, 100)).toBe(false);
  expect(paysInBanks(5_000, 1_000_000)).toBe(false);
  expect(paysByCode(1_000, 20_000)).toBe(true);
  expect(paysByCode(1_000, 2_000)).toBe(false);
  expect(paysByCode(10_000, 1_000_000)).toBe(false);
});
