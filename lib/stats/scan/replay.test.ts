import { describe, expect, it } from 'vitest';
import { powerFor, scan } from './replay';
import type { ScanTime } from './watched-slice';
import { binsToNotice, windowP } from './window-test';

const weeks = (bins: number, change: Partial<ScanTime> = {}): ScanTime => ({
  ...{ exposure: new Float64Array(bins).fill(7), year: 52, least: 52 },
  ...change,
});
/** Counts of weeks that go 1, 2, 3, 2 over and over, mean 2, with some changed. */
const steady = (bins: number, change: (week: number, count: number) => number = (_, count) => count) =>
  Array.from({ length: bins }, (_, week) => change(week, [1, 2, 3, 2][week % 4]!));
const one = (counts: readonly number[], time = weeks(counts.length)) => scan([{ id: 'one', counts }], time);

describe('the watch', () => {
  it('notices nothing in a steady series', () => {
    const found = one(steady(260));
    expect(found.notices).toEqual([]);
    expect(found.slices).toBe(1);
    expect(found.level).toBe(0.001);
  });

  it('notices a rate that triples and stays once, and says that it stayed', () => {
    const { notices } = one(steady(240, (week, count) => (week < 150 ? count : 3 * count)));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ direction: 'surge', after: 'stayed' });
    expect(notices[0]!.last).toBeLessThan(156);
    expect(notices[0]!.first).toBeGreaterThan(145);
  });

  it('notices one week that stands out, and that it passed, and goes on as before', () => {
    const { notices } = one(steady(240, (week, count) => (week === 150 || week === 200 ? 14 : count)));
    expect(notices.map(({ first, last, after }) => [first, last, after])).toEqual([
      [150, 150, 'passed'],
      [200, 200, 'passed'],
    ]);
  });

  it('notices a silence as well, and none where nobody looked', () => {
    const quiet = steady(240, (week, count) => (week >= 180 && week < 200 ? 0 : count));
    const { notices } = one(quiet);
    expect(notices[0]).toMatchObject({ direction: 'silence', window: { count: 0 } });
    const exposure = new Float64Array(240).fill(7);
    exposure.fill(0, 180, 200);
    expect(one(quiet, weeks(240, { exposure })).notices).toEqual([]);
  });

  it('needs at least three events, and a baseline', () => {
    const two = Array.from({ length: 200 }, (_, week) => (week === 190 ? 2 : 0));
    expect(one(two).notices).toEqual([]);
    const three = two.map((count) => (count === 2 ? 3 : count));
    expect(one(three).notices).toMatchObject([{ first: 190, last: 190, baseline: { count: 0 } }]);
    expect(one(steady(40, (week, count) => (week === 39 ? 30 : count)))).toMatchObject({
      notices: [],
      slices: 0,
    });
  });

  it('asks for more where more is looked at', () => {
    // Ten in a week after two a week: 0.0003 by itself.
    const counts = steady(200, (week, count) => (week === 199 ? 10 : count));
    expect(one(counts).notices).toHaveLength(1);
    const many = Array.from({ length: 400 }, (_, id) => ({
      ...{ id: String(id), counts: id === 0 ? counts : steady(200) },
    }));
    const found = scan(many, weeks(200));
    expect(found.notices).toEqual([]);
    expect(found.tests).toBeGreaterThan(400);
    expect(found.level).toBeCloseTo(0.05 / found.tests, 12);
  });

  it('rounds counts of dates that are not known so that nothing stands out by them', () => {
    const exposure = { window: 7, base: 700 };
    const p = (count: number, base: number) =>
      windowP('surge', { count, exposure: exposure.window }, { count: base, exposure: exposure.base }, 1);
    expect(p(5.9, 99.2)).toBe(p(5, 100));
    expect(p(6, 100)).toBeLessThan(p(5.9, 99.2));
  });

  it('takes the season into account once three years are known', () => {
    // Each year in the same four weeks eight times as many.
    const seasonal = steady(260, (week, count) => (week % 52 >= 20 && week % 52 < 24 ? 8 * count : count));
    const last = one(seasonal).notices.filter(({ first }) => first >= 208);
    expect(last).toEqual([]);
    const untold = one(seasonal, weeks(260, { year: null })).notices.filter(({ first }) => first >= 208);
    expect(untold.length).toBeGreaterThan(0);
  });

  it('takes no season for a change where only a year of it is known, and a change for one all the same', () => {
    // A year of ten to forty a week, and then as much again in the same weeks.
    const season = (week: number) => Math.round(25 + 15 * Math.sin((2 * Math.PI * week) / 52));
    const counts = Array.from({ length: 156 }, (_, week) => season(week));
    expect(one(counts).notices.filter(({ first }) => first >= 54)).toEqual([]);
    expect(one(counts, weeks(156, { year: null })).notices.length).toBeGreaterThan(0);
    const doubled = counts.map((count, week) => (week < 120 ? count : 2 * count));
    expect(one(doubled).notices.some(({ first, direction }) => first >= 118 && direction === 'surge')).toBe(
      true,
    );
  });

  it('works by the numbers that can be counted by hand', () => {
    // One a week, and eight in one: of 112 in 105 weeks eight or more in the last. By exact fractions: 1.336159724327848e-5.
    const { notices } = one(Array.from({ length: 150 }, (_, week) => (week === 140 ? 8 : 1)));
    expect(notices).toHaveLength(1);
    const [notice] = notices;
    expect(notice).toMatchObject({ first: 140, last: 140, window: { count: 8 }, baseline: { count: 104 } });
    expect(notice).toMatchObject({ expected: 1, dispersion: 1, season: 1 });
    expect(notice!.p / 1.336159724327848e-5).toBeCloseTo(1, 9);
    // Surges in five windows. A silence could only stand out where ln 0.001 / ln(1 − share) is no more than the sum: of 8 and of 13 weeks.
    expect(notice!.tests).toBe(7);
    expect(notice!.adjusted).toBeCloseTo(7 * 1.336159724327848e-5, 12);
  });

  it('takes nothing for something', () => {
    expect(scan([], weeks(100))).toMatchObject({ notices: [], slices: 0, tests: 0 });
    expect(scan([{ id: 'x', counts: [] }], weeks(0))).toMatchObject({ notices: [], slices: 0 });
    expect(one(new Array(200).fill(0)).notices).toEqual([]);
  });
});

describe('its power', () => {
  it('is less where less happens, where counts vary more, and where more is looked at', () => {
    const at = (perWeek: number, dispersion = 1, level = 0.001) =>
      binsToNotice({ count: 104 * perWeek, exposure: 728 }, 7, dispersion, level);
    // By simulation a tripling is found after 13 weeks in 100 % at 2 a week, 56 % at 0.5, and 4 % at 0.1.
    expect([at(10), at(2), at(0.5), at(0.1)]).toEqual([1, expect.any(Number), null, null]);
    expect(at(2)).toBeLessThanOrEqual(8);
    expect(at(2)!).toBeGreaterThanOrEqual(4);
    expect(at(2, 3)).toBe(null);
    expect(at(10, 1, 1e-9)!).toBeGreaterThan(1);
  });

  it('is told of a slice at its end', () => {
    expect(powerFor({ id: 'x', counts: steady(200) }, weeks(200), 0.001)).toBeGreaterThanOrEqual(4);
    expect(powerFor({ id: 'x', counts: steady(20) }, weeks(20), 0.001)).toBeNull();
    expect(powerFor({ id: 'x', counts: new Array(200).fill(0) }, weeks(200), 0.001)).toBeNull();
  });
});
