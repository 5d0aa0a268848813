import { expect, it } from 'vitest';
import { ANY, addSteady, FRACTIONS, steadyAt, WHOLE } from './steady';

function sumOf(parts: number, numbers: readonly number[]): number {
  const values = new Float64Array(2 + parts);
  for (const number of numbers) addSteady(values, 2, parts, number, 1);
  return steadyAt(values, 2, parts);
}

it('a sum of shares has the same bits in any order, and those of the exact sum', () => {
  const shares = [...Array.from({ length: 10_000 }, () => 0.1), 0.3, 2 / 3, 1 / 30];
  expect(sumOf(FRACTIONS, shares)).toBe(1001);
  expect(sumOf(FRACTIONS, [...shares].reverse())).toBe(1001);
  expect(shares.reduce((sum, one) => sum + one, 0)).not.toBe(1001);
});

it('a value that is added many times is as many that are added once', () => {
  const values = new Float64Array(FRACTIONS);
  addSteady(values, 0, FRACTIONS, 1 / 3, 3_000_000);
  expect(steadyAt(values, 0, FRACTIONS)).toBe(1_000_000);
});

it.each([
  ['whole numbers', WHOLE, [3, -4, 2 ** 40], 2 ** 40 - 1],
  ['negative fractions', FRACTIONS, [-0.5, -0.25, 2], 1.25],
  ['numbers far below a step', ANY, [2 ** -90, 2 ** -90], 2 ** -89],
])('adds up %s', (_, parts, numbers, sum) => {
  expect(sumOf(parts, numbers)).toBe(sum);
});
