import { UTCDateMini } from '@date-fns/utc/date/mini';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS, type Bin, binSpan, binStarts, countBins, finestBin, floorBin, nextBin } from './bin';
import { addDays, type Day, formatDay, MAX_DAY, MIN_DAY, parseDay } from './day';

const anyDay = fc.integer({ min: MIN_DAY + 400, max: MAX_DAY - 400 }).map((n) => n as Day);
const anyBin = fc.constantFrom(...BINS);

function day(text: string): Day {
  return parseDay(text) as Day;
}

describe('bins', () => {
  it('begin on the calendar day a reader expects', () => {
    const cases: readonly [string, Bin, string, string][] = [
      ['2024-03-22', 'day', '2024-03-22', '2024-03-22'],
      ['2024-03-22', 'week', '2024-03-18', '2024-03-24'],
      ['2024-03-18', 'week', '2024-03-18', '2024-03-24'],
      ['2024-03-17', 'week', '2024-03-11', '2024-03-17'],
      ['2021-01-01', 'week', '2020-12-28', '2021-01-03'],
      ['1969-12-31', 'week', '1969-12-29', '1970-01-04'],
      ['2024-02-10', 'month', '2024-02-01', '2024-02-29'],
      ['2024-12-31', 'month', '2024-12-01', '2024-12-31'],
      ['2024-06-30', 'quarter', '2024-04-01', '2024-06-30'],
      ['2024-10-01', 'quarter', '2024-10-01', '2024-12-31'],
      ['1969-05-05', 'year', '1969-01-01', '1969-12-31'],
      ['-0044-03-15', 'quarter', '-0044-01-01', '-0044-03-31'],
    ];
    for (const [text, bin, from, to] of cases) {
      const span = binSpan(floorBin(day(text), bin), bin);
      expect([formatDay(span.from), formatDay(span.to)], `${bin} of ${text}`).toEqual([from, to]);
    }
  });

  it('hold their day, and flooring twice is flooring once', () => {
    fc.assert(
      fc.property(anyDay, anyBin, (d, bin) => {
        const start = floorBin(d, bin);
        expect(floorBin(start, bin)).toBe(start);
        expect(start).toBeLessThanOrEqual(d);
        expect(nextBin(start, bin)).toBeGreaterThan(d);
      }),
      { numRuns: 1000 },
    );
  });

  it('follow one another without gap or overlap', () => {
    fc.assert(
      fc.property(anyDay, anyBin, (d, bin) => {
        const next = nextBin(floorBin(d, bin), bin);
        expect(floorBin(next, bin)).toBe(next);
        expect(floorBin(addDays(next, -1), bin)).toBe(floorBin(d, bin));
      }),
      { numRuns: 1000 },
    );
  });

  it('are counted as they are listed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3, max: 1200 }), anyBin, (from, length, bin) => {
        const to = addDays(from, length);
        expect(countBins(from, to, bin)).toBe(binStarts(from, to, bin).length);
      }),
      { numRuns: 500 },
    );
  });

  it('list every bin that touches the span', () => {
    expect(binStarts(day('2024-01-31'), day('2024-03-01'), 'month').map(formatDay)).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-03-01',
    ]);
    expect(binStarts(day('2024-03-02'), day('2024-03-01'), 'month')).toEqual([]);
    expect(countBins(day('2017-01-01'), day('2024-06-30'), 'month')).toBe(90);
    expect(countBins(day('2017-01-01'), day('2024-06-30'), 'quarter')).toBe(30);
  });

  it('have ISO weeks as date-fns counts them in UTC', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const monday = startOfISOWeek(new UTCDateMini(d * 86_400_000));
        expect(floorBin(d, 'week')).toBe(Math.round(monday.getTime() / 86_400_000));
      }),
      { numRuns: 1000 },
    );
  });

  it('are as fine as the number allowed lets them be', () => {
    const cases: readonly [string, string, Bin][] = [
      ['2024-03-01', '2024-03-31', 'day'],
      ['2024-01-01', '2024-04-29', 'day'],
      ['2024-01-01', '2024-04-30', 'week'],
      ['2017-01-01', '2024-06-30', 'month'],
      ['1995-01-01', '2024-12-31', 'quarter'],
      ['1900-01-01', '2024-12-31', 'year'],
      ['1000-01-01', '2024-12-31', 'year'],
    ];
    for (const [from, to, bin] of cases) expect(finestBin(day(from), day(to)), `${from}..${to}`).toBe(bin);
  });
});
