import { describe, expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf } from '@/testing/pages/test-dashboard';
import { meaningEngine } from '../../query/meaning/evaluate';
import { answerPlan } from '../../query/plan/answers';
import { planView } from '../../query/plan/plan';
import type { LateReports } from '../../query/watch/late-bins';
import { addDays, formatDay, toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { resolveWindow } from '../../view/resolve';
import { binNotes } from '../../words/chart';
import { toSvg } from '../scene/svg';
import { activityScene } from './activity';
import { activityCaption } from './caption';
import { activityData } from './data';
import { activityLayout, yOf } from './layout';
import { inUsualBin } from './modes/steady-steps';

/** One attack every ninety days in 2020 and 2021, and one every six from 2022 on: 9 in 731 days, and 122 in 730. */
const series = seriesOf([
  ...Array.from({ length: 9 }, (_, i) =>
    incident(`a${i}`, formatDay(addDays(toDay(2020, 1, 2), 90 * i)), { links: [link('red')] }),
  ),
  ...Array.from({ length: 122 }, (_, i) =>
    incident(`b${i}`, formatDay(addDays(toDay(2022, 1, 1), 6 * i)), { links: [link('red')] }),
  ),
]);
const info = infoOf(series);
const engine = meaningEngine(series);

async function data(query: string, late: LateReports | null = null) {
  const { view, issues } = parseView(series.meta.id, new URLSearchParams(query));
  expect(issues).toEqual([]);
  const answers = await answerPlan(engine, planView(view, info));
  return activityData({ info, view, window: resolveWindow(view, series.meta.coverage), answers, late });
}
const drawn = (made: Awaited<ReturnType<typeof data>>) => toSvg(activityScene(made, { width: 900 }));

describe('steps of steady rate on the bars', () => {
  it('are drawn where the rate changes, with what chance leaves open, and told beneath', async () => {
    const made = await data('from=2020&to=2023&steps=on&mode=stack&bin=month');
    const { stretches } = made.steps!;
    expect(stretches).toHaveLength(2);
    expect(formatDay(stretches[1]!.from).slice(0, 7)).toBe('2021-12');
    const svg = drawn(made);
    expect(svg.match(/data-chance/g)).toHaveLength(2);
    expect(svg).toContain('data-steps');
    // The second stretch is drawn at what a month has at its rate: a sixth a day, times 30.4.
    const layout = activityLayout(made, 900);
    expect(inUsualBin(stretches[1]!.per30, 'month')).toBeCloseTo(365.25 / 12 / 6, 0);
    const height = yOf(layout.plots[0]!, inUsualBin(stretches[1]!.per30, 'month')).toFixed(2);
    expect(svg).toContain(`V${height}H`);
    const caption = activityCaption(made).join(' ');
    expect(caption).toContain('steps where the rate changes');
    expect(caption).toContain(
      'between dotted edges: what chance leaves open (95 % interval), never the range',
    );
  });

  it('are neither asked for nor drawn of other charts, or where nobody asks for them', async () => {
    for (const query of ['mode=stack', 'steps=on&mode=lines', 'steps=on&mode=stack&measure=fatalities']) {
      const { view } = parseView(series.meta.id, new URLSearchParams(query));
      expect(planView(view, info).days).toBeNull();
      const made = await data(query);
      expect(made.steps).toBeNull();
      expect(drawn(made)).not.toContain('data-chance');
    }
  });

  it('of nothing are none, and of a window without coverage as well', async () => {
    for (const query of ['steps=on&mode=stack&actor=blue', 'steps=on&mode=stack&from=2030']) {
      const made = await data(query);
      expect(made.steps).toBeNull();
      expect(drawn(made)).not.toMatch(/NaN|Infinity/);
    }
  });

  it('of many days are asked for in parts that a request may have', async () => {
    const long = {
      ...series,
      meta: { ...series.meta, coverage: { ...series.meta.coverage, from: toDay(1990, 1, 1) } },
    };
    const { view } = parseView(series.meta.id, new URLSearchParams('steps=on&mode=stack'));
    const days = planView(view, infoOf(long)).days ?? [];
    expect(days.length).toBeGreaterThan(6);
    days.forEach(({ filter }, at) => {
      expect(filter.to - filter.from).toBeLessThan(2000);
      if (at > 0) expect(filter.from).toBe(days[at - 1]!.filter.to + 1);
    });
    expect([days[0]!.filter.from, days.at(-1)!.filter.to]).toEqual([
      long.meta.coverage.from,
      long.meta.coverage.to,
    ]);
  });
});

describe('late reports on the bars', () => {
  const late: LateReports = {
    ...{ bin: 'month', publications: 6, shares: [0.5, 1], level: 0.95 },
    bins: [{ start: toDay(2023, 12, 1), reported: 5, share: 0.5, estimate: 9.2, low: 6, high: 14 }],
  };

  it('are a lighter top up to what is expected, with its interval, in legend and card', async () => {
    const made = await data('from=2023&to=2023&mode=stack&bin=month', late);
    expect(made.late.map(({ index }) => index)).toEqual([11]);
    const svg = drawn(made);
    expect(svg.match(/data-late/g)).toHaveLength(1);
    expect(svg).toContain('about 9 once all is reported; anything from 6 to 14 fits');
    expect(activityCaption(made).join(' ')).toContain('A grey top: what is expected to be reported yet.');
    expect(binNotes(made, 11)).toContain(
      'Still being reported: about 9 once all is reported; anything from 6 to 14 fits.',
    );
    expect(binNotes(made, 10)).toEqual([]);
  });

  it('are not drawn on other bins, other measures, or a bin that is cut', async () => {
    for (const query of ['bin=week', 'bin=month&measure=fatalities', 'bin=month&to=2023-12-20']) {
      expect((await data(`from=2023&mode=stack&${query}`, late)).late).toEqual([]);
    }
  });
});
