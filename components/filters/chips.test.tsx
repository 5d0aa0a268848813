// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { MapSourceProvider, StandingMap } from '@/components/map/map-source';
import type { MapAnswers } from '@/lib/render/map/ask-map';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '../../testing/pages/test-series';
import { Chips } from './chips';
import { NamedViewNote, NamedViews } from './named-views';
import { TimePresets } from './time-presets';

afterEach(cleanup);

const links = () =>
  screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);

describe('the chips', () => {
  it('name each clause that is on, and lead to the view without it', async () => {
    const query = 'from=2020&to=2021-06&actor=red,blue&disputed=only&scope=out&q=square&bin=year';
    await renderDashboard(SMALL, query, <Chips />);
    const rest = 'actor=blue,red&disputed=only&scope=out&q=square&bin=year';
    expect(links()).toEqual([
      ['Remove Window: 2020 – Jun 2021×', `/test?${rest}`],
      ['Remove Actor: blue or red×', '/test?from=2020&to=2021-06&disputed=only&scope=out&q=square&bin=year'],
      ['Remove Disputed: only×', `/test?from=2020&to=2021-06&${rest.replace('disputed=only&', '')}`],
      [
        'Remove Scope: outside the series’ scope×',
        `/test?from=2020&to=2021-06&${rest.replace('scope=out&', '')}`,
      ],
      ['Remove Words: “square”×', `/test?from=2020&to=2021-06&${rest.replace('q=square&', '')}`],
      ['Clear all filters', '/test?bin=year'],
    ]);
  });

  it('name a box and places of the map', async () => {
    await renderDashboard(SMALL, 'place=country,town:55.75:37.62&box=175,-20,-170.5,0', <Chips />);
    expect(links().slice(0, 2)).toEqual([
      [
        'Remove Place: a place known to the country only or 55.75°N 37.62°E (known to the town)×',
        '/test?box=175,-20,-170.5,0',
      ],
      ['Remove Box: 20°S to 0°, 175°E to 170.5°W×', '/test?place=country,town:55.75:37.62'],
    ]);
  });

  it('name them as the map of the page does', async () => {
    const mark = (id: string, name: string | null, matched: number) => ({ id, name, names: 1, matched });
    const marks = [mark('town:1:1', 'Small', 2), mark('town:2:2', 'Large', 5), mark('exact:9:9', 'Far', 9)];
    const named = async (query: string, places: object) => {
      cleanup();
      const first = { places, doubts: [{ why: 'exchanged', ids: ['exact:9:9'] }] } as unknown as MapAnswers;
      const source = {
        hasPlaces: true,
        ...{ first, firstView: null },
        ask: () => Promise.resolve(null),
        standing: new StandingMap(),
      };
      await renderDashboard(
        SMALL,
        query,
        <MapSourceProvider value={source}>
          <Chips />
        </MapSourceProvider>,
      );
      return links()[0]?.[0];
    };
    const points = { as: 'points', marks, points: 3 };
    expect(await named('box=0,0,10,10', points)).toBe('Remove Box: Large and 1 more place×');
    expect(await named('place=town:1:1,town:7:7', points)).toBe(
      'Remove Place: Small or 7°N 7°E (known to the town)×',
    );
    expect(await named('box=0,0,10,10', { as: 'hexagons', marks, points: 5210 })).toBe(
      'Remove Box: 5,210 places, the most around Large×',
    );
    expect(await named('box=0,0,10,10', { ...points, marks: [mark('town:1:1', null, 2)] })).toBe(
      'Remove Box: 0° to 10°N, 0° to 10°E×',
    );
    // A part of the box alone says nothing of all of it.
    expect(await named('box=0,0,10,10&part=0,0,1,1', points)).toBe('Remove Box: 0° to 10°N, 0° to 10°E×');
  });

  it('are none where no filter is on', async () => {
    await renderDashboard(SMALL, 'bin=year&sort=title&incident=a', <Chips />);
    expect(links()).toEqual([]);
  });

  it('name what cannot be read, so that it can be taken out', async () => {
    await renderDashboard(SMALL, 'to=soon&type=a,b,c,d,e', <Chips />);
    expect(links()[0]).toEqual(['Remove Window: “soon”, which cannot be read×', '/test?type=a,b,c,d,e']);
    expect(links()[1]?.[0]).toBe('Remove Type: a, b, c or 2 more×');
  });

  it('keep the focus near when one is removed', async () => {
    await renderDashboard(SMALL, 'actor=red&type=bombing', <Chips />);
    await userEvent.click(screen.getByRole('link', { name: /Actor/ }));
    expect(window.location.search).toBe('?type=bombing');
    expect(document.activeElement).toBe(screen.getByRole('navigation', { name: 'Filters that are on' }));
  });
});

describe('the time presets', () => {
  const current = () => screen.getAllByRole('link', { current: true }).map(({ textContent }) => textContent);

  it('are all, the last twelve months of the coverage, and each of its years', async () => {
    await renderDashboard(SMALL, 'type=bombing', <TimePresets />);
    expect(links()).toEqual([
      ['All', '/test?type=bombing'],
      ['Last 12 months', '/test?from=2023-01&to=2023-12&type=bombing'],
      ...[2020, 2021, 2022, 2023].map((y) => [String(y), `/test?from=${y}&to=${y}&type=bombing`]),
    ]);
    expect(current()).toEqual(['All']);
  });

  it('mark the one that is shown, however it is written', async () => {
    await renderDashboard(SMALL, 'from=2021-01-01&to=2021-12', <TimePresets />);
    expect(current()).toEqual(['2021']);
  });
});

describe('the named views', () => {
  it('are links with the revision of the page, and the one that is shown is marked and described', async () => {
    await renderDashboard(
      SMALL,
      `relation=claimed&actor=red&bin=year&r=${'a'.repeat(12)}`,
      <>
        <NamedViews />
        <NamedViewNote />
      </>,
    );
    const [link] = screen.getAllByRole('link', { name: 'Claims by red', current: true });
    expect(link?.getAttribute('href')).toBe(`/test?actor=red&relation=claimed&r=${'a'.repeat(12)}`);
    expect(screen.getByText('All of them.')).toBeTruthy();
  });

  it('are not marked for another window', async () => {
    await renderDashboard(
      SMALL,
      'relation=claimed&actor=red&to=2022',
      <>
        <NamedViews />
        <NamedViewNote />
      </>,
    );
    for (const link of screen.getAllByRole('link', { name: 'Claims by red' }))
      expect(link.getAttribute('aria-current')).toBeNull();
    expect(screen.queryByText('All of them.')).toBeNull();
  });
});
