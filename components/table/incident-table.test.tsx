// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DashboardProvider, useDashboard } from '@/components/dashboard/state/dashboard-context';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { usePrinting } from '@/components/ui/use-browser-state';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import type { Query } from '@/lib/query/query';
import type { ActorId, RegionId } from '@/lib/series/model';
import { changeView } from '@/lib/view/change';
import { defaultView } from '@/lib/view/keys';
import {
  incident,
  infoOf,
  link,
  renderDashboard,
  seriesOf,
  testEngine,
} from '../../testing/pages/test-dashboard';
import { IncidentTable } from './incident-table';
import { PrintedRows } from './rows/printed-rows';
import { setPrintAsked } from './rows/use-whole-print';

const figure = (low: number, best: number, high: number) => ({ low, best, high });
const few = seriesOf([
  incident('a', '2021-05-01', {
    title: 'Café bombed',
    links: [link('red')],
    fatalities: figure(143, 145, 145),
    place: { name: 'Göttingen', country: null, lat: null, lon: null, precision: null, note: null },
  }),
  incident('b', '2022-05-01', { title: 'Bridge hit', links: [link('blue', { disputedBy: ['officials'] })] }),
  incident('c', '2020-05-01', { title: 'Post raided', notes: 'Reported from the café opposite.' }),
  incident('d', '2023-05-01', {
    title: 'Depot burnt',
    fatalities: figure(2, 2, 2),
    links: [link('red', { certainty: 'possible' })],
  }),
]);
const many = seriesOf(
  Array.from({ length: 400 }, (_, n) => incident(`n${1000 + n}`, '2021-05-01', { title: `Number ${n}` })),
);

/** jsdom lays nothing out: the page begins with the table, and every row is 50 pixels high. */
beforeAll(() => {
  const height = function (this: HTMLElement) {
    return this.tagName === 'TR' ? 50 : 600;
  };
  for (const name of ['offsetHeight', 'clientHeight'] as const) {
    vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(height);
  }
  for (const name of ['offsetWidth', 'clientWidth'] as const) {
    vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(1000);
  }
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, -window.scrollY, 1000, 50),
  );
  Element.prototype.scrollIntoView = () => {};
  vi.spyOn(window, 'scrollTo').mockImplementation((options?: ScrollToOptions | number) => {
    if (typeof options === 'object') scrollPage(options.top ?? 0);
  });
});
afterEach(() => {
  cleanup();
  scrollPage(0);
});
afterAll(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
});

function scrollPage(top: number): void {
  Object.defineProperty(window, 'scrollY', { configurable: true, value: top });
  window.dispatchEvent(new Event('scroll'));
}

function showAll() {
  return userEvent.click(screen.getByRole('button', { name: 'Show all 400 here' }));
}

function titles(): string[] {
  return [...document.querySelectorAll('[data-incident]')].map((element) => element.textContent ?? '');
}

function cells(title: string): string[] {
  const row = screen.getByRole('link', { name: title }).closest('tr') as HTMLElement;
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent ?? '');
}

describe('sorting', () => {
  it('is newest first at the beginning and says so', async () => {
    await renderDashboard(few, '', <IncidentTable />);
    expect(titles()).toEqual(['Depot burnt', 'Bridge hit', 'Café bombed', 'Post raided']);
    expect(screen.getByRole('columnheader', { name: /Date/ }).getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBeNull();
  });

  it('goes by the column clicked, and turns round at the second click', async () => {
    await renderDashboard(few, '', <IncidentTable />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('link', { name: 'Title' }));
    expect(window.location.search).toBe('?sort=title');
    await waitFor(() => expect(titles()[0]).toBe('Bridge hit'));
    await user.click(screen.getByRole('link', { name: /^Title/ }));
    expect(window.location.search).toBe('?sort=-title');
    await waitFor(() =>
      expect(titles()).toEqual(['Post raided', 'Depot burnt', 'Café bombed', 'Bridge hit']),
    );
  });

  it('adds a key with Shift and marks its place', async () => {
    await renderDashboard(few, 'sort=-fatalities', <IncidentTable />);
    const user = userEvent.setup();
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('link', { name: 'Title' }));
    await user.keyboard('{/Shift}');
    expect(window.location.search).toBe('?sort=-fatalities,title');
    const header = await screen.findByRole('columnheader', { name: /Title.*key 2, A to Z/ });
    expect(header.getAttribute('aria-sort')).toBeNull();
    expect(screen.getByRole('columnheader', { name: /Killed/ }).getAttribute('aria-sort')).toBe('descending');
  });

  it('leaves what is not reported at the end, both ways', async () => {
    const first = await renderDashboard(few, 'sort=fatalities', <IncidentTable />);
    expect(titles().slice(0, 2)).toEqual(['Depot burnt', 'Café bombed']);
    first.unmount();
    await renderDashboard(few, 'sort=-fatalities', <IncidentTable />);
    expect(titles().slice(0, 2)).toEqual(['Café bombed', 'Depot burnt']);
  });

  it('has links that work without scripts', async () => {
    await renderDashboard(few, 'actor=red', <IncidentTable />);
    expect(screen.getByRole('link', { name: 'Title' }).getAttribute('href')).toBe(
      '/test?actor=red&sort=title',
    );
  });
});

