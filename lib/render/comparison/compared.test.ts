import { describe, expect, it } from 'vitest';
import { SAMPLE_SERIES, sampleAnswers, sampleInfo } from '../../../testing/pictures/timeline-sample';
import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/meaning/evaluate';
import { answerPlan } from '../../query/plan/answers';
import { drawnGroups } from '../../query/plan/drawn-groups';
import { planView } from '../../query/plan/plan';
import type { OwnField } from '../../series/fields';
import type { Series } from '../../series/model';
import { formatDay } from '../../time/day';
import { formatEventDate } from '../../time/format';
import { parseView } from '../../view/parse';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import { writtenView } from '../../view/written-view';
import { plotFrame } from '../axis/time-axis';
import { cssPaint } from '../scene/paint';
import { toSvg } from '../scene/svg';
import { comparedOf } from './compared';
import { comparedScene } from './compared-chart';

const NAMED = {
  id: 'claims',
  label: 'Claims',
  description: 'All claims.',
  query: 'relation=claimed&from=2023-02',
};
const SERIES = { ...SAMPLE_SERIES, namedViews: [NAMED] };
const read = (query: string) => parseView(SERIES.meta.id, new URLSearchParams(query));

async function compared(query: string, series: Series = SERIES) {
  const { view, issues } = read(query);
  expect(issues).toEqual([]);
  const { comparison } = await sampleAnswers(query, series);
  const found = comparedOf({ info: sampleInfo(series), view, comparison });
  if (found === null) throw new Error('nothing is compared');
  return found;
}

const meaning = { run: async (asked: Parameters<typeof evaluate>[1]) => evaluate(SERIES, asked) } as Engine;
const answersOf = (view: View) => answerPlan(meaning, planView(view, sampleInfo(SERIES)));

const WRITTEN = writtenView(read('actor=iscp,iskp&q=a~b\\c&from=2023-03').view);

