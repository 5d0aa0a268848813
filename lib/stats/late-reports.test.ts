import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finalCount, type Report, reportedShares } from './late-reports';

/** 630 days of hospital and of report of the outbreak of EHEC O104:H4 in 2011, from the R package surveillance; not ours to ship. */
const FILE = '../shared/facts/statistics/husO104Hosp.csv';
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const FIRST = dayOf('2011-05-01');

function reports(): readonly Report[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [happened, reported] = line.replaceAll('"', '').split(',').map(dayOf) as [number, number];
    return Number.isNaN(happened + reported)
      ? []
      : [{ happened: happened - FIRST, delay: reported - happened, count: 1 }];
  });
}

describe.skipIf(!existsSync(FILE))(`reports of an outbreak (${FILE}, skipped where it is not there)`, () => {
  const all = existsSync(FILE) ? reports() : [];
  const now = dayOf('2011-06-02') - FIRST;
  const shares = () => reportedShares(all, now, 15)!;
  const known = (day: number) =>
    all.filter(({ happened, delay }) => happened === day && delay <= 15 && happened + delay <= now).length;

  it.each([
    ['2011-05-27', 15, 36],
    ['2011-05-29', 9, 41],
    ['2011-05-31', 2, 25],
  ])(
    'of %s are %i so far, which become about the %i that surveillance estimates',
    (text, reported, estimate) => {
      const day = dayOf(text) - FIRST;
      expect(known(day)).toBe(reported);
      // Its estimate is the median of a normal distribution that is cut off, rounded.
      expect(Math.abs(reported / shares()[now - day]! - estimate)).toBeLessThan(1.5);
    },
  );

  it('are not taken for none where there are none yet, and hold the final count', () => {
    const usual = { mean: 12, size: 1.5 };
    const days = [27, 28, 29, 30, 31, 32, 33].map((day) => day - 1);
    const held = days.filter((day) => {
      const { estimate, low, high } = finalCount(known(day), shares()[now - day]!, usual);
      const final = all.filter(({ happened }) => happened === day).length;
      expect(estimate).toBeGreaterThan(0);
      return final >= low && final <= high;
    });
    expect(known(now)).toBe(0);
    expect(held.length).toBeGreaterThanOrEqual(6);
  });
});

describe('reports that are still to come', () => {
  it('come by the delays of those that are old enough to tell', () => {
    // Of ten each day six come at once and four a day later; today's four are not there yet.
    const days = Array.from({ length: 10 }, (_, day) => day);
    const found = days.flatMap((happened): Report[] => [
      { happened, delay: 0, count: 6 },
      ...(happened < 9 ? [{ happened, delay: 1, count: 4 }] : []),
    ]);
    expect(reportedShares(found, 9, 3)).toEqual([expect.closeTo(0.6, 12), 1, 1, 1]);
    expect(reportedShares([], 9, 3)).toBeNull();
  });

  it('are none once all is reported, and as many as is usual where nothing tells yet', () => {
    expect(finalCount(7, 1, { mean: 5, size: 2 })).toEqual({ estimate: 7, low: 7, high: 7 });
    const none = finalCount(0, 0, { mean: 5, size: 2 });
    expect(none.estimate).toBeCloseTo(5, 12);
    // scipy: nbinom.ppf([.025, .975], 2, 2/7).
    expect([none.low, none.high]).toEqual([0, 16]);
  });

  it('follow what is known the more, the more of it is known', () => {
    const usual = { mean: 5, size: 2 };
    expect(finalCount(20, 0.9, usual).estimate).toBeCloseTo(20 + (22 * 0.1) / 1.3, 12);
    expect(finalCount(20, 0.9, usual).high).toBeLessThan(26);
  });
});