describe('cells', () => {
  it('show ranges as ranges and say what is not reported', async () => {
    await renderDashboard(few, '', <IncidentTable />);
    expect(cells('Café bombed')).toContain('145 (143–145)');
    expect(cells('Bridge hit').filter((text) => text === 'not reported')).toHaveLength(2);
    expect(cells('Bridge hit').join()).toMatch(/claimed.*disputed/);
    expect(cells('Post raided').join()).toMatch(/not established/);
  });

  it('tell how a row counts, in figures that add up', async () => {
    await renderDashboard(few, 'actor=red', <IncidentTable />);
    expect(screen.getByRole('status').textContent).toBe('1 attack (1–2); all 2 that may count are listed');
    expect(cells('Depot burnt').join()).toMatch(/only in high/);
    expect(cells('Café bombed').join()).not.toMatch(/only in high|doubtful|counts/);
  });

  it('name two actors of several, each with how it is tied, and count the others', async () => {
    const several = seriesOf([
      incident('a', '2021-05-01', {
        title: 'Raid',
        links: [link('red'), link('blue', { relation: 'suspected', certainty: 'probable' }), link('green')],
      }),
      incident('b', '2021-05-02', { title: 'Joint raid', links: [link('red'), link('blue')] }),
      incident('c', '2021-05-03', { title: 'Riot', links: [link('red')], natureDisputed: true }),
    ]);
    const first = await renderDashboard(several, '', <IncidentTable />);
    expect(cells('Raid')).toContain('red (claimed), blue (suspected, probable) and 1 more');
    expect(cells('Joint raid')).toContain('red, blue (claimed)');
    expect(cells('Riot')).toContain('red (claimed)nature disputed');
    first.unmount();
    await renderDashboard(several, 'columns=title,actor,relation', <IncidentTable />);
    expect(cells('Raid')).toEqual([
      'Raid',
      'red, blue and 1 more',
      'claimed; suspected, probable and 1 more',
    ]);
    expect(cells('Riot').slice(1)).toEqual(['red', 'claimednature disputed']);
  });

  it('set a filter where they name an actor', async () => {
    await renderDashboard(few, '', <IncidentTable />);
    const actor = screen.getByRole('link', { name: 'blue' });
    expect(actor.getAttribute('href')).toBe('/test?actor=blue');
    await userEvent.click(actor);
    await waitFor(() => expect(titles()).toEqual(['Bridge hit']));
  });
});

describe('the search', () => {
  it('marks what it found, whatever the accents, and tells of a match in the notes', async () => {
    await renderDashboard(few, 'q=CAFE', <IncidentTable />);
    expect([...document.querySelectorAll('td mark')].map((mark) => mark.textContent)).toEqual([
      'Café',
      'found in the notes',
    ]);
    expect(cells('Post raided').join()).toMatch(/found in the notes/);
  });

  it('goes into the address once typing rests, as one step back', async () => {
    await renderDashboard(few, '', <IncidentTable />);
    const before = window.history.length;
    await userEvent.type(screen.getByRole('searchbox'), 'gottin');
    await waitFor(() => expect(window.location.search).toBe('?q=gottin'));
    await waitFor(() => expect(titles()).toEqual(['Café bombed']));
    expect(window.history.length).toBe(before + 1);
    window.history.back();
    await waitFor(() => expect(titles()).toHaveLength(4));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  it('says that it filters the page, and by what', async () => {
    await renderDashboard(few, '', <IncidentTable />);
    expect(
      screen.getByRole('searchbox', { name: 'Filter the page by words in title, place and notes' }),
    ).toBeTruthy();
  });

  it('offers the way out where nothing is found', async () => {
    await renderDashboard(few, 'q=zzz', <IncidentTable />);
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: /Clear the search/ }));
    await waitFor(() => expect(titles()).toHaveLength(4));
  });
});

