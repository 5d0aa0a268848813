import { describe, expect, it } from 'vitest';
import { incident } from '../../../../testing/series/hand-made';
import { histogramOf } from './histogram';

const of = (...dates: readonly string[]) => histogramOf(dates.map((date, at) => incident(String(at), date)));
const sum = (bins: ReturnType<typeof of>) => bins.reduce((total, { count }) => total + count, 0);

describe('the date histogram', () => {
  it('counts by the first possible day and keeps empty bins', () => {
    expect(of('2020-01-01', '2020-01-03', '2020-01-03')).toEqual([
      { label: '1 Jan 2020', count: 1 },
      { label: '2 Jan 2020', count: 0 },
      { label: '3 Jan 2020', count: 2 },
    ]);
  });

  it.each([
    ['two months', ['2020-01-31', '2020-03-01']],
    ['four years', ['2017-01-01', '2020-12-31']],
    ['a century', ['1901-05-05', '2001-05-05']],
    ['four thousand years', ['-2150-01-01', '2019-06-01', '0079']],
  ])('has at most 61 bins over %s and loses nobody', (_, dates) => {
    const bins = of(...dates);
    expect(bins.length).toBeLessThanOrEqual(61);
    expect(sum(bins)).toBe(dates.length);
    expect(new Set(bins.map(({ label }) => label)).size).toBe(bins.length);
  });

  it('is empty where nothing is dated', () => {
    expect(of('../2016')).toEqual([]);
    expect(of()).toEqual([]);
  });
});
