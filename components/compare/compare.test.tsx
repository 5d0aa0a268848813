// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { CoverageNote } from '@/lib/series/model';
import { toDay } from '@/lib/time/day';
import { incident, link, renderDashboard, seriesOf } from '@/testing/pages/test-dashboard';
import { Compare } from './compare';

afterEach(cleanup);

const killed = (best: number) => ({ fatalities: { low: best, best, high: best } });
const series = seriesOf([
  incident('a', '2021-05-01', { links: [link('red')], ...killed(4) }),
  incident('b', '2022-02-01', { links: [link('red', { certainty: 'probable' })], ...killed(2) }),
  incident('c', '2022-05-01', { links: [link('red'), link('blue')] }),
  incident('d', '2023-05-01', { links: [link('blue')], ...killed(0) }),
]);
const search = () => window.location.search;
const cells = (name: RegExp) =>
  within(screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the panel of a comparison', () => {
  it('has a row a side, whose figures lead to the view that counts just that', async () => {
    await renderDashboard(series, 'compare=actor:red,blue', <Compare />);
    // Sparkline, attacks, share of four, killed, killed per attack, first, last.
    expect(cells(/^red/)).toEqual([
      '',
      '3 (2–3)',
      '75 % (50–75)',
      '6 (4–6)',
      '3 (2–6)',
      '1 May 2021',
      '1 May 2022',
    ]);
    expect(cells(/^blue/)).toEqual(['', '2', '50 %', '0', '0', '1 May 2022', '1 May 2023']);
    expect(screen.getByText(/1 attack counts in both\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Which they are' }).getAttribute('href')).toBe(
      '/test?actor=blue,red&roll=up&series=several#incidents',
    );
    expect(screen.getByRole('link', { name: '3 (2–3)' }).getAttribute('href')).toBe('/test?actor=red');
    expect(screen.getByRole('link', { name: 'All sides together' }).getAttribute('href')).toBe(
      '/test?actor=blue,red',
    );
    expect(screen.getByRole('link', { name: '4 attacks' }).getAttribute('href')).toBe('/test');
    await userEvent.click(screen.getByRole('link', { name: 'Take blue out of the comparison' }));
    expect(search()).toBe('?compare=actor:red');
    await userEvent.click(screen.getByRole('link', { name: 'Close the comparison' }));
    expect(search()).toBe('');
    // The focus goes on to what the view can be compared with.
    await waitFor(() => {
      const offers = screen.getByText('Compare:').parentElement;
      expect(offers?.contains(document.activeElement)).toBe(true);
    });
  });

  it('leads the keyboard over the points of its chart, each with what it counts', async () => {
    await renderDashboard(series, 'compare=actor:red,blue&bin=year', <Compare />);
    screen.getByRole('group', { name: /Arrow keys move over the points/ }).focus();
    const at = async (key: string) => {
      await userEvent.keyboard(`{${key}}`);
      return document.activeElement?.getAttribute('aria-label');
    };
    // Red: one in 2021 and two in 2022, one of them not sure; blue: one in 2022 and one in 2023.
    expect(await at('ArrowRight')).toBe('red, 2021: 1');
    expect(await at('ArrowRight')).toBe('red, 2022: 2 (1–2)');
    expect(await at('ArrowRight')).toBe('red, 2022: 2 (1–2)');
    expect(await at('ArrowDown')).toMatch(/^blue, 202[23]: 1$/);
    expect(await at('End')).toBe('blue, 2023: 1');
    expect(await at('Home')).toBe('blue, 2022: 1');
  });

  it('is no stop of the keyboard while more points than come as links are none', async () => {
    // Nothing is measured here, as on the server: 36 months of two sides.
    await renderDashboard(series, 'compare=actor:red,blue&bin=month', <Compare />);
    const chart = screen.getAllByRole('group').find((one) => one.querySelector('svg')) as HTMLElement;
    expect(chart.querySelector('a')).toBeNull();
    expect(chart.getAttribute('tabindex')).toBeNull();
    expect(chart.getAttribute('aria-label')).not.toContain('Arrow keys');
  });

  it('offers what the view can be compared with: its largest groups, and the time before', async () => {
    await renderDashboard(series, 'from=2022&to=2022', <Compare />);
    const offers = within(screen.getByRole('list')).getAllByRole('link');
    expect(offers.map(({ textContent }) => textContent)).toEqual([
      'red and blue',
      'with the 12 months before',
      'this view, kept, with what you filter next',
    ]);
    await userEvent.click(offers[1]!);
    expect(search()).toBe('?from=2022&to=2022&compare=period:before');
  });

  it('keeps a view as a side while the reader goes on to another', async () => {
    await renderDashboard(series, 'actor=blue&from=2022', <Compare />);
    await userEvent.click(screen.getByRole('link', { name: 'this view, kept, with what you filter next' }));
    expect(search()).toBe('?from=2022&actor=blue&compare=view:from:2022~actor:blue');
    cleanup();
    await renderDashboard(series, 'actor=blue&from=2022&compare=view:from:2022~actor:blue', <Compare />);
    expect(screen.getByText(/This view is kept\. Change a filter/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('cannot be compared');
    cleanup();
    await renderDashboard(series, 'actor=red&compare=view:from:2022~actor:blue', <Compare />);
    expect(cells(/^This view: /).slice(1, 2)).toEqual(['3 (2–3)']);
    expect(cells(/^Attacks linked to The blue group, 2022–2023/).slice(1, 2)).toEqual(['2']);
  });

  it('has no zero for days that nobody searched, and says so', async () => {
    await renderDashboard(series, 'from=2021&to=2021&compare=period:before,2010', <Compare />);
    expect(cells(/^2021/).slice(1, 2)).toEqual(['1']);
    expect(cells(/^2010/).slice(1, 4)).toEqual(['–', '–', '–']);
    expect(screen.getByRole('rowheader', { name: /^2010.*outside the coverage/i })).toBeTruthy();
  });

  it('judges nothing across a break until the reader has seen it, and keeps that in the address', async () => {
    const thin: CoverageNote = {
      ...{
        id: 't',
        kind: 'thin',
        from: toDay(2021, 1, 1),
        to: toDay(2021, 12, 31),
        text: 'Little was read.',
      },
      ...{ actors: [], types: [] },
    };
    const noted = { ...series, coverageNotes: [thin] };
    await renderDashboard(noted, 'from=2022&to=2022&compare=period:2021', <Compare />);
    const said = () => screen.getByRole('list', { name: 'How often, compared' }).textContent;
    expect(said()).toMatch(/are not judged: their days were not searched alike/);
    await userEvent.click(screen.getByRole('link', { name: 'Compare how often all the same' }));
    expect(search()).toBe('?from=2022&to=2022&compare=period:2021&across=yes');
    cleanup();
    await renderDashboard(noted, search().slice(1), <Compare />);
    expect(said()).toMatch(/too few to tell apart .*their days were not searched alike/);
    expect(screen.queryByRole('link', { name: 'Compare how often all the same' })).toBeNull();
  });

  it('says how often the sides act, and that it is too little to tell them apart', async () => {
    await renderDashboard(series, 'compare=actor:red,blue', <Compare />);
    const list = screen.getByRole('list', { name: 'How often, compared' });
    // 2 of 3 by Clopper and Pearson: 0.0943 to 0.9916, so odds of 0.104 to 118.
    expect(list.textContent).toBe(
      'red and blue: too few to tell apart (red 2 times as often as blue; anything from 0.1 to 118 fits); the 1 that count in both are left out.',
    );
  });

  it('takes a period of the reader’s own, and says what is no period', async () => {
    await renderDashboard(series, 'from=2022&to=2022', <Compare />);
    const user = userEvent.setup();
    const form = within(screen.getByRole('form', { name: 'A period to compare' }));
    await user.type(form.getByLabelText('with the days from'), '2021-13');
    await user.click(form.getByRole('button', { name: 'Compare' }));
    expect(form.getByRole('alert').textContent).toMatch(/^Write a year/);
    await user.clear(form.getByLabelText('with the days from'));
    await user.type(form.getByLabelText('with the days from'), '2021-02');
    await user.type(form.getByLabelText('to'), '2021-06{Enter}');
    expect(search()).toBe('?from=2022&to=2022&compare=period:2021-02..2021-06');
  });
});
