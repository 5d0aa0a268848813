import { describe, expect, it } from 'vitest';
import { binStarts } from '../../time/bin';
import { addDays, type Day, formatDay, toDay } from '../../time/day';
import { binOfCadence, lateReports, type PublishedCounts } from './late-bins';

const FIRST = toDay(2023, 1, 2);
const STARTS = binStarts(FIRST, addDays(FIRST, 7 * 60 - 1), 'week');

/** Ten a week (eight and twelve in turn), of which half are there on the Monday after, the rest a week later; published each Monday of the last `weeks`. */
function published(weeks: number): readonly PublishedCounts[] {
  return Array.from({ length: weeks }, (_, at): PublishedCounts => {
    const place = STARTS.length - weeks + 1 + at;
    const day = addDays(FIRST, 7 * place) as Day;
    const whole = STARTS.slice(0, place).map((start, week) => {
      const all = week % 2 === 0 ? 8 : 12;
      return [start, week === place - 1 ? all / 2 : all] as const;
    });
    return { day, counts: new Map(whole) };
  });
}

describe('reports that come late', () => {
  it('are told by what later revisions added', () => {
    const found = lateReports(published(20), STARTS, 'week')!;
    expect(found.shares[0]).toBeCloseTo(0.5, 2);
    expect(found.shares.slice(1).every((share) => share === 1)).toBe(true);
    expect(found.bins).toHaveLength(1);
    const [last] = found.bins;
    expect(formatDay(last!.start)).toBe(formatDay(STARTS.at(-1)!));
    expect(last!.reported).toBe(6);
    expect(last!.estimate).toBeGreaterThan(9.5);
    expect(last!.estimate).toBeLessThan(12.5);
    expect(last!.low).toBeLessThanOrEqual(12);
    expect(last!.high).toBeGreaterThanOrEqual(12);
  });

  it('are not taken for none where nothing of a week is there yet', () => {
    const all = published(20);
    const counts = new Map(all.at(-1)!.counts);
    counts.delete(STARTS.at(-1)!);
    const found = lateReports([...all.slice(0, -1), { ...all.at(-1)!, counts }], STARTS, 'week')!;
    expect(found.bins[0]).toMatchObject({ reported: 0 });
    expect(found.bins[0]!.estimate).toBeGreaterThan(2);
  });

  it('cannot be told from fewer than five revisions, or from none', () => {
    expect(lateReports(published(4), STARTS, 'week')).toBeNull();
    expect(lateReports([], STARTS, 'week')).toBeNull();
    expect(lateReports(published(8), [], 'week')).toBeNull();
  });

  it('are counted in bins in each of which there is a revision', () => {
    const every = (days: number) => Array.from({ length: 6 }, (_, i) => addDays(FIRST, days * i));
    expect(binOfCadence(every(7), 'week')).toBe('week');
    expect(binOfCadence(every(1), 'week')).toBe('week');
    expect(binOfCadence(every(30), 'week')).toBe('month');
    expect(binOfCadence(every(91), 'week')).toBe('quarter');
    expect(binOfCadence([FIRST], 'month')).toBe('month');
  });
});
