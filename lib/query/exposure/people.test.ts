import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import type { Denominator, RegionDef, RegionId, SeriesGuide } from '../../series/model';
import { addDays, formatDay, parseDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { rateInWords } from '../../words/chance/rates';
import type { BinsResult } from '../result';
import { coveredDays } from './covered-days';
import { peopleOn } from './people';
import { rateOf } from './rate';

const coverage = { ...EXAMPLE_GUIDE.meta.coverage, from: toDay(2020, 1, 1), to: toDay(2023, 12, 31) };
const year = (date: number, people: number, region: string | null = null): Denominator => ({
  ...{ region: region as RegionId | null, date: String(date), people, sources: [] },
  ...{ from: toDay(date, 1, 1), to: toDay(date, 12, 31) },
});
const guideOf = (...denominators: readonly Denominator[]): SeriesGuide => ({
  ...EXAMPLE_GUIDE,
  meta: { ...EXAMPLE_GUIDE.meta, coverage },
  coverageNotes: [],
  regions: ['north', 'south'].map((id): RegionDef => ({ id: id as RegionId, label: id, country: null })),
  denominators,
});
const viewOf = (query: string) => parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams(query)).view;
const people = (query: string, ...denominators: readonly Denominator[]) => {
  const [guide, view] = [guideOf(...denominators), viewOf(query)];
  return peopleOn(view, guide, coveredDays({ from: coverage.from, to: coverage.to }, view, guide));
};
const spans = (found: ReturnType<typeof people>) =>
  found?.missing.map(({ from, to }) => `${formatDay(from)}..${formatDay(to)}`);

describe('the people on covered days', () => {
  it('are added up day by day, and where no year tells nothing is worked out in between', () => {
    // 2020 has 366 days.
    const found = people('', year(2020, 1000), year(2022, 3000));
    expect(found).toMatchObject({ peopleDays: 366 * 1000 + 365 * 3000, knownDays: 366 + 365 });
    expect(spans(found)).toEqual(['2021-01-01..2021-12-31', '2023-01-01..2023-12-31']);
  });

  it('are those of the regions that are asked for, known where all of them are', () => {
    const rows = [year(2020, 10, 'north'), year(2020, 5, 'south'), year(2021, 20, 'north')];
    expect(people('region=north', ...rows)).toMatchObject({ peopleDays: 366 * 10 + 365 * 20 });
    expect(people('region=north,south', ...rows)).toMatchObject({ peopleDays: 366 * 15, knownDays: 366 });
    // All regions together, where nobody counts all places.
    expect(people('', ...rows)).toMatchObject({ peopleDays: 366 * 15 });
    expect(people('', ...rows, year(2020, 99))).toMatchObject({ peopleDays: 366 * 99 });
  });

  it('are not known of no region, nor of a part of the map, nor in a series without any', () => {
    expect(people('region=none', year(2020, 10))).toMatchObject({ peopleDays: 0, knownDays: 0 });
    expect(people('box=35,54,40,57', year(2020, 10))).toMatchObject({ peopleDays: 0, knownDays: 0 });
    expect(people('')).toBeNull();
  });
});

describe('a rate by people', () => {
  const days = (...counts: readonly (readonly [string, number])[]): BinsResult => ({
    bins: counts.map(([day, best]) => ({
      ...{ start: parseDay(day)!, series: null, low: best, best, high: best, basis: null },
    })),
  });

  it('is for 100,000 people and a year, with the exact interval', () => {
    // 24.19893 times 100,000 person-years; R: poisson.test(137, 24.19893), 4.7531 to 6.6927.
    const guide = guideOf(year(2021, (24.19893e5 * 365.25) / 365));
    const evenly = Array.from({ length: 137 }, (_, at) =>
      formatDay(addDays(toDay(2021, 1, 1), Math.floor(at * 2.66))),
    );
    const rate = rateOf(viewOf('from=2021&to=2021'), guide, days(...evenly.map((day) => [day, 1] as const)))!;
    expect(rate.people?.rate?.perPeople).toBeCloseTo(137 / 24.19893, 9);
    expect(rate.people?.rate?.low).toBeCloseTo(4.75312480485, 8);
    expect(rate.people?.rate?.high).toBeCloseTo(6.69270933418, 8);
    expect(rateInWords(rate, { one: 'attack', many: 'attacks' })).toContain(
      'By people: 5.7 for 100,000 and a year; anything from 4.8 to 6.7 fits.',
    );
  });

  it('says of which days the number is not known, and leaves them out with what is on them', () => {
    const guide = guideOf(year(2020, 1e6), year(2022, 1e6));
    const counted = days(['2020-03-01', 5], ['2021-03-01', 3], ['2022-03-01', 2]);
    const rate = rateOf(viewOf('from=2020&to=2022'), guide, counted)!;
    expect(rate.people).toMatchObject({ count: 7, left: 3 });
    expect(rateInWords(rate, { one: 'attack', many: 'attacks' })).toContain(
      'How many people there are is not known for 2021: these days, and the 3 attacks on them are left out of it.',
    );
  });

  it('is none where no number is known, and says so', () => {
    const rate = rateOf(viewOf('from=2023&to=2023'), guideOf(year(2020, 1e6)), days(['2023-03-01', 5]))!;
    expect(rate.people).toMatchObject({ rate: null, left: 5 });
    expect(rateInWords(rate, { one: 'attack', many: 'attacks' }).join(' ')).toContain(
      'so there is no rate by people',
    );
  });
});
