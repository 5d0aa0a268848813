import { expect, it } from 'vitest';
import { tickText } from './backdrop';

it.each([
  [0, '0', '0'],
  [500, '500', '500'],
  [1200, '1,200', '1.2k'],
  [200_000, '200,000', '200k'],
  [8_000_000, '8,000,000', '8M'],
  [1_200_000, '1,200,000', '1.2M'],
  [5_000_000_000, '5,000,000,000', '5B'],
  [2_000_000_000_000, '2,000,000,000,000', '2T'],
])('the tick %d is %s, and %s where there is little room', (value, wide, narrow) => {
  expect(tickText(value, false)).toBe(wide);
  expect(tickText(value, true)).toBe(narrow);
});