describe('many rows', () => {
  it('are counted in full while few are in the page, each with its place', async () => {
    await renderDashboard(many, 'sort=id', <IncidentTable />);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('401');
    const rows = screen.getAllByRole('row');
    expect(rows.length).toBeLessThan(60);
    expect(rows.map((row) => row.getAttribute('aria-rowindex')).slice(0, 3)).toEqual(['1', '2', '3']);
    expect(cells('Number 0')[1]).toBe('Number 0');
  });

  it('come as the table is scrolled, from any place', async () => {
    const { engine, asked } = testEngine(many);
    await renderDashboard(many, 'sort=id', <IncidentTable />, { engine });
    await showAll();
    scrollPage(43 * 300);
    const row = (await screen.findByRole('link', { name: 'Number 305' })).closest('tr');
    expect(row?.getAttribute('aria-rowindex')).toBe('307');
    const offsets = asked.flatMap((query) => (query.kind === 'rows' ? [[query.offset, query.limit]] : []));
    expect(offsets.slice(-2)).toEqual([
      [220, 100],
      [320, 100],
    ]);
    expect(offsets).not.toContainEqual([120, 100]);
  });

  it('stand as the first fifty until the reader asks for all, and again when asked to', async () => {
    await renderDashboard(many, 'sort=id', <IncidentTable />);
    expect(document.body.textContent).toMatch(/The first 50 of 400 attacks are shown/);
    scrollPage(43 * 45);
    await screen.findByRole('link', { name: 'Number 49' });
    expect(screen.queryByRole('link', { name: 'Number 50' })).toBeNull();
    await showAll();
    expect(document.body.textContent).not.toMatch(/The first 50 of/);
    await screen.findByRole('link', { name: 'Number 50' });
    const asked = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => scrollPage(0));
    await userEvent.click(screen.getByRole('button', { name: 'Show the first 50 only' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('2'));
    expect(screen.queryByRole('link', { name: 'Number 50' })).toBeNull();
    asked.mockRestore();
  });

  it('give the focus to the first of the rows that come', async () => {
    await renderDashboard(many, 'sort=id', <IncidentTable />);
    await showAll();
    scrollPage(43 * 40);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('52'));
  });

  it('can be asked for again where the engine failed', async () => {
    let broken = true;
    const far = (query: Query) => broken && query.kind === 'rows' && query.offset > 0;
    await renderDashboard(many, 'sort=id', <IncidentTable />, testEngine(many, far));
    await showAll();
    scrollPage(43 * 300);
    expect((await screen.findByRole('alert')).textContent).toMatch(/the server is gone/);
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'Number 305' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are printed as far as they are here, and the print says how many', async () => {
    await renderDashboard(many, 'sort=id', <IncidentTable />);
    await showAll();
    window.dispatchEvent(new Event('beforeprint'));
    const printed = titles().length;
    expect(printed).toBeGreaterThanOrEqual(20);
    expect(printed).toBeLessThan(400);
    expect(document.body.textContent).toContain(`The first ${printed} of 400 attacks are shown`);
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(document.body.textContent).not.toMatch(/The first \d+ of/));
  });

  it('are all fetched before a print that the keyboard asks for', async () => {
    const printed: number[] = [];
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      window.dispatchEvent(new Event('beforeprint'));
      printed.push(titles().length);
      window.dispatchEvent(new Event('afterprint'));
    });
    await renderDashboard(many, 'sort=id', <IncidentTable />);
    await userEvent.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(printed).toEqual([400]));
    print.mockRestore();
  });

  it('are fetched and printed whole where they are not too many', async () => {
    const some = { ...many, incidents: many.incidents.slice(0, 120) };
    const { engine, asked } = testEngine(some);
    await renderDashboard(some, 'sort=id', <IncidentTable />, { engine });
    await waitFor(() => expect(asked).toHaveLength(1));
    await waitFor(() => {
      window.dispatchEvent(new Event('beforeprint'));
      expect(titles()).toHaveLength(120);
    });
    expect(document.body.textContent).not.toMatch(/The first/);
    window.dispatchEvent(new Event('afterprint'));
  });

  it('are printed whole, too, where the print is the first that draws the table', async () => {
    const some = { ...many, incidents: many.incidents.slice(0, 120) };
    const { engine } = testEngine(some);
    function Printed() {
      return usePrinting() ? <IncidentTable /> : <PrintedRows wake={() => false} />;
    }
    await renderDashboard(some, 'sort=id', <Printed />, { engine });
    // Not as the page changes, for each try changes it.
    await vi.waitFor(
      () => {
        window.dispatchEvent(new Event('beforeprint'));
        const printed = titles().length;
        window.dispatchEvent(new Event('afterprint'));
        expect(printed).toBe(120);
      },
      { interval: 1000, timeout: 40_000 },
    );
  });

  it('are awaited by a print that the keyboard asks for before the table was drawn', async () => {
    const { engine } = testEngine(many);
    const wake = vi.fn(() => true);
    await renderDashboard(many, 'sort=id', <PrintedRows wake={wake} />, { engine });
    const isGoing = () =>
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true }));
    expect(isGoing()).toBe(false);
    expect(wake).toHaveBeenCalledOnce();
    wake.mockReturnValue(false);
    expect(isGoing()).toBe(true);
    setPrintAsked(false);
  });

  it('stand as the first twenty in the page from the server', async () => {
    window.history.pushState(null, '', '/test');
    const { engine } = testEngine(many);
    const initial = await answerPlan(engine, planView(defaultView(many.meta.id), infoOf(many)));
    const html = renderToString(
      <EngineProvider engine={engine}>
        <DashboardProvider info={infoOf(many)} initial={initial}>
          <IncidentTable />
        </DashboardProvider>
      </EngineProvider>,
    );
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('tbody tr')).toHaveLength(20);
    expect(page.querySelector('table')?.getAttribute('aria-rowcount')).toBe('401');
    expect(page.body.textContent).toMatch(/The first 20 of 400 attacks are shown/);
    expect(page.querySelector('a[href="/test/incidents.csv"]')).not.toBeNull();
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/test/incidents/n1000');
  });
});

