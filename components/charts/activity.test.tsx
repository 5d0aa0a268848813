// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DashboardProvider } from '@/components/dashboard/state/dashboard-context';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import type { Engine } from '@/lib/query/engine';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { Answers } from '@/lib/query/plan/answers';
import type { OwnField } from '@/lib/series/fields';
import { STANDARD } from '@/lib/view/view';
import { binsOf, sampleInput } from '@/testing/pictures/activity-sample';
import { everythingOffered } from '@/testing/series/everything-offered';
import { Activity } from './activity';

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));
vi.mock('./use-recharts', () => ({ useRecharts: () => null }));

const BINS = binsOf('2024-01 iskp 1 1 1', '2024-03 is 1 1.5 4', '2024-03 iskp 2 2 2', '2024-06 is 1 1 1');
const TOTALS = binsOf('2024-01 - 1 1 1', '2024-03 - 3 3.5 6', '2024-06 - 1 1 1');
const FACET = {
  values: [
    { id: 'a3', low: 1, best: 1, high: 1 },
    { id: 'is', low: 2, best: 2.5, high: 5 },
    { id: 'iskp', low: 3, best: 3, high: 3 },
  ],
};

const { guide, ranking } = sampleInput({}, BINS, TOTALS).info;
const info: SeriesInfo = {
  guide,
  ranking,
  revision: 'a'.repeat(64),
  published: '2024-06-24',
  incidents: 5,
  offers: { ...everythingOffered(guide), measures: ['incidents', 'fatalities', 'injured'] },
  places: { points: 0, extent: null },
  standard: STANDARD,
};
const answers = {
  activity: BINS,
  activityTotal: TOTALS,
  lanes: { groups: [] },
  facets: { actor: FACET },
  typesAnyTime: { values: [] },
} as unknown as Answers;
const waiting: Engine = { name: 'waiting', run: () => new Promise(() => {}), close: () => Promise.resolve() };

function page(shown: SeriesInfo = info) {
  return (
    <EngineProvider engine={waiting}>
      <DashboardProvider info={shown} initial={answers}>
        <Activity />
      </DashboardProvider>
    </EngineProvider>
  );
}

/** The addresses that the page goes to. */
function steps(): string[] {
  const gone: string[] = [];
  vi.spyOn(window.history, 'pushState').mockImplementation((_, __, href) => void gone.push(String(href)));
  return gone;
}

const chart = () => screen.getByRole('application');
const card = () => document.querySelector('[data-card]')?.textContent ?? null;

