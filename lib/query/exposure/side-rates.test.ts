import { describe, expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import type { OwnField } from '../../series/fields';
import type {
  ActorId,
  ActorRelation,
  CoverageNote,
  Denominator,
  Incident,
  RegionId,
} from '../../series/model';
import { addDays, formatDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { comparisonInWords } from '../../words/chance/comparisons';
import { answerComparison, planComparison } from '../compare/plan-comparison';
import { meaningEngine } from '../meaning/evaluate';
import { sideRates } from './side-rates';

/** So many incidents of some actors, spread evenly over 2021 and 2022. */
function spread(
  name: string,
  count: number,
  actors: readonly string[],
  from = toDay(2021, 1, 1),
): Incident[] {
  return Array.from({ length: count }, (_, i) =>
    incident(`${name}${i}`, formatDay(addDays(from, Math.floor((i * 730) / count))), {
      links: actors.map((actor) => link(actor)),
    }),
  );
}

const part: ActorRelation = {
  ...{ child: 'blue', parent: 'red', kind: 'part', from: null, to: null, note: null },
} as unknown as ActorRelation;
const APART = seriesOf([
  ...spread('r', 31, ['red']),
  ...spread('b', 10, ['blue']),
  ...spread('x', 4, ['red', 'blue']),
]);
const UNDER = seriesOf(spread('b', 10, ['blue']), { actorRelations: [part] });

async function said(query: string, series = APART): Promise<readonly string[]> {
  const { view, issues } = parseView(series.meta.id, new URLSearchParams(query));
  expect(issues).toEqual([]);
  const info = infoOf(series);
  const answers = await answerComparison(meaningEngine(series), planComparison(view, info));
  return sideRates(view, info.guide, answers).map((one) =>
    comparisonInWords(one, (id) => `side ${Number(id) + 1}`),
  );
}

describe('the rates of the sides of a comparison', () => {
  it('are those of the first against each other, without what counts in both', async () => {
    // binom.test(31, 41) of R: 0.597 to 0.876, as odds 1.48 to 7.09.
    expect(await said('compare=actor:red,blue&from=2021&to=2022')).toEqual([
      'side 1 3.1 times as often as side 2; anything from 1.5 to 7.1 fits; the 4 that count in both are left out',
    ]);
  });

  it('are not compared where one is a part of the other', async () => {
    expect(await said('compare=actor:red,blue', UNDER)).toEqual([
      'side 1 and side 2 cannot be compared: one is a part of the other',
    ]);
  });

  it('of three sides that overlap leave out, pair by pair, what counts in both', async () => {
    // All 35 of the first side against none: 0.025 ^ (1 / 35) is 0.9, as odds 9.
    expect(await said('compare=actor:red,blue,none&from=2021&to=2022')).toEqual([
      'side 1 3.1 times as often as side 2; anything from 1.5 to 7.1 fits; the 4 that count in both are left out',
      'side 1 35, side 3 none: anything from 9 times as often up fits',
    ]);
  });

  it('refuse the pair alone of which one is a part of the other', async () => {
    const green = link('green');
    const series = seriesOf(
      [
        ...spread('b', 10, ['blue']),
        ...spread('g', 31, []).map((one) => ({ ...one, links: [green] })),
        ...spread('r', 5, ['red']),
      ],
      { actorRelations: [part] },
    );
    const found = await said('compare=actor:red,blue,green&from=2021&to=2022', series);
    expect(found[0]).toBe('side 1 and side 2 cannot be compared: one is a part of the other');
    // 15 of the whole against 31: the other is twice as frequent.
    expect(found[1]).toMatch(/^side 3 2\.1 times as often as side 1;/);
  });

  it('of ranges that overlap are not compared, and of those that do not they are', async () => {
    const damage: OwnField = {
      ...{ id: 'damage', label: 'Damage', kind: 'number', many: false, unit: null },
      ...{ column: 'damage', adds: 'sum' },
    } as unknown as OwnField;
    const series = seriesOf(
      spread('r', 40, ['red']).map((one, at) => ({ ...one, own: { damage: at % 4 === 0 ? 150 : 50 } })),
      { fields: [damage] },
    );
    expect(await said('compare=.damage:0..100,50..200&from=2021&to=2022', series)).toEqual([
      'side 1 and side 2 cannot be compared: how many count in both is not known, for their ranges overlap. Choose ranges that lie apart',
    ]);
    // 30 against 10.
    expect((await said('compare=.damage:0..100,101..200&from=2021&to=2022', series))[0]).toMatch(
      /^side 1 3 times as often as side 2;/,
    );
  });

  it('are not judged where one side was not searched as the other was, until the reader has seen it', async () => {
    const thin: CoverageNote = {
      ...{ id: 't', kind: 'thin', from: toDay(2021, 1, 1), to: toDay(2021, 12, 31), text: 'Little was read' },
      ...{ actors: [], types: [] },
    };
    const noted = (notes: readonly CoverageNote[]) =>
      seriesOf([...spread('r', 60, ['red']), ...spread('b', 20, ['blue'])], { coverageNotes: notes });
    const years = 'from=2022&to=2022&compare=period:2021';
    expect(await said(years, noted([thin]))).toEqual([
      'side 1 and side 2 are not judged: their days were not searched alike, so that a difference may be one of looking',
    ]);
    expect((await said(`${years}&across=yes`, noted([thin])))[0]).toMatch(
      /too few to tell apart .*; their days were not searched alike, so a difference may be one of looking$/,
    );
    // Two groups in the same days are alike in what they miss, unless a note is narrowed to one of them.
    const groups = 'from=2021&to=2022&compare=actor:red,blue';
    expect((await said(groups, noted([thin])))[0]).toMatch(/^side 1 3 times as often as side 2;/);
    const narrowed = { ...thin, actors: ['red' as ActorId] };
    expect((await said(groups, noted([narrowed])))[0]).toMatch(/are not judged/);
  });

  it('leave out what lies on days on which nobody looked, as they leave out those days', async () => {
    const gap: CoverageNote = {
      ...{ id: 'g', kind: 'gap', from: toDay(2022, 1, 1), to: toDay(2022, 12, 31), text: 'Nobody read' },
      ...{ actors: [], types: [] },
    };
    const series = seriesOf(
      [
        ...spread('r', 62, ['red']).slice(0, 31),
        ...spread('b', 20, ['blue']).slice(0, 10),
        ...Array.from({ length: 7 }, (_, i) => incident(`l${i}`, '2022-07', { links: [link('red')] })),
        // Half of its possible days were searched.
        incident('half', '[2021-12-31,2022-01-01]', { links: [link('blue')] }),
      ],
      { coverageNotes: [gap] },
    );
    // The same 31 against 10.5 of 365 days: 2.95.
    expect((await said('compare=actor:red,blue&from=2021&to=2022', series))[0]).toMatch(
      /^side 1 3 times as often as side 2; .*; 7 of side 1 and 0\.5 of side 2 on days on which nobody looked are left out; some days/,
    );
  });

  it('of periods go by their covered days, and not where they share any', async () => {
    const series = seriesOf([
      ...spread('r', 60, ['red']),
      ...spread('l', 40, ['red'], toDay(2022, 1, 1)).slice(0, 20),
    ]);
    const [before] = await said('compare=period:2021&from=2022&to=2022', series);
    // 50 in 2022 against 30 in 2021.
    expect(before).toMatch(/^side 1 1\.7 times as often as side 2; anything from 1 to 2\.7 fits$/);
    expect(await said('compare=period:2021-06..2022-03&from=2022&to=2022', series)).toEqual([
      'side 1 and side 2 cannot be compared: they share days',
    ]);
    expect((await said('compare=period:2031&from=2022&to=2022', series))[0]).toBe(
      'side 1 and side 2 cannot be compared: for one of them nobody looked on any day',
    );
  });

  it('of regions go by people where their numbers are known, else by days, and say which', async () => {
    const people = (region: string, date: number, count: number): Denominator => ({
      ...{ region: region as RegionId, date: String(date), people: count, sources: [] },
      ...{ from: toDay(date, 1, 1), to: toDay(date, 12, 31) },
    });
    const at = (region: string, count: number) =>
      spread(region, count, ['red']).map((one) => ({ ...one, regions: [region as RegionId] }));
    const regions = ['north', 'south'].map((id) => ({ id: id as RegionId, label: id, country: null }));
    const both = [...at('north', 31), ...at('south', 10)];
    const query = 'compare=region:north,south&from=2021&to=2022';
    const of = (...denominators: readonly Denominator[]) => seriesOf(both, { regions, denominators });
    const south = [people('south', 2021, 1e6), people('south', 2022, 1e6)];
    // Three times as many people in the north, so that as often for as many: 3.1 / 3.1.
    const north = [people('north', 2021, 3.1e6), people('north', 2022, 3.1e6)];
    expect((await said(query, of(...north, ...south)))[0]).toMatch(
      /too few to tell apart \(side 1 just as often as side 2 for as many people; anything from 0\.48 to 2\.3 fits\)/,
    );
    expect((await said(query, of(...south)))[0]).toMatch(
      /^side 1 3\.1 times as often as side 2; anything from 1\.5 to 7\.1 fits; not by people, for their number is not known on all days$/,
    );
  });

  it('are none where nothing is compared', async () => {
    expect(await said('')).toEqual([]);
  });
});
