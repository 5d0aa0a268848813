// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { baseMap } from '@/lib/boundaries/base-map';
import { frameOf } from '@/lib/boundaries/map-frame';
import type { RegionDef, RegionId } from '@/lib/series/model';
import { changeView } from '@/lib/view/change';
import { at, FEW, panel } from '@/testing/pages/map-page';
import { markOf, placesOf, SAMPLE_BOUNDARIES } from '@/testing/pictures/map-sample';
import { MapPanel } from './map-panel';

afterEach(cleanup);

describe('the map of a page', () => {
  it('says in words and in a list what it shows, and counts what it cannot', async () => {
    const { page } = await panel(FEW);
    render(page(<MapPanel />));
    const map = screen.getByRole('region', { name: 'Map of attacks by actor' });
    expect(map.textContent).toContain('2 places, a mark each: its area grows with the number of attacks.');
    const links = within(within(map).getAllByRole('list')[0]!).getAllByRole('link');
    expect(links.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Northtown (town or village): 2 attacks',
      'Southam (town or village): 1 attack',
    ]);
    expect(links[0]!.getAttribute('href')).toContain('place=town:51:9');
    const margin = within(map).getByRole('list', { name: 'Not on the map' });
    expect(
      within(margin)
        .getByRole('link', { name: '1 attack is known to the country only' })
        .getAttribute('href'),
    ).toContain('place=country');
    expect(map.textContent).toContain('Outlines: Made up (CC0).');
  });

  it('asks for a part of the world by its buttons and keys, and for all of it again', async () => {
    const { page, ask } = await panel(FEW);
    render(page(<MapPanel />));
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in on the map' }));
    expect(ask).toHaveBeenCalledTimes(1);
    const address = () => new URLSearchParams(window.location.search);
    const spanned = (text: string | null) => {
      const [west = Number.NaN, , east = Number.NaN] = (text ?? '').split(',').map(Number);
      return east - west;
    };
    const [once, steps] = [spanned(address().get('part')), window.history.length];
    const map = screen.getByRole('region', { name: /^Map of attacks/ });
    const drawing = screen.getByRole('group', { name: /^Map of attacks/ });
    const come = () => waitFor(() => expect(map.getAttribute('aria-busy')).toBe('false'));
    await come();
    fireEvent.keyDown(drawing, { key: 'ArrowRight', shiftKey: true });
    // A step is a quarter of the width, and keeps the scale.
    expect(spanned(address().get('part')) / once).toBeCloseTo(1, 1);
    await come();
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in on the map' }));
    expect(spanned(address().get('part')) / once).toBeCloseTo(0.5, 1);
    // All moves are one step back.
    expect(window.history.length).toBe(steps);
    expect(ask.mock.lastCall?.[0].part).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Only this part' }));
    expect([...address().keys()]).toEqual(['box']);
    fireEvent.click(screen.getByRole('button', { name: 'Show all places on the map' }));
    expect([...address().keys()]).toEqual([]);
    await come();
    fireEvent.keyDown(drawing, { key: '+' });
    expect([...address().keys()]).toEqual(['part']);
  });

  it('is that of the view also where it is drawn after the first click', async () => {
    const { page, ask } = await panel(FEW);
    function Late() {
      const { go } = useNavigation();
      const { view } = useSettled();
      const [drawn, draw] = useState(false);
      return (
        <>
          <button type="button" onClick={() => go((now) => changeView(now, { actors: ['blue'] }))}>
            blue
          </button>
          <button type="button" onClick={() => draw(true)}>
            draw
          </button>
          <output>{view.actors.join()}</output>
          {drawn && <MapPanel />}
        </>
      );
    }
    render(page(<Late />));
    fireEvent.click(screen.getByRole('button', { name: 'blue' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('blue'));
    fireEvent.click(screen.getByRole('button', { name: 'draw' }));
    const map = screen.getByRole('region', { name: /^Map of attacks/ });
    await waitFor(() => expect(map.getAttribute('aria-busy')).toBe('false'));
    expect(ask.mock.calls.map(([view]) => view.actors)).toEqual([['blue']]);
    expect(map.textContent).toContain('1 place, ');
  });

  it('filters by a part of a few streets as it is, and not by the kilometres about it', async () => {
    const streets = [at('a', 'Corner', [51.00004, 9.00004]), at('b', 'Other corner', [51.003, 9.003])];
    const { page } = await panel(streets, 'part=8.9995,50.9995,9.0005,51.0005');
    render(page(<MapPanel />));
    fireEvent.click(screen.getByRole('button', { name: 'Only this part' }));
    const box = new URLSearchParams(window.location.search).get('box')!.split(',').map(Number);
    expect(box).toEqual([8.9995, 50.9995, 9.0005, 51.0005]);
  });

  it('filters by all around a pole, where a part goes around it but for what says what is below', async () => {
    const { page } = await panel(FEW, 'part=-169.09999,45,-168.89999,90');
    render(page(<MapPanel />));
    fireEvent.click(screen.getByRole('button', { name: 'Only this part' }));
    expect(new URLSearchParams(window.location.search).get('box')).toBe('-169.1,45,-168.9,90');
    cleanup();
    const around = await panel(FEW, 'part=-168.89999,45,-169.09999,90');
    render(around.page(<MapPanel />));
    fireEvent.click(screen.getByRole('button', { name: 'Only this part' }));
    expect(new URLSearchParams(window.location.search).get('box')).toBe('-180,45,180,90');
  });

  it('shows the part that its address names, from the first', async () => {
    const { page, ask } = await panel(FEW, 'part=9.5,48.5,10.5,49.5');
    render(page(<MapPanel />));
    expect(ask).not.toHaveBeenCalled();
    const map = screen.getByRole('region', { name: /^Map of attacks/ });
    expect(map.textContent).toContain('1 place, a mark each');
    expect(within(map).getByRole('list', { name: 'Not on the map' }).textContent).toContain(
      '2 attacks outside of the part shown',
    );
  });

  it('moves with the wheel and Ctrl alone, asks for what is then shown, and stands still when that has come', async () => {
    const { page, ask } = await panel(FEW);
    const { container } = render(page(<MapPanel />));
    const svg = container.querySelector('svg[viewBox]')!;
    const moved = () => svg.querySelector('g')!.getAttribute('transform');
    expect(fireEvent.wheel(svg, { deltaY: -50 })).toBe(true);
    expect(moved()).toBeNull();
    expect(fireEvent.wheel(svg, { deltaY: -50, ctrlKey: true })).toBe(false);
    expect(moved()).toMatch(/scale\(1\.3/);
    await waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(moved()).toBeNull());
    // All of it again, before that of the part has come.
    ask.mockImplementationOnce(() => new Promise(() => {}));
    fireEvent.wheel(svg, { deltaY: -70, ctrlKey: true });
    await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    fireEvent.click(screen.getByRole('button', { name: 'Show all places on the map' }));
    await waitFor(() => expect(moved()).toBeNull());
  });

  it('shows the card of a mark that is tapped, and filters by a second tap, though a click does not say that it is a tap', async () => {
    const { page } = await panel(FEW);
    const { container } = render(page(<MapPanel />));
    const drawing = screen.getByRole('group', { name: /^Map of attacks/ });
    fireEvent.keyDown(drawing, { key: 'Home' });
    fireEvent.blur(drawing);
    const mark = container.querySelector('[data-place]')!;
    const tap = () => {
      // As Safari 16 has it: a touch, and then the click of a mouse.
      fireEvent(mark, Object.assign(new Event('pointerdown', { bubbles: true }), { pointerType: 'touch' }));
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 });
      fireEvent(mark, click);
    };
    const place = () => new URLSearchParams(window.location.search).get('place');
    tap();
    expect(place()).toBeNull();
    tap();
    expect(place()).toBe('town:51:9');
  });

  it('filters by the mark that Enter is pressed on, in place', async () => {
    const { page } = await panel(FEW);
    render(page(<MapPanel />));
    const drawing = screen.getByRole('group', { name: /^Map of attacks/ });
    fireEvent.keyDown(drawing, { key: 'ArrowDown' });
    const mark = within(drawing).getByRole('link');
    expect(mark.getAttribute('aria-label')).toBe('Southam (town or village): 1 attack');
    // What a browser makes of Enter on a link.
    expect(fireEvent.click(mark, { detail: 0 })).toBe(false);
    expect(window.location.search).toContain('place=town');
  });

  it('goes through regions by arrows, the largest first, and filters by the one that Enter is pressed on', async () => {
    const [west, east] = ['AAA', 'BBB'].map(
      (label): RegionDef => ({ id: label.toLowerCase() as RegionId, label, country: null }),
    ) as [RegionDef, RegionDef];
    const rows = FEW.slice(0, 3).map((one, n) => ({ ...one, regions: [n < 2 ? west.id : east.id] }));
    const { page } = await panel(rows, 'map=regions', false, null, [west, east]);
    render(page(<MapPanel />));
    const drawing = screen.getByRole('group', { name: /^Map of attacks/ });
    const region = () => within(drawing).getByRole('link');
    expect(region().getAttribute('aria-label')).toMatch(/^AAA.*: 2 attacks/);
    // The second lies east of the first.
    fireEvent.keyDown(drawing, { key: 'ArrowRight' });
    expect(region().getAttribute('aria-label')).toMatch(/^BBB.*: 1 attack/);
    fireEvent.keyDown(drawing, { key: 'ArrowLeft' });
    expect(region().getAttribute('aria-label')).toMatch(/^AAA/);
    fireEvent.keyDown(drawing, { key: 'End' });
    expect(fireEvent.click(region(), { detail: 0 })).toBe(false);
    expect(window.location.search).toContain('region=bbb');
  });

  it('has only what is selected of a chart, and says so', async () => {
    const { page } = await panel(FEW, 'select=*,blue');
    render(page(<MapPanel />));
    const map = screen.getByRole('region', { name: /^Map of attacks/ });
    expect(map.textContent).toContain('Only what is selected: blue itself. 1 place, a mark each');
    const links = within(within(map).getAllByRole('list')[0]!).getAllByRole('link');
    expect(links.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Northtown (town or village): 1 attack',
    ]);
  });

  it('lists every place, five hundred more at a time, and without scripts leads to the list of all incidents', async () => {
    const marks = Array.from({ length: 1200 }, (_, n) => markOf(`town ${48 + n / 500} 10 P${n}`, 'red:1'));
    const places = placesOf(marks);
    const base = baseMap(SAMPLE_BOUNDARIES, frameOf(places.extent!), ['AAA']);
    const left = { regions: null, rest: null, off: {}, doubts: [], own: null };
    const { page } = await panel(FEW, '', false, { places, base, ...left });
    const html = renderToString(page(<MapPanel />));
    expect(html).toMatch(/<noscript><p><a href="[^"]*\/incidents\?[^"]*sort=place[^"]*">/);
    render(page(<MapPanel />));
    const listed = () => within(screen.getAllByRole('list')[0]!).getAllByRole('listitem').length;
    const counts = [listed()];
    for (const name of ['Show 490 more', 'Show 500 more', 'Show all']) {
      fireEvent.click(screen.getByRole('button', { name }));
      counts.push(listed());
    }
    expect(counts).toEqual([10, 500, 1000, 1200]);
  });

  it('keeps the way to its other forms where the one that is asked for has nothing to draw', async () => {
    const region = { id: 'upper' as RegionId, label: 'Upper', country: null };
    const rows = FEW.map((one) => ({
      ...one,
      place: { ...one.place, lat: null, lon: null },
      regions: [region.id],
    }));
    const { page } = await panel(rows, 'map=dots', false, null, [region]);
    render(page(<MapPanel />));
    const forms = screen.getByRole('navigation', { name: 'How the map is drawn' });
    const way = within(forms).getByRole('link', { name: 'Regions' });
    expect(way.getAttribute('href')).toContain('map=regions');
  });

  it('stands where nothing of a view has a place, and is not there where no map is wanted', async () => {
    const { page } = await panel([at('d', null, null)]);
    render(page(<MapPanel />));
    expect(screen.getByRole('region', { name: /^Map of attacks/ }).textContent).toContain(
      'None of the attacks of this view has a place on a map.',
    );
    cleanup();
    const empty = await panel(FEW, 'from=1800&to=1801');
    render(empty.page(<MapPanel />));
    const nothing = screen.getByRole('region', { name: /^Map of attacks/ }).textContent;
    expect(nothing).toContain('No attack is in this view.');
    cleanup();
    const off = await panel(FEW, 'map=off');
    expect(render(off.page(<MapPanel />)).container.textContent).toBe('');
  });

  it('is no heavier than 40 kB with three thousand places', async () => {
    const marks = Array.from({ length: 3000 }, (_, n) =>
      markOf(`town ${48 + (n % 60) / 15} ${8 + n / 800} Place ${n}`, n % 3 ? 'red:1' : 'blue:2'),
    );
    const places = placesOf(marks);
    const base = baseMap(SAMPLE_BOUNDARIES, frameOf(places.extent!), ['AAA']);
    const { page } = await panel(FEW, '', false, {
      places,
      regions: null,
      rest: null,
      off: {},
      doubts: [],
      base,
      own: null,
    });
    const html = renderToString(page(<MapPanel />));
    expect(html).toContain('3,000 places');
    expect(html.length).toBeLessThan(40_000);
  });
});
