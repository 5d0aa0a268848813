import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { SeriesGuide } from '../../series/model';
import { addDays, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { changesInWords } from '../../words/chance/rates';
import type { BinsResult } from '../result';
import { changePointsOf } from './change-points';

const { view } = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams('from=2021&to=2022'));
const FROM = toDay(2021, 1, 1);

/** One incident on each of some days, counted from the first of the window. */
const on = (days: readonly number[], best = 1): BinsResult => ({
  bins: days.map((day) => ({
    ...{ start: addDays(FROM, day), series: null, low: 0, best, high: 1, basis: null },
  })),
});
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
const guideWithGap: SeriesGuide = {
  ...EXAMPLE_GUIDE,
  coverageNotes: [
    {
      ...({ id: 'gap', kind: 'gap', actors: [], types: [], text: 'No.' } as const),
      ...{ from: toDay(2021, 3, 1), to: toDay(2021, 12, 31) },
    },
  ],
};

describe('changes of rate', () => {
  it('are none where the rate is steady', () => {
    const found = changePointsOf(view, EXAMPLE_GUIDE, on(every(10, 3, 730)))!;
    expect(found.stretches).toHaveLength(1);
    expect(found.stretches[0]).toMatchObject({ from: FROM, to: toDay(2022, 12, 31), count: 73, days: 730 });
    expect(changesInWords(found, EXAMPLE_GUIDE.meta.noun)[0]).toMatch(/^No change of rate that chance/);
  });

  it('lie between the days around them, and the stretches fill the window', () => {
    const found = changePointsOf(view, EXAMPLE_GUIDE, on([...every(20, 5, 400), ...every(4, 401, 730)]))!;
    const [first, second] = found.stretches;
    expect(found.stretches).toHaveLength(2);
    // The last of the slow ones is on day 385, the second of the quick ones on day 405; that between fits either.
    expect(second!.from).toBeGreaterThan(addDays(FROM, 385));
    expect(second!.from).toBeLessThanOrEqual(addDays(FROM, 405));
    expect(first!.to + 1).toBe(second!.from);
    expect(first!.count + second!.count).toBe(103);
    expect(first!.days + second!.days).toBe(730);
    expect(second!.interval.low).toBeGreaterThan(first!.interval.high);
  });

  it('are not seen where a gap alone parts the incidents', () => {
    const days = [...every(4, 1, 59), ...every(4, 366, 425)];
    const whole = changePointsOf(view, EXAMPLE_GUIDE, on(days))!;
    expect(whole.stretches.length).toBeGreaterThan(1);
    const short = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams('from=2021&to=2022-02')).view;
    const found = changePointsOf(short, guideWithGap, on(days))!;
    expect(found.stretches).toHaveLength(1);
    expect(found.stretches[0]!.days).toBe(118);
  });

  it('must be worth more where neighbouring weeks differ more than by chance', () => {
    const clusters = every(28, 0, 730).flatMap((day) => [day, day + 1, day + 2, day + 3, day + 4]);
    const found = changePointsOf(view, EXAMPLE_GUIDE, on(clusters))!;
    expect(found.dispersion).toBeGreaterThan(2);
    expect(found.stretches).toHaveLength(1);
  });

  it('are said to be no better dated than the incidents', () => {
    const found = changePointsOf(view, EXAMPLE_GUIDE, on(every(1, 0, 30), 1 / 30))!;
    expect(found.spread).toBeCloseTo(1, 9);
    expect(changesInWords(found, EXAMPLE_GUIDE.meta.noun).at(-1)).toBe(
      '1 attack of the count is spread over days, as the day is not known: no change is better dated than that.',
    );
  });

  it('are null where nothing happened, or nobody looked', () => {
    expect(changePointsOf(view, EXAMPLE_GUIDE, on([]))).toBeNull();
    const before = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams('to=2012')).view;
    expect(changePointsOf(before, EXAMPLE_GUIDE, on([3]))).toBeNull();
  });

  it('are found for one incident, and for all on one day, as one stretch', () => {
    for (const best of [1, 40]) {
      const found = changePointsOf(view, EXAMPLE_GUIDE, on([100], best))!;
      expect(found.stretches).toHaveLength(1);
      expect(found.stretches[0]!.count).toBe(best);
    }
  });
});
