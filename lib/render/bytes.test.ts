import { expect, test } from 'vitest';
import { formatBytes } from './bytes';

test.each([
  [0, '0 kB'],
  [312, '0.3 kB'],
  [9_940, '9.9 kB'],
  [40_500, '40 kB'],
  [999_999, '999 kB'],
  [1_000_000, '1 MB'],
  [3_440_000, '3.4 MB'],
  [1_234_000_000, '1,234 MB'],
])('%i bytes are written “%s”', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
