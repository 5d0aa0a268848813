import { expect, test } from 'vitest';
import { isDatasetId } from './dataset-id';

test.each(['russia-militancy', 'a', '2024', 'a1-b2', 'a'.repeat(64)])('%s can name a dataset', (text) => {
  expect(isDatasetId(text)).toBe(true);
});

test.each([
  '',
  'A',
  'a_b',
  '-a',
  'a-',
  '..',
  '../etc',
  'a/b',
  'a.b',
  'a\0',
  'a\n',
  'é',
  'api',
  'methods',
  'problems',
  '__proto__',
  'a'.repeat(65),
])('%j cannot name a dataset', (text) => {
  expect(isDatasetId(text)).toBe(false);
});