beforeEach(() => {
  window.history.replaceState(null, '', '/sample?bin=month');
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({
    ...{ x: 0, y: 0, left: 0, top: 0, right: 900, bottom: 240, width: 900, height: 240 },
    toJSON: () => null,
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the legend of the activity chart', () => {
  it('names what is drawn with its total, and what could be drawn without one', () => {
    render(page());
    const entries = within(screen.getByRole('list', { name: /^Groups by actor/ })).getAllByRole('listitem');
    expect(entries.map((entry) => entry.textContent)).toEqual(['IS 3', 'ISKP 3', 'A3 ']);
  });

  it('keeps the room of the figure of what is not drawn, so that no other entry moves', () => {
    render(page());
    const rooms = [...document.querySelectorAll('[data-figure]')].map((room) =>
      room.getAttribute('data-figure'),
    );
    const { values } = answers.facets.actor;
    expect(rooms).toEqual(['', '', String(values.find(({ id }) => id === 'a3')?.best)]);
    expect(rooms[2]).toMatch(/^[1-9]/);
  });

  it('selects only an actor by the first click', async () => {
    const gone = steps();
    render(page());
    await userEvent.click(screen.getByRole('link', { name: 'ISKP 3' }));
    expect(gone).toEqual(['/sample?actor=iskp&bin=month']);
  });

  it('adds an actor to those selected, and takes one out', async () => {
    window.history.replaceState(null, '', '/sample?actor=iskp&bin=month');
    const gone = steps();
    render(page());
    expect(screen.getByRole('link', { name: 'ISKP 3' }).getAttribute('aria-current')).toBe('true');
    await userEvent.click(screen.getByRole('link', { name: 'A3' }));
    await userEvent.click(screen.getByRole('link', { name: 'ISKP 3' }));
    expect(gone).toEqual(['/sample?actor=a3,iskp&bin=month', '/sample?bin=month']);
  });

  it('leaves clicks for a new tab to the browser', async () => {
    const gone = steps();
    render(page());
    const link = screen.getByRole('link', { name: 'ISKP 3' });
    link.addEventListener('click', (event) => event.preventDefault());
    await userEvent.keyboard('{Control>}');
    await userEvent.click(link);
    expect(gone).toEqual([]);
    expect(link.getAttribute('href')).toBe('/sample?actor=iskp&bin=month');
  });
});

/** A field of numbers that add up. */
const numbers = (id: string): OwnField => ({
  ...{ id, label: `Cost of ${id}`, kind: 'number', many: false, unit: null, aggregate: 'sum' },
  ...{ column: id, description: null },
});

describe('the measures of the activity chart', () => {
  it('stand side by side where they are few, and are a list that goes to the address where they are many', async () => {
    render(page());
    expect(screen.getByRole('list', { name: 'Measure' })).toBeTruthy();
    cleanup();

    const gone = steps();
    const fields = ['repair', 'other'].map(numbers);
    const many = { ...info, guide: { ...guide, fields } };
    render(page({ ...many, offers: everythingOffered(many.guide) }));
    expect(screen.queryByRole('list', { name: 'Measure' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'of' }), 'Cost of other');
    expect(gone).toEqual(['/sample?bin=month&measure=.other']);
  });
});

describe('the keyboard in the activity chart', () => {
  // The coverage is the window: January (from the 10th) to June 2024.
  it('has one stop, and begins at the first bin with incidents', async () => {
    render(page());
    act(() => chart().focus());
    expect(card()).toContain('Jan 20241 attack');
    const stops = [chart(), ...chart().querySelectorAll<HTMLElement>('a')].filter(
      (one) => one.tabIndex === 0,
    );
    expect(stops).toEqual([chart()]);
  });

  it('moves over bins and groups and says where it is', async () => {
    render(page());
    act(() => chart().focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(chart().querySelector('[aria-live]')?.textContent).toBe('Mar 2024: 3.5 (3–6) attacks.');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(chart().querySelector('[aria-live]')?.textContent).toBe('Mar 2024, ISKP: 2 attacks.');
    await userEvent.keyboard('{End}{ArrowDown}');
    expect(chart().querySelector('[aria-live]')?.textContent).toBe(
      'Jun 2024, IS: 1 attack. Not over: the coverage ends on 20 Jun 2024.',
    );
  });

  it('selects a bin by Enter, and a bin of a group, and keeps the window', async () => {
    const gone = steps();
    render(page());
    act(() => chart().focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}{ArrowUp}{Enter}');
    expect(gone).toEqual(['/sample?bin=month&select=2024-03', '/sample?bin=month&select=2024-03,only:is']);
  });

  it('does nothing by Enter where nothing is counted', async () => {
    const gone = steps();
    render(page());
    act(() => chart().focus());
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(card()).toContain('Not covered');
    expect(gone).toEqual([]);
  });

  it('closes the card by Escape', async () => {
    render(page());
    act(() => chart().focus());
    expect(card()).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(card()).toBeNull();
  });
});

describe('the table of the activity chart', () => {
  it('is made when it is opened, and says what the chart says, in words and figures', async () => {
    render(page());
    expect(screen.queryByRole('table', { hidden: true })).toBeNull();
    await userEvent.click(screen.getByText('Show as table'));
    await screen.findByRole('table', { hidden: true });
    const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true });
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Month', 'IS', 'ISKP', 'Total, each attack once', 'Notes'],
      ['Jan 2024', '0', '1', '1', 'The coverage begins on 10 Jan 2024.'],
      ['Feb 2024', 'not covered', 'not covered', 'not covered', expect.stringContaining('Nobody read')],
      ['Mar 2024', '1.5 (1–4)', '2', '3.5 (3–6)', ''],
      ['Apr 2024', '0', '0', '0', ''],
      ['May 2024', '0', '0', '0', ''],
      ['Jun 2024', '1', '0', '1', 'Not over: the coverage ends on 20 Jun 2024.'],
    ]);
  });
});

describe('the activity chart without scripts', () => {
  it('is taken over by scripts without a difference', async () => {
    const container = document.createElement('div');
    container.innerHTML = renderToString(page());
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const recovered: unknown[] = [];
    const root = await act(async () =>
      hydrateRoot(container, page(), { onRecoverableError: (error) => recovered.push(error) }),
    );
    expect([...recovered, ...complaints.mock.calls]).toEqual([]);
    expect(container.querySelector('[role=application]')).not.toBeNull();
    act(() => root.unmount());
  });

  it('has a heading, links behind marks, and a form that keeps the other keys', () => {
    window.history.replaceState(null, '', '/sample?actor=is&bin=month&mode=panels&sort=title');
    const html = renderToString(page());
    expect(html).toContain('Attacks per month by actor, a panel each</h2>');
    expect(html).toContain(
      'actor=is&amp;bin=month&amp;mode=panels&amp;sort=title&amp;select=2024-03,iskp#incidents',
    );
    const form = new DOMParser().parseFromString(html, 'text/html').querySelector('form');
    const sent = [...(form?.querySelectorAll<HTMLInputElement>('input, select') ?? [])];
    expect(sent.map(({ name, value }) => [name, value])).toEqual([
      ['actor', 'is'],
      ['mode', 'panels'],
      ['sort', 'title'],
      ['split', 'actor'],
      ['bin', 'month'],
      ['roll.mean', ''],
    ]);
  });
});

it('keeps the element whose width it follows while the page is printed', () => {
  const { container } = render(page());
  const plot = () => container.querySelector('[data-measured]');
  const before = plot();
  expect(before).not.toBeNull();
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(plot()).toBe(before);
  expect(plot()?.getAttribute('data-measured')).toBe('false');
  expect(plot()?.querySelector('svg')).not.toBeNull();
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(plot()).toBe(before);
});
