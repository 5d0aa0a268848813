import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../series/model';
import { type Day, formatDay, toDay } from '../../time/day';
import type { BinValue } from '../result';
import { aroundQuiet, binInside, busiestBins, daysIn, daysSinceLast, isUnsettled } from './headline';

function bin(start: Day, best: number | null, low = best, high = best): BinValue {
  return { start, series: null, low, best, high, basis: null };
}

const window = { from: toDay(2017, 1, 15), to: toDay(2024, 6, 10) };
const written = ({ from, to }: { from: Day; to: Day }) => [formatDay(from), formatDay(to)];

describe('the busiest bins', () => {
  const [may, june, july] = [toDay(2017, 5, 1), toDay(2017, 6, 1), toDay(2017, 7, 1)];

  it('are those with the highest best figure, ties among them', () => {
    const third = 0.1 + 0.2;
    expect(busiestBins({ bins: [bin(may, 2, 0, 9), bin(june, 3, 1, 3)] })?.bins).toEqual([
      bin(june, 3, 1, 3),
    ]);
    expect(busiestBins({ bins: [bin(may, third), bin(june, 0.1), bin(july, 0.3)] })?.bins).toHaveLength(2);
  });

  it('are none where nobody reports a figure, or all are zero', () => {
    expect(busiestBins({ bins: [bin(may, null), bin(june, null)] })).toBeNull();
    expect(busiestBins({ bins: [bin(may, 0, 0, 2)] })).toBeNull();
    expect(busiestBins({ bins: [] })).toBeNull();
  });

  it('are not settled where a bin has a range and no best figure', () => {
    expect(isUnsettled({ bins: [bin(may, null, 0, 39), bin(june, 0, 0, 3)] })).toBe(true);
    expect(isUnsettled({ bins: [bin(may, null), bin(june, 0, 0, 3)] })).toBe(false);
  });

  it('are cut to the window', () => {
    expect(written(binInside(toDay(2017, 1, 1), 'month', window))).toEqual(['2017-01-15', '2017-01-31']);
    expect(written(binInside(toDay(2024, 4, 1), 'quarter', window))).toEqual(['2024-04-01', '2024-06-10']);
  });
});

describe('the days since the last incident', () => {
  const last = (earliest: Day, latest: Day) => ({ id: 'x' as IncidentId, earliest, latest, candidates: 1 });

  it('run to the end of the window', () => {
    const day = toDay(2024, 6, 1);
    expect(daysSinceLast(last(day, day), window)).toEqual({ least: 9, most: 9 });
    expect(daysSinceLast(last(window.to, window.to), window)).toEqual({ least: 0, most: 0 });
  });

  it('are a range where its date is not known to the day, and null where there is none', () => {
    expect(daysSinceLast(last(toDay(2024, 5, 1), toDay(2024, 5, 31)), window)).toEqual({
      least: 10,
      most: 40,
    });
    expect(daysSinceLast(null, window)).toBeNull();
  });
});

describe('a quiet spell', () => {
  it('counts both of its ends', () => {
    expect(daysIn({ from: toDay(2024, 2, 28), to: toDay(2024, 3, 1) })).toBe(3);
  });

  it('opens with the days at its ends, as far as they are in the window', () => {
    const quiet = { from: toDay(2020, 1, 1), to: toDay(2020, 12, 31) };
    expect(written(aroundQuiet(quiet, window))).toEqual(['2019-12-31', '2021-01-01']);
    expect(written(aroundQuiet(window, window))).toEqual(['2017-01-15', '2024-06-10']);
  });
});
