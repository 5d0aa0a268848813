// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActorId, Series, TypeId } from '@/lib/series/model';
import { toDay } from '@/lib/time/day';
import { incident, renderDashboard, seriesOf } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { exampleReference } from '@/testing/series/example-guide';
import { Headline } from './headline';
import { HeadlineNotes } from './headline-notes';

afterEach(cleanup);

/** The figure under a label: what it says, what is said beneath, and where it leads. */
function figure(label: string) {
  const term = screen.getByText(label, { selector: 'dt' });
  const box = term.parentElement as HTMLElement;
  const [value, small] = within(box).getAllByRole('definition');
  const link = value?.querySelector('a') ?? null;
  return {
    value: value?.textContent?.trim(),
    small: small?.textContent ?? '',
    href: link?.getAttribute('href'),
  };
}

const notes = () => screen.getByRole('region', { name: 'About the figures' }).textContent ?? '';
const text = () => `${screen.getByRole('region', { name: 'Headline figures' }).textContent} ${notes()}`;

/** The figures with the notes on them. */
const Answer = () => (
  <>
    <Headline />
    <HeadlineNotes />
  </>
);

describe('the headline figures', () => {
  it('say how many, with the range, and open the table', async () => {
    await renderDashboard(SMALL, 'actor=red', <Answer />);
    expect(figure('Attacks')).toEqual({ value: '3 (2–3)', small: '', href: '/test?actor=red#incidents' });
    expect(text()).toContain(
      '3 attacks (2 to 3): 2 with a certain and undisputed link, up to 3 if all that is in doubt holds.',
    );
  });

  it('sum casualties, say how many report them, and open the most killed or injured first', async () => {
    await renderDashboard(SMALL, 'actor=red', <Answer />);
    expect(figure('Killed')).toEqual({
      value: '7 (2–11)',
      small: 'reported for 2 of 3 attacks',
      href: '/test?actor=red&sort=-fatalities#incidents',
    });
    expect(figure('Injured').value).toBe('not reported');
    expect(figure('Injured').small).toBe('reported for 0 of 3 attacks');
  });

  it('name the busiest bin and its ties, cut to the window', async () => {
    await renderDashboard(SMALL, 'bin=month&from=2020-03-05&to=2021', <Answer />);
    expect(figure('Busiest month')).toEqual({
      value: 'Mar 2020',
      small: '2 attacks each, tied with Jun 2021. Cut by the window: only 5–31 Mar 2020.',
      href: '/test?from=2020-03-05&to=2020-03-31&bin=month#incidents',
    });
    expect(screen.getByRole('link', { name: 'Jun 2021' }).getAttribute('href')).toBe(
      '/test?from=2021-06-01&to=2021-06-30&bin=month#incidents',
    );
  });

  it('find the busiest bin in the measure that is shown', async () => {
    await renderDashboard(SMALL, 'bin=day&from=2020&to=2020&measure=fatalities', <Answer />);
    expect(figure('Busiest day')).toMatchObject({ value: '20 Mar 2020', small: '5 killed' });
  });

  it('count the days since the last to the end of the window, as a range where its date is coarse', async () => {
    await renderDashboard(SMALL, 'to=2022-06', <Answer />);
    expect(figure('Since the last')).toEqual({
      value: '30–60 days',
      small: 'May 2022',
      href: '/test?to=2022-06&incident=e',
    });
    expect(
      screen.getByTitle('The last attack; days are counted to the window’s end on 30 Jun 2022'),
    ).toBeTruthy();
  });

  it('open all that may be the last where their dates do not tell', async () => {
    const late = ['2022-05-29', '2022-05-31'].map((date) => incident(`on-${date}`, date));
    await renderDashboard(
      seriesOf([incident('e', '2022-05'), ...late.slice(0, 1)]),
      'to=2022-06',
      <Answer />,
    );
    expect(figure('Since the last')).toEqual({
      value: '30–32 days',
      small: '29–31 May 2022, one of 2 attacks',
      href: '/test?from=2022-05-29&to=2022-06-30#incidents',
    });
    cleanup();
    await renderDashboard(seriesOf([incident('e', '2022-05'), ...late]), 'to=2022-06', <Answer />);
    expect(figure('Since the last').value).toBe('30 days');
  });

  it('open the longest quiet spell with the incidents at its ends', async () => {
    await renderDashboard(SMALL, 'to=2021-12&actor=red', <Answer />);
    expect(figure('Longest quiet spell')).toEqual({
      value: '437 days',
      small: '21 Mar 2020 – 31 May 2021',
      href: '/test?from=2020-03-20&to=2021-06-01&actor=red#incidents',
    });
  });

  it.each([
    ['from=2022&to=2022', '1 fewer than in the 12 months before: 2', '/test?from=2021&to=2021'],
    ['from=2021&to=2021', 'as many as in the 12 months before: 2', '/test?to=2020'],
    // In June 2021 there are two, in the month before and a year before none.
    ['from=2021-06&to=2021-06', '2 more than in the month before: 0', '/test?from=2021-05&to=2021-05'],
    ['from=2021-06&to=2021-06', '2 more than a year before: 0', '/test?from=2020-06&to=2020-06'],
  ])('compare the count with earlier stretches, which open: %s', async (query, words, href) => {
    await renderDashboard(SMALL, query, <Answer />);
    expect(figure('Attacks').small).toContain(words);
    const links = [
      ...(screen.getByText('Attacks', { selector: 'dt' }).parentElement?.querySelectorAll('a') ?? []),
    ];
    expect(links.map((link) => link.getAttribute('href'))).toContain(href);
  });

  it('compare with nothing that was not searched', async () => {
    await renderDashboard(SMALL, '', <Answer />);
    expect(figure('Attacks').small).not.toContain('than');
    cleanup();
    const note = { id: 'n', from: toDay(2021, 9, 1), to: toDay(2021, 9, 2), text: 'Nobody looked.' };
    const noted: Series = { ...SMALL, coverageNotes: [{ ...note, kind: 'gap', actors: [], types: [] }] };
    await renderDashboard(noted, 'from=2022&to=2022', <Answer />);
    expect(figure('Attacks').small).not.toContain('than');
  });

  it('say where a quiet spell is silence in the data', async () => {
    const note = { id: 'n', from: toDay(2021, 1, 1), to: toDay(2021, 3, 1), text: 'Searched thinly.' };
    const thin = [{ ...note, kind: 'thin' as const, actors: ['red' as ActorId], types: [] }];
    const noted: Series = { ...SMALL, coverageNotes: thin };
    await renderDashboard(noted, 'to=2021-12&actor=red', <Answer />);
    expect(figure('Longest quiet spell').small).toContain('Not all of it searched alike.');
    expect(notes()).toContain('Longest quiet spell: Part of it was searched thinly.');
    cleanup();
    await renderDashboard(noted, 'actor=none', <Answer />);
    expect(figure('Longest quiet spell').small).not.toContain('searched');
  });

  it('give no number of days since the last, and of quiet ones, where nobody looked on some of them', async () => {
    const note = { id: 'n', from: toDay(2022, 9, 1), to: toDay(2022, 12, 1), text: 'Nobody looked.' };
    const noted: Series = { ...SMALL, coverageNotes: [{ ...note, kind: 'gap', actors: [], types: [] }] };
    await renderDashboard(noted, '', <Answer />);
    for (const [label, days] of [
      ['Since the last', 'May 2022'],
      ['Longest quiet spell', 'Jun 2022 – 2023'],
    ] as const) {
      expect(figure(label)).toMatchObject({
        value: '–',
        small: `${days}. Not searched: 1 Sep – 1 Dec 2022`,
      });
    }
    expect(notes()).toContain('to the window’s end on 31 Dec 2023. Part of it was not searched.');
    expect(figure('Attacks').small).toBe('In part not collected. ');
  });

  it('say beside the count what is a sample, and leave out notes on types that the view does not hold', async () => {
    const note = { id: 'n', from: toDay(2020, 1, 1), to: toDay(2023, 12, 31), text: 'The best known.' };
    const types = ['bombing' as TypeId];
    const noted: Series = { ...SMALL, coverageNotes: [{ ...note, kind: 'sample', actors: [], types }] };
    await renderDashboard(noted, 'region=north', <Answer />);
    expect(figure('Attacks').small).toBe('In part a sample. ');
    expect(text()).toContain('A sample only: bombing, 2020–2023.');
    cleanup();
    await renderDashboard(noted, 'type=bombing', <Answer />);
    expect(figure('Attacks').small).toBe('Only a sample. ');
    expect(text()).not.toContain('none of them in doubt');
    cleanup();
    await renderDashboard(noted, 'region=south', <Answer />);
    expect(text()).not.toContain('sample');
  });

  it.each([
    ['from=1990&to=1991', 'Outside the coverage, where nothing was looked for'],
    ['from=2022&to=2021', 'The window ends before it begins'],
    ['from=never', 'A filter in the address cannot be read'],
  ])('show no zero where nothing could be counted: %s', async (query, why) => {
    await renderDashboard(SMALL, query, <Answer />);
    expect(figure('Attacks')).toMatchObject({ value: '–', small: why });
    for (const label of ['Killed', 'Injured']) expect(figure(label).value).toBe('–');
    expect(text()).not.toMatch(/\b0\b/);
  });

  it('say what the codebook of the series holds of its figures, and nothing that the label says', async () => {
    const codebook = [
      { field: 'fatalities', meaning: 'Deaths on both sides and of civilians.' },
      { field: 'injured', meaning: 'People injured.' },
    ];
    await renderDashboard({ ...SMALL, meta: { ...SMALL.meta, codebook } }, '', <Answer />);
    expect(text()).toContain('Killed: Deaths on both sides and of civilians.');
    expect(text()).not.toContain('People injured');
  });

  it('say whom the killed include by the columns that were taken for them', async () => {
    const codebook = [
      { field: 'low', meaning: 'People killed: the low figure.' },
      { field: 'best', meaning: 'People killed: the best figure. The killed are combatants too.' },
      { field: 'police', meaning: 'People killed: a part, added to the others.' },
      { field: 'wounded', meaning: 'People injured: the low figure. People injured: the best figure.' },
    ];
    await renderDashboard({ ...SMALL, meta: { ...SMALL.meta, codebook } }, '', <Answer />);
    expect(text()).toContain('Killed: The killed are combatants too.');
    expect(text()).not.toContain('People');
  });

  it('say nothing of figures that the headline does not show', async () => {
    const codebook = [
      { field: 'perpetrators_low', meaning: 'Perpetrators killed: the low figure. Never zero.' },
    ];
    await renderDashboard({ ...SMALL, meta: { ...SMALL.meta, codebook } }, '', <Answer />);
    expect(text()).not.toContain('Never zero');
  });

  it('lead from the injured to those with the most injured first', async () => {
    await renderDashboard(SMALL, '', <Answer />);
    const link = (label: string) =>
      screen.getByText(label, { selector: 'dt' }).parentElement?.querySelector('a');
    expect(link('Injured')?.title).toBe('The attacks, the most injured first');
    expect(link('Injured')?.getAttribute('href')).toBe('/test?sort=-injured#incidents');
    expect(link('Killed')?.title).toBe('The attacks, the most killed first');
  });

  it('say that a quiet spell runs to the end of the window', async () => {
    await renderDashboard(SMALL, 'actor=red', <Answer />);
    expect(figure('Longest quiet spell')).toMatchObject({
      value: '943 days',
      small: '2 Jun 2021 – 31 Dec 2023',
    });
    expect(notes()).toContain('Longest quiet spell: It runs to the end of the window.');
  });

  it('say what the view leaves out, each with the way to it', async () => {
    await renderDashboard(SMALL, 'from=2021&to=2021', <Answer />);
    expect(text()).toContain(
      'Not counted here: 1 outside the series’ scope, 3 outside the window and 1 operation started by the state.',
    );
    const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href('1 outside the series’ scope')).toBe('/test?from=2021&to=2021&scope=out#incidents');
    expect(href('3 outside the window')).toBe('/test#incidents');
    expect(href('1 operation started by the state')).toBe(
      '/test?from=2021&to=2021&initiator=state#incidents',
    );
  });

  it('call operations of the state by their name', async () => {
    await renderDashboard(SMALL, 'initiator=state', <Answer />);
    expect(figure('Operations').value).toBe('1');
    expect(text()).toContain('1 operation, none of them in doubt.');
  });

  it('show zero and no spell between incidents where nothing matches', async () => {
    await renderDashboard(SMALL, 'type=bombing&region=south', <Answer />);
    expect(figure('Attacks').value).toBe('0');
    expect(figure('Since the last').value).toBe('none');
    expect(figure('Longest quiet spell').value).toBe('–');
    expect(text()).toContain('No attack matches this view.');
  });
});

describe('a published count', () => {
  const scope = 'actor=red&relation=claimed';
  const change = {
    scope,
    from: toDay(2020, 1, 1),
    to: toDay(2022, 6, 30),
    who: 'A memo',
    basis: 'Red since 2020',
  };
  const series: Series = { ...SMALL, referenceCounts: [exampleReference(change)] };

  it('stands beside the count of a view with its scope, and is not said to match', async () => {
    await renderDashboard(series, scope, <Answer />);
    expect(text()).toContain(
      'Published: 22 (A memo; Red since 2020). This series: 3 (2–3), 3 certain to have been claimed.',
    );
    expect(text()).toContain('These are two counts on two bases');
    expect(screen.getByRole('link', { name: 'how they differ' }).getAttribute('href')).toBe(
      '/test/about#reference-counts',
    );
  });

  it('is not shown beside another view', async () => {
    await renderDashboard(series, 'actor=red', <Answer />);
    expect(text()).not.toContain('Published');
  });
});