/** Filters the page by the region of the newest incident, as a facet does. */
function NarrowToNorth() {
  const { go, view } = useDashboard();
  return (
    <button type="button" onClick={() => go(changeView(view, { regions: ['north'] }))}>
      North
    </button>
  );
}

describe('the cells of the table', () => {
  it('stay where other groups of a page take its colours', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `a${at}`);
    const [known] = seriesOf([]).actors;
    const actors = names.map((id) => ({ ...known!, id: id as ActorId, name: id, shortName: id }));
    // Eleven actors are larger than the last one, which holds a colour only where it is alone on the page.
    const rest = names
      .slice(0, 11)
      .flatMap((id) => [1, 2].map((n) => incident(`${id}-${n}`, '2020-03-01', { links: [link(id)] })));
    const regions = [{ id: 'north' as RegionId, label: 'North', country: null }];
    const newest = incident('newest', '2021-01-01', {
      title: 'Newest',
      links: [link('a11')],
      regions: ['north' as RegionId],
    });
    await renderDashboard(
      seriesOf([newest, ...rest], { actors, regions }),
      '',
      <>
        <NarrowToNorth />
        <IncidentTable />
      </>,
    );
    const title = screen.getByRole('link', { name: 'Newest' });
    const colour = () =>
      document.querySelector<HTMLElement>('tr[data-index="0"] [class*=dot]')?.style.background;
    const before = colour();
    const button = screen.getByRole('button', { name: 'North' });
    await userEvent.click(button);
    await waitFor(() => expect(colour()).not.toBe(before));
    expect(screen.getByRole('link', { name: 'Newest' })).toBe(title);
  });
});