describe('a comparison', () => {
  it.each([
    'compare=actor:iskp,iscp,none',
    'compare=relation:claimed,attributed&measure=fatalities',
    'compare=actor:islamic-state,atesh&from=2023-02-10&to=2023-05&bin=week',
    'compare=period:before,year,2022..2023,2023-06&from=2023-03&to=2023-04',
    `compare=view:claims,${encodeURIComponent(WRITTEN.replace(/[\\,]/g, '\\$&'))}`,
    'compare=view:*&actor=iskp',
  ])('?%s has sides that are what their own views count', async (query) => {
    const { sides } = await compared(query);
    expect(sides.length).toBeGreaterThan(1);
    for (const { side, total, bins, values } of sides) {
      const opened = read(serializeView(side.view)).view;
      expect(opened.compare).toBeNull();
      const answers = await answersOf(opened);
      expect(answers.total.incidents).toEqual(total.incidents);
      expect(answers.total.fatalities).toEqual(total.fatalities);
      expect(bins.length).toBe(values.length);
    }
  });

  it('counts values as the facets do, with the parts of an actor', async () => {
    const { sides, again, union, whole, shared } = await compared('compare=actor:iscp,atesh');
    // Counted by hand from the ten incidents of the sample.
    expect(sides.map(({ short, incidents }) => [short, incidents?.best])).toEqual([
      ['ISCP', 2],
      ['Atesh', 2],
    ]);
    expect(again).toBe('1 attack counts in both.');
    const both = await answersOf(read(serializeView(shared!)).view);
    expect(both.total.matched).toBe(1);
    expect(union?.total.incidents.best).toBe(3);
    expect(whole?.total.matched).toBe(10);
    expect(sides[0]?.first && formatEventDate(sides[0].first.date)).toBe('15 Jun 2023');
    const { facets } = await sampleAnswers('', SERIES);
    for (const { side, incidents } of (await compared('compare=actor:islamic-state,iskp')).sides) {
      const { id: _, ...count } = facets.actor.values.find(({ id }) => id === side.item)!;
      expect(incidents).toEqual(count);
    }
  });

  it('takes values and ranges of own fields', async () => {
    const about = { many: false, unit: null, column: null, description: null };
    const fields: readonly OwnField[] = [
      { id: 'damage', label: 'Damage', kind: 'number', aggregate: 'sum', ...about },
      { id: 'weapon', label: 'Weapon', kind: 'category', aggregate: 'none', ...about },
    ];
    // 0, 50, 100 and so on up to 450; a rifle every third time.
    const incidents = SERIES.incidents.map((one, at) => ({
      ...one,
      own: { damage: at * 50, weapon: at % 3 === 0 ? 'rifle' : 'knife, long' },
    }));
    const named = async (query: string) =>
      (await compared(query, { ...SERIES, fields, incidents })).sides.map(({ short, incidents: count }) => [
        short,
        count?.high,
      ]);
    expect(await named('compare=.damage:0..100,150..')).toEqual([
      ['From 0 to 100', 3],
      ['From 150 on', 7],
    ]);
    expect(await named('compare=.weapon:rifle,knife%5C, long')).toEqual([
      ['rifle', 4],
      ['knife, long', 6],
    ]);
    const measured = await compared('compare=.weapon:rifle,knife%5C, long&measure=.damage', {
      ...{ ...SERIES, fields, incidents },
    });
    // 0 + 150 + 300 + 450, and the rest of 2,250.
    expect(measured.sides.map((side) => [side.measured?.label, side.measured?.sum.high])).toEqual([
      ['Damage', 900],
      ['Damage', 1350],
    ]);
  });

  it('has no second figure of what it counts or of the killed', async () => {
    for (const measure of ['incidents', 'fatalities', 'killed-per-incident']) {
      const { sides } = await compared(`compare=actor:iscp,atesh&measure=${measure}`);
      expect(sides.map((side) => side.measured)).toEqual([null, null]);
    }
  });

  it('takes the stretch before and the same days of the year before', async () => {
    const { sides, aligned } = await compared(
      'from=2023-03&to=2023-04&compare=period:before,year,2022-06..2022-08',
    );
    expect(aligned).toBe(true);
    expect(sides.map(({ window }) => `${formatDay(window.from)} ${formatDay(window.to)}`)).toEqual([
      '2023-03-01 2023-04-30',
      '2023-01-01 2023-02-28',
      '2022-03-01 2022-04-30',
      '2022-06-01 2022-08-31',
    ]);
    expect(sides.map(({ short }) => short)).toEqual([
      'Mar–Apr 2023 (this window)',
      'Jan–Feb 2023 (as long, right before)',
      'Mar–Apr 2022 (a year before)',
      'Jun–Aug 2022',
    ]);
  });

  it('says where a side was not searched, and gives no zero for it', async () => {
    const { sides } = await compared('actor=islamic-state&from=2023-03&to=2023-04&compare=period:1999');
    expect(sides[1]).toMatchObject({ why: 'outside', incidents: null, killed: null });
    expect(sides[1]?.values.every((value) => value === null)).toBe(true);
    const summer = await compared(
      'actor=islamic-state&from=2023-05&to=2023-06&compare=period:2023-07..2023-08',
    );
    expect(summer.sides.map(({ caveat }) => caveat)).toEqual([null, 'Only searched thinly.']);
  });

  it('hatches what was searched less well, in the colour of the side that it concerns', async () => {
    const draw = async (query: string) => {
      const found = await compared(query);
      return toSvg(comparedScene(found, plotFrame(800), 'chart', { paint: cssPaint }));
    };
    const periods = await draw('actor=islamic-state&from=2023-05&to=2023-06&compare=period:2023-07..2023-08');
    expect(periods.match(/data-hatch/g)).toHaveLength(1);
    expect(periods).toMatch(/fill="url\(#compared-1-thin\)"[^>]*><title>Jul–Aug 2023: searched thinly/);
    const shared = await draw('from=2023-05&to=2023-08&compare=actor:iskp,iscp');
    expect(shared).toMatch(/fill="url\(#compared-all-thin\)"[^>]*><title>Searched thinly/);
    expect(await draw('from=2023-01&to=2023-02&compare=actor:iskp,iscp')).not.toContain('data-hatch');
  });

  it('gives the sides of a split the colours of the page, and others those that no group of the page has', async () => {
    const { sides } = await compared('compare=actor:gur,iskp,none');
    expect(sides.map(({ colour }) => colour)).toEqual(['--group-5', '--group-1', '--group-none']);
    const others = await compared('compare=relation:claimed,attributed');
    expect(others.sides.map(({ colour }) => colour)).toEqual(['--group-6', '--group-7']);
  });

  it('gives as many sides as can be compared a colour each, none of them that of a group of the page', async () => {
    const eight = ['2017', '2018', '2019', '2020', '2021', '2022', '2023'].join(',');
    const { sides } = await compared(`compare=period:${eight}&from=2024-01&to=2024-03&split=actor`);
    const drawn = drawnGroups(sampleInfo(SERIES), 'actor').length;
    const colours = sides.map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(8);
    expect(colours.filter((colour) => Number(/\d+/.exec(colour)?.[0] ?? 99) <= drawn)).toEqual([]);
  });
});

describe('dated context in the chart of a comparison', () => {
  const frame = plotFrame(900);
  const drawn = async (query: string) => {
    const found = await compared(query);
    return toSvg(comparedScene(found, frame, 'label', { paint: cssPaint }));
  };
  const ruleAt = (svg: string) =>
    [...svg.matchAll(/<line x1="([\d.]+)"[^>]*data-context=""/g)].map(([, x]) => Number(x));

  it('has the notes of a reader at their days, by name', async () => {
    const query = 'compare=actor:iskp,iscp&from=2023&to=2023';
    const svg = await drawn(`${query}&note=2023-07-02~Half%20of%20it`);
    expect(svg).toContain('“Half of it”');
    expect(svg).toContain('A note of whoever made this link, not of the series.');
    // Half of 2023 has gone on the morning of 2 July: its middle is half a day later.
    const middle = frame.left + (frame.width - frame.left - frame.right) * (182.5 / 365);
    expect(ruleAt(svg).some((x) => Math.abs(x - middle) < 0.5)).toBe(true);
    expect(ruleAt(svg)).toHaveLength(ruleAt(await drawn(query)).length + 1);
  });

  it('names the period that a note is of where each begins at its own start', async () => {
    const query = 'compare=period:2022..2022&from=2023&to=2023';
    const svg = await drawn(`${query}&note=2022-01-01~First,2023-01-01~Second,2019~Out`);
    expect(svg).toMatch(/“First”, 2022/);
    expect(svg).toMatch(/“Second”, 2023/);
    expect(svg).not.toContain('Out');
    const [first, second] = ruleAt(svg);
    expect(first).toBeCloseTo(second!, 0);
  });
});
