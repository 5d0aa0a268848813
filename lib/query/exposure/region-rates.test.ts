import { describe, expect, it } from 'vitest';
import { day, incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { Denominator, Incident, RegionDef, RegionId, Series } from '../../series/model';
import { parseView } from '../../view/parse';
import type { Engine } from '../engine';
import { evaluate } from '../meaning/evaluate';
import { planDays, rateOf } from './rate';
import { askRegionRates, whyNoRates } from './region-rates';

const REGIONS = [{ id: 'land' }, { id: 'north', parent: 'land' }, { id: 'south', parent: 'land' }].map(
  (one): RegionDef => ({ ...(one as { id: RegionId; parent?: RegionId }), label: one.id, country: null }),
);

const people = (region: string | null, year: number, many: number): Denominator => ({
  ...{ region: region as RegionId | null, date: String(year), people: many, sources: [] },
  ...{ from: day(`${year}-01-01`), to: day(`${year}-12-31`) },
});

const at = (id: string, date: string, ...regions: readonly string[]): Incident =>
  incident(id, date, [], { regions: regions as readonly RegionId[] });

const INCIDENTS = [
  ...Array.from({ length: 12 }, (_, n) => at(`n${n}`, `2021-${String(n + 1).padStart(2, '0')}-05`, 'north')),
  at('x', '2022-03-01', 'north'),
  at('s', '2021-06', 'south'),
  at('o', '2021-06-07', 'land'),
];

const { meta, ...HAND } = seriesOfHand(INCIDENTS);
const SERIES: Series = {
  ...HAND,
  meta: { ...meta, coverage: { ...meta.coverage, from: day('2020-01-01'), to: day('2022-12-31') } },
  regions: REGIONS,
  denominators: [
    people('north', 2021, 1e6),
    people('south', 2021, 5e5),
    people('land', 2021, 2e6),
    people('south', 2022, 5e5),
  ],
};
const { incidents: _, sources: __, ...GUIDE } = SERIES;
const INFO = { guide: GUIDE };
const ENGINE: Pick<Engine, 'run'> = { run: async (query) => evaluate(SERIES, query) };
const viewOf = (query: string) => parseView(GUIDE.meta.id, new URLSearchParams(query)).view;
const ratesOf = (query: string) => askRegionRates(ENGINE, viewOf(query), INFO);

describe('rates of regions by their people', () => {
  it('are for 100,000 people and a year, of the days on which their number is known, with what lies in a region', async () => {
    const rates = await ratesOf('from=2021&to=2022');
    const perYear = (count: number, many: number) => (count / (many * 365)) * 365.25 * 100_000;
    // That of 2022 in the north is not counted: nobody knows how many lived there then.
    expect(rates.get('north')).toMatchObject({ count: 12, perPeople: perYear(12, 1e6), whole: false });
    expect(rates.get('land')).toMatchObject({ count: 14, perPeople: perYear(14, 2e6), whole: false });
    const south = rates.get('south')!;
    expect([south.count, south.perPeople, south.whole]).toEqual([1, perYear(1, 1e6), true]);
    // Garwood's interval of one event, from tables: 0.0253 to 5.5716.
    expect(south.low).toBeCloseTo(perYear(0.0253, 1e6), 4);
    expect(south.high).toBeCloseTo(perYear(5.5716, 1e6), 4);
  });

  it.each(['from=2021&to=2021', 'from=2021-03&to=2021-08&bin=month', 'from=2021&to=2021&bin=week'])(
    'are those of the view of a region alone: %s',
    async (query) => {
      const rates = await ratesOf(query);
      for (const id of ['north', 'south', 'land']) {
        const alone = viewOf(`${query}&region=${id}`);
        const rate = rateOf(alone, GUIDE, evaluate(SERIES, planDays(alone, INFO)))!.people!.rate!;
        const { perPeople, low, high, model } = rates.get(id)!;
        expect(
          [model, perPeople, low, high].map((one) => (typeof one === 'number' ? one.toFixed(9) : one)),
        ).toEqual(
          [rate.model, rate.perPeople, rate.low, rate.high].map((one) =>
            typeof one === 'number' ? one.toFixed(9) : one,
          ),
        );
      }
    },
  );

  it('count an incident in two parts of a region once, in what chance leaves open too', async () => {
    const both = Array.from({ length: 6 }, (_, n) => at(`both${n}`, `2021-0${n + 1}-20`, 'north', 'south'));
    const series = { ...SERIES, incidents: [...INCIDENTS, ...both] };
    const engine: typeof ENGINE = { run: async (query) => evaluate(series, query) };
    const view = viewOf('from=2021&to=2021&bin=month');
    const { model, low, high } = (await askRegionRates(engine, view, INFO)).get('land')!;
    const alone = viewOf('from=2021&to=2021&bin=month&region=land');
    const rate = rateOf(alone, GUIDE, evaluate(series, planDays(alone, INFO)))!.people!.rate!;
    expect(model).toBe(rate.model);
    expect([low, high].map((one) => one.toFixed(9))).toEqual(
      [rate.low, rate.high].map((one) => one.toFixed(9)),
    );
  });

  it('are there of whole regions and of incidents alone', () => {
    const why = (query: string) => whyNoRates(viewOf(query), GUIDE);
    expect([why(''), why('box=1,2,3,4'), why('measure=fatalities')]).toEqual([null, 'part', 'measure']);
    expect(whyNoRates(viewOf(''), { ...GUIDE, denominators: [people(null, 2021, 1)] })).toBe('no-people');
  });
});
