// @vitest-environment jsdom

import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawMap } from '@/lib/client/local/map/draw-map';
import type { RegionId } from '@/lib/series/model';
import { parseView } from '@/lib/view/parse';
import { FEW, panel } from '@/testing/pages/map-page';
import { infoOf, seriesOf, testEngine } from '@/testing/pages/test-dashboard';
import { SAMPLE_BOUNDARIES } from '@/testing/pictures/map-sample';
import { MapPanel } from './map-panel';

afterEach(cleanup);

describe('the map of a page of a file', () => {
  it('that stays in the browser asks for nothing but the outlines of all countries and their units', async () => {
    const areas = { type: 'FeatureCollection', features: SAMPLE_BOUNDARIES.countries.areas };
    const files = new Map<string, object>([
      ['boundaries.json', { name: 'Made', source: 'Made up', licence: 'CC0' }],
      ['countries.json', areas],
      ['disputed.json', { type: 'FeatureCollection', features: [] }],
      ['units.json', {}],
    ]);
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return Response.json(files.get(url.split('/').at(-1) ?? ''));
    });
    const { page } = await panel(FEW, '', true);
    render(page(<MapPanel />));
    expect(await screen.findByText(/^2 places, a mark each/)).toBeDefined();
    expect(new Set(asked.map((url) => url.split('/').at(-1)))).toEqual(new Set(files.keys()));
    expect(screen.getByText(/^Outlines: Made up \(CC0\)/)).toBeDefined();
    vi.unstubAllGlobals();
  });

  it('that stays in the browser shades the regions of which it brings the outlines', async () => {
    const areas = { type: 'FeatureCollection', features: SAMPLE_BOUNDARIES.countries.areas };
    vi.stubGlobal('fetch', async (url: string) =>
      Response.json(url.endsWith('countries.json') ? areas : { type: 'FeatureCollection', features: [] }),
    );
    const ring = [
      [9, 49],
      [11, 49],
      [11, 51],
      [9, 51],
      [9, 49],
    ] as const;
    const region = 'upper' as RegionId;
    const series = {
      ...seriesOf(FEW.map((one, at) => ({ ...one, regions: at < 3 ? [region] : [] }))),
      regions: [{ id: region, label: 'Upper', country: null }],
      areas: [{ region, date: null, from: null, to: null, polygons: [[ring]], sources: [] }],
    };
    const { view } = parseView(series.meta.id, new URLSearchParams('map=regions'));
    const map = await drawMap(testEngine(series).engine, infoOf(series), view);
    expect(map?.regions?.map(({ label, best }) => [label, best])).toEqual([['Upper', 3]]);
    expect(map?.regions?.[0]?.area?.outline).toMatch(/^M.*z$/);
    expect([map?.own, map?.rest?.none?.best]).toEqual([[], 1]);
    vi.unstubAllGlobals();
  });
});
