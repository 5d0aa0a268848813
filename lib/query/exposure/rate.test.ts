import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { CoverageNote, SeriesGuide } from '../../series/model';
import { addDays, type Day, formatDay, parseDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { resolveWindow } from '../../view/resolve';
import type { BinsResult } from '../result';
import { coveredDays, coveredWithin, dayAtPlace, placeOfDay } from './covered-days';
import { rateOf } from './rate';

const COVERAGE = { ...EXAMPLE_GUIDE.meta.coverage, from: toDay(2020, 1, 1), to: toDay(2023, 12, 31) };

function note(from: string, to: string, change: Partial<CoverageNote> = {}): CoverageNote {
  const days = { from: parseDay(from)!, to: parseDay(to)! };
  return { ...{ id: from, kind: 'gap', actors: [], types: [], text: 'No.' }, ...days, ...change };
}

function guideOf(...coverageNotes: readonly CoverageNote[]): SeriesGuide {
  return { ...EXAMPLE_GUIDE, meta: { ...EXAMPLE_GUIDE.meta, coverage: COVERAGE }, coverageNotes };
}

const viewOf = (query: string) => parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams(query)).view;
const on = (...days: readonly (readonly [string, number])[]): BinsResult => ({
  bins: days.map(([day, best]) => ({
    ...{ start: parseDay(day)!, series: null, low: best, best, high: best, basis: null },
  })),
});

const GAP = note('2021-02-01', '2021-03-31');
const covered = (query: string, ...notes: readonly CoverageNote[]) => {
  const guide = guideOf(...notes);
  const view = viewOf(query);
  return coveredDays(resolveWindow(view, COVERAGE), view, guide);
};

describe('covered days', () => {
  it.each<[string, readonly CoverageNote[], number]>([
    ['from=2021&to=2021', [], 365],
    ['from=2021&to=2021', [GAP], 365 - 28 - 31],
    ['from=2021-02&to=2021-03', [GAP], 0],
    ['from=2019&to=2020', [], 366],
    ['from=2023&to=2025', [], 365],
    ['from=2022&to=2021', [], 0],
    ['from=2021&to=2021', [note('2021-01-01', '2021-12-31', { kind: 'thin' })], 365],
  ])('of “%s” with %o are %i', (query, notes, days) => {
    expect(covered(query, ...notes).days).toBe(days);
  });

  it('are an axis on which a gap has no length, and each day its place', () => {
    const axis = covered('from=2021&to=2021', GAP);
    expect(placeOfDay(axis, toDay(2021, 1, 31))).toBe(30);
    expect(placeOfDay(axis, toDay(2021, 2, 1))).toBeNull();
    expect(placeOfDay(axis, toDay(2021, 4, 1))).toBe(31);
    for (let place = 0; place < axis.days; place++) {
      expect(placeOfDay(axis, dayAtPlace(axis, place))).toBe(place);
    }
    expect(coveredWithin(axis, { from: toDay(2021, 1, 1), to: toDay(2021, 4, 30) })).toBe(61);
  });

  it('say where they were searched thinly, and where for a part of what is asked for not at all', () => {
    const thin = note('2021-05-01', '2021-05-31', { kind: 'thin' });
    const part = note('2021-06-01', '2021-06-30', { actors: ['gur'] as unknown as CoverageNote['actors'] });
    expect(covered('from=2021&to=2021', thin, part, GAP).less.map(({ note }) => note.id)).toEqual([
      '2021-05-01',
      '2021-06-01',
    ]);
  });
});

describe('a rate', () => {
  it('is for 30 covered days, with the interval of Garwood', () => {
    const rate = rateOf(viewOf('from=2021&to=2021'), guideOf(GAP), on(['2021-01-05', 3], ['2021-07-01', 2]))!;
    expect(rate).toMatchObject({ count: 5, uncovered: 0, model: 'poisson' });
    // R: qgamma(c(.025, .975), c(5, 6)) for 5 events.
    expect(rate.per30).toBeCloseTo((5 * 30) / 306, 12);
    expect(rate.interval.low).toBeCloseTo((1.62348639012 * 30) / 306, 9);
    expect(rate.interval.high).toBeCloseTo((11.6683320793 * 30) / 306, 9);
  });

  it('leaves out what fell on days on which nobody looked', () => {
    const rate = rateOf(viewOf('from=2021&to=2021'), guideOf(GAP), on(['2021-02-05', 3], ['2021-07-01', 2]))!;
    expect(rate).toMatchObject({ count: 2, uncovered: 3 });
  });

  it('of nothing has an upper end and no lower one', () => {
    const rate = rateOf(viewOf('from=2021&to=2021'), guideOf(), on())!;
    expect(rate).toMatchObject({ count: 0, per30: 0, interval: { low: 0 }, dispersion: null });
    expect(rate.interval.high).toBeCloseTo((3.68887945411 * 30) / 365, 9);
  });

  it.each(['from=2021-02&to=2021-03', 'from=2030', 'from=2022&to=2021'])(
    'there is none for “%s”',
    (query) => {
      expect(rateOf(viewOf(query), guideOf(GAP), on())).toBeNull();
    },
  );

  it('has a wider interval where the counts of bins vary more than by chance', () => {
    // 24 months with the counts of the fixture of R's quasi-Poisson interval; months are taken as long as they are.
    const counts = [0, 1, 0, 2, 0, 0, 1, 5, 0, 0, 3, 0, 7, 1, 0, 0, 2, 0, 1, 0, 0, 4, 0, 0];
    const days = counts.flatMap((count, month) =>
      count === 0
        ? []
        : [[formatDay(toDay(2021 + Math.floor(month / 12), (month % 12) + 1, 9)), count] as const],
    );
    const rate = rateOf(viewOf('from=2021&to=2022&bin=month'), guideOf(), on(...days))!;
    expect(rate.model).toBe('quasi-poisson');
    expect(rate.dispersion?.bins).toBe(24);
    expect(rate.dispersion?.index).toBeGreaterThan(2.8);
    expect(rate.dispersion?.index).toBeLessThan(3.4);
    expect(rate.interval.high / rate.per30).toBeCloseTo(2.27171248889 / 1.125, 1);
  });

  it('takes no bin for complete that the window or the coverage cuts', () => {
    const every = Array.from({ length: 400 }, (_, i) => addDays(toDay(2021, 1, 1), i) as Day);
    const days = on(...every.map((day) => [formatDay(day), 1] as const));
    const rate = rateOf(viewOf('from=2021-01-15&to=2021-12-15&bin=month'), guideOf(), days)!;
    expect(rate.dispersion?.bins).toBe(10);
  });
});
