// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { barQuotation } from '@/components/charts/use-bar-quote';
import { Compare } from '@/components/compare/compare';
import { Headline } from '@/components/headline/headline';
import { LeftOutRows } from '@/components/quote/left-out-rows';
import { SelectionCard } from '@/components/selection/selection-card';
import { viewDocument } from '@/lib/export/documents/view-document';
import { leftOutSentences } from '@/lib/importers/report/left-out-words';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { activityData } from '@/lib/render/activity/data';
import type { OwnField } from '@/lib/series/fields';
import type { ActorId, Incident } from '@/lib/series/model';
import { formatDay, toDay } from '@/lib/time/day';
import { parseView } from '@/lib/view/parse';
import { resolveWindow } from '@/lib/view/resolve';
import { incidentSentence, measureSays, quotation } from '@/lib/words/headline/quote';
import { incident, infoOf, renderDashboard, seriesOf, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';

afterEach(cleanup);

async function documentOf(query: string) {
  const { view } = parseView(SMALL.meta.id, new URLSearchParams(query));
  const info = infoOf(SMALL);
  const answers = await answerPlan(testEngine(SMALL).engine, planView(view, info));
  return viewDocument({ info, view, answers, problems: [], warnings: [], days: { bins: [] } });
}

const said = (of: string) =>
  screen.getByRole('button', { name: `Copy as a sentence: ${of}` }).dataset.quote ?? '';

/** Best, low and high of a sentence `…: 7 killed (2–11, the range of the sources).` */
function read(sentence: string) {
  const [, best, low, high] =
    /: ([\d,.]+) [a-z]+(?: \(([\d,.]+)–([\d,.]+), the range of the sources\))?\./.exec(sentence) ?? [];
  const figure = Number(best);
  return { low: Number(low ?? figure), best: figure, high: Number(high ?? figure) };
}

describe('a figure as a sentence', () => {
  it.each([['actor=red'], ['region=north'], ['type=bombing'], ['']])(
    'says of %s what view.json says',
    async (query) => {
      await renderDashboard(SMALL, query, <Headline />);
      const { total, words, coverage } = await documentOf(query);
      const [attacks, killed] = [said('Attacks'), said('Killed')];
      expect(attacks.startsWith(`${words}: `)).toBe(true);
      expect(read(attacks)).toEqual(total.incidents);
      expect(killed).toMatch(/ killed( \(|\.)/);
      const { low, best, high } = total.fatalities;
      expect(read(killed)).toEqual({ low, best, high });
      if (coverage.outOfScope > 0)
        expect(attacks).toContain(`${coverage.outOfScope} outside the series’ scope`);
    },
  );

  it('is copied with its source and a frozen link', async () => {
    const user = userEvent.setup();
    await renderDashboard(SMALL, 'actor=red', <Headline />);
    await user.click(screen.getByRole('button', { name: 'Copy as a sentence: Attacks' }));
    await screen.findByText('Copied');
    const text = await navigator.clipboard.readText();
    expect(text.startsWith(said('Attacks'))).toBe(true);
    expect(text).toMatch(
      /Source: “Test”, revision 000000000000 of 1 Jan 2024\. http:\/\/[^ ]*\/test\?from=2020-01-01&to=2023-12-31&actor=red.*&r=000000000000$/,
    );
  });

  it('says of a bar under the cursor what view.json says of it, with a link that selects it', async () => {
    const { view } = parseView(SMALL.meta.id, new URLSearchParams('actor=red&bin=month'));
    const info = infoOf(SMALL);
    const answers = await answerPlan(testEngine(SMALL).engine, planView(view, info));
    const data = activityData({
      info,
      view,
      window: resolveWindow(view, info.guide.meta.coverage),
      answers,
      late: null,
    });
    const index = data.bins.findIndex(({ start }) => formatDay(start) === '2020-03-01');
    const { text } = barQuotation(data, view, info, { index, group: null, by: 'pointer' }, [])!;
    expect(text).toMatch(/^Attacks linked to The red group, 2020–2023: Mar 2020, 2 attacks \(1–2, the range/);
    expect(text).toMatch(/&select=2020-03&r=000000000000$/);
    const { selected } = await documentOf('actor=red&bin=month&select=2020-03');
    expect(selected?.incidents).toEqual({ low: 1, best: 2, high: 2 });
  });

  it('says of a share, an index and a running total what they are, and the mean that is drawn', async () => {
    const of = async (query: string, month: string) => {
      const { view } = parseView(SMALL.meta.id, new URLSearchParams(`bin=month&split=region&${query}`));
      const info = infoOf(SMALL);
      const answers = await answerPlan(testEngine(SMALL).engine, planView(view, info));
      const window = resolveWindow(view, info.guide.meta.coverage);
      const data = activityData({ info, view, window, answers, late: null });
      const index = data.bins.findIndex(({ start }) => formatDay(start) === month);
      const said = (group: number | null) =>
        barQuotation(data, view, info, { index, group, by: 'pointer' }, []);
      return { data, index, said };
    };
    // March 2020 has two attacks, one in each region that is named or in one of them alone: shares add up to 100.
    const share = await of('mode=share', '2020-03-01');
    const parts = share.data.groups.map((_, at) => share.said(at)?.text ?? '');
    const figures = parts.flatMap((text) => /, ([\d.]+) per cent of/.exec(text)?.[1] ?? []);
    expect(figures.reduce((sum, figure) => sum + Number(figure), 0)).toBe(100);
    expect(parts.join()).not.toMatch(/\d attacks?/);
    const total = await of('mode=cumulative&split=none', '2021-06-01');
    expect(total.said(null)?.text).toMatch(/: up to .*, 4 attacks/);
    const mean = await of('mode=lines&roll.mean=2&split=none', '2020-04-01');
    expect(mean.said(null)?.text).toMatch(
      /: Apr 2020, 0 attacks\. The mean of this month and the one before it is 1\./,
    );
    const june = await of('mode=lines&roll.mean=2&split=none', '2021-06-01');
    expect(june.said(null)?.text).toContain('The mean of this month and the one before it is 1.');
  });

  it('says of time what the bins of view.json and the dates of the incidents say', async () => {
    await renderDashboard(SMALL, 'actor=red&bin=month', <Headline />);
    const { bins, words, coverage } = await documentOf('actor=red&bin=month&split=none');
    const leftOut = ` Not counted: ${coverage.outOfScope} outside the series’ scope.`;
    const greatest = [...bins].sort((a, b) => (b.best ?? 0) - (a.best ?? 0))[0]!;
    expect(greatest.start).toBe('2020-03-01');
    expect(said('Busiest month')).toBe(
      `${words}: most in Mar 2020, with ${greatest.best} attacks.${leftOut}`,
    );
    // The last of red, by its part, is of 1 June 2021; the coverage ends with 2023. Days counted from the calendar.
    const day = (text: string) => Date.parse(text) / 86_400_000;
    const since = day('2023-12-31') - day('2021-06-01');
    expect(said('Since the last')).toBe(
      `${words}: the last 1 Jun 2021, ${since} days before the window’s end on 31 Dec 2023.${leftOut}`,
    );
    expect(said('Longest quiet spell')).toBe(
      `${words}: the longest quiet spell ${since} days, 2 Jun 2021 – 31 Dec 2023. It runs to the end of the window.${leftOut}`,
    );
  });

  it('says of the rows that are in no count how many there are, beside each count', async () => {
    const left = leftOutSentences({ rows: 3, skipped: 1, cells: 0, warnings: 9 });
    const panels = (
      <LeftOutRows value={left}>
        <Headline />
        <Compare />
        <SelectionCard />
      </LeftOutRows>
    );
    await renderDashboard(SMALL, 'compare=actor:red,blue&bin=month&select=2020-03', panels);
    const quotes = screen.getAllByRole('button', { name: /^Copy as a sentence: / });
    expect(quotes.length).toBeGreaterThan(6);
    for (const { dataset } of quotes) {
      expect(dataset.quote).toMatch(
        / 3 rows of the source could not be used and are left out of every count\. 1 row is left out by a stated rule\.$/,
      );
    }
    const info = infoOf(SMALL);
    const { view } = parseView(SMALL.meta.id, new URLSearchParams('bin=month'));
    const answers = await answerPlan(testEngine(SMALL).engine, planView(view, info));
    const window = resolveWindow(view, info.guide.meta.coverage);
    const data = activityData({ info, view, window, answers, late: null });
    const index = data.bins.findIndex(({ start }) => formatDay(start) === '2020-03-01');
    const { text } = barQuotation(data, view, info, { index, group: null, by: 'pointer' }, left)!;
    expect(text).toMatch(/ 3 rows of the source could not be used .* by a stated rule\. Source: /);
  });

  it('says in each how the days were searched', async () => {
    const days = { from: toDay(2020, 3, 1), to: toDay(2020, 3, 31) };
    const gap = {
      id: 'g',
      ...days,
      kind: 'gap',
      actors: ['red' as ActorId],
      types: [],
      text: 'No.',
    } as const;
    const noted = { ...SMALL, coverageNotes: [gap] };
    await renderDashboard(noted, 'actor=red', <Headline />);
    for (const label of ['Attacks', 'Killed', 'Longest quiet spell']) {
      expect(said(label)).toContain(
        'Of 2020–2023, not all was searched alike: not collected: red, Mar 2020.',
      );
    }
    cleanup();
    await renderDashboard(noted, 'actor=red&from=2020-03&to=2020-03', <Headline />);
    expect(said('Killed')).toContain('Nobody looked on these days: it is what is known all the same.');
  });

  it('says of a comparison what view.json says of each side', async () => {
    await renderDashboard(SMALL, 'compare=actor:red,blue', <Compare />);
    const [red, blue] = await Promise.all(['actor=red', 'actor=blue'].map(documentOf));
    const count = ({ low, best, high }: { low: number; best: number; high: number }) =>
      low === high ? `${best}` : `${best} (${low}–${high})`;
    // A side may end with a number itself, as a year does.
    expect(said('Compared: red with its parts and blue with its parts')).toContain(
      'The red group with its parts: 3 (2–3); The blue group with its parts: 1 (1–2)',
    );
    const [, sides] =
      /attacks side by side, (.*?)\. /.exec(said('Compared: red with its parts and blue with its parts')) ??
      [];
    expect(sides?.split('; ').map((side) => side.replace(/^\D*/, ''))).toEqual(
      [red, blue].map((one) => count(one!.total.incidents)),
    );
  });

  it('says of a selected bar what it counts', async () => {
    await renderDashboard(SMALL, 'actor=red&bin=month&select=2020-03', <SelectionCard />);
    expect(said('what is selected')).toBe(
      'Attacks linked to The red group, 2020–2023: Mar 2020, 2 attacks (1–2, the range of the sources).',
    );
  });
});

describe('an incident as sentences', () => {
  it('says what, when, by whom and what is reported, with the doubt beside each', () => {
    const [, disputed] = SMALL.incidents;
    expect(incidentSentence(infoOf(SMALL), disputed!)).toBe(
      'Incident b, 20 Mar 2020. Type: Stabbing. Claimed by The red group (disputed). Killed: 5 (3–9); Injured: not reported; Attackers killed: not reported.',
    );
  });

  it('says of one without a title of its own what its row has in the table', () => {
    const own = [
      { id: 'airport', label: 'Airport', kind: 'category', many: false, unit: null },
      { id: 'cost', label: 'Cost', kind: 'number', many: false, unit: 'USD' },
      { id: 'note', label: 'Note', kind: 'text', many: false, unit: null },
    ].map((one) => ({ aggregate: 'none', column: null, description: null, ...one })) as unknown as OwnField[];
    const row = (id: string, values: Readonly<Record<string, string | number>>) => ({
      ...incident(id, '2020-07-25', { title: 'Pennsylvania' }),
      own: values,
    });
    const full = row('x', { airport: 'Philadelphia', cost: 1200, note: 'long' }) as unknown as Incident;
    const series = seriesOf([full, row('y', { cost: 5 }) as unknown as Incident], { fields: own });
    expect(incidentSentence(infoOf(series), full)).toMatch(
      /^Pennsylvania, 25 Jul 2020\. Airport: Philadelphia\. /,
    );
    expect(incidentSentence(infoOf(series), series.incidents[1]!)).not.toContain('Airport');
  });

  it('says of a measure of the series’ own what it counts once, and of an incident where it was once', () => {
    const figure = { value: '26,653', range: '20,000–30,000' };
    const deaths = { one: 'civilian deaths', many: 'civilian deaths' };
    expect(measureSays('Civilian deaths', figure, deaths)).toBe(
      'Civilian deaths 26,653 (20,000–30,000, the range of the sources)',
    );
    expect(measureSays('Damage', { value: '9', range: null }, { one: 'USD', many: 'USD' })).toBe(
      'Damage, 9 USD',
    );
    const place = { name: 'Gera', country: null, lat: null, lon: null, precision: null, note: null };
    const info = infoOf(SMALL);
    expect(incidentSentence(info, incident('x', '2016-03-04', { title: 'Arson, Gera', place }))).toMatch(
      /^Arson, Gera, 4 Mar 2016\./,
    );
    expect(incidentSentence(info, incident('y', '2016-03-04', { title: 'Arson', place }))).toMatch(
      /^Arson, 4 Mar 2016, Gera\./,
    );
  });

  it('lets no text of a series out of its place in HTML', () => {
    const { html } = quotation(
      '<img src=x onerror=1> & co',
      'Source: “<b>”.',
      'https://a.example/?a=1&b="2"',
    );
    expect(html).toBe(
      '<p>&lt;img src=x onerror=1&gt; &amp; co <a href="https://a.example/?a=1&amp;b=&quot;2&quot;">Source: “&lt;b&gt;”.</a></p>',
    );
  });
});
