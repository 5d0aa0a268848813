import { expect, test } from 'vitest';
import { histogramLines } from './histogram';

const month = (year: number, at: number) => year * 12 + at - 1;

test('months stand in rows of their own, the empty ones too', () => {
  const counts = new Map([
    [month(2024, 1), 2],
    [month(2024, 3), 4],
  ]);
  expect(histogramLines(counts)).toEqual([
    ` 2024-01 ${'█'.repeat(25)} 2`,
    ' 2024-02  0',
    ` 2024-03 ${'█'.repeat(50)} 4`,
  ]);
});

test('long series are drawn in years, and none in more than 41 rows', () => {
  expect(
    histogramLines(
      new Map([
        [month(1990, 6), 1],
        [month(2019, 2), 1],
      ]),
    ),
  ).toHaveLength(30);
  const ages = histogramLines(
    new Map([
      [month(-9999, 1), 1],
      [month(9999, 12), 5],
    ]),
  );
  expect(ages.length).toBeLessThanOrEqual(41);
  expect(ages[0]).toContain('-');
});

test('a small count among large ones is still seen', () => {
  const [small] = histogramLines(
    new Map([
      [month(2024, 1), 1],
      [month(2024, 2), 100_000],
    ]),
  );
  expect(small).toBe(' 2024-01 █ 1');
});

test('nothing is no line', () => {
  expect(histogramLines(new Map())).toEqual([]);
});
