import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { askForMap } from '@/lib/render/map/ask-map';
import type { Incident, RegionId, Series } from '@/lib/series/model';
import { servedOutlines } from '@/lib/server/boundaries/served-outlines';
import { boundaryFile } from '@/lib/store/outlines/boundary-sets';
import { parseView } from '@/lib/view/parse';
import { incident, infoOf, seriesOf, testEngine } from '@/testing/pages/test-dashboard';
import { drawMap } from './draw-map';

const REGIONS = [
  { id: 'dagestan', label: 'Dagestan' },
  { id: 'moscow', label: 'Moscow Oblast' },
  { id: 'atlantis', label: 'Atlantis' },
].map(({ id, label }) => ({ id: id as RegionId, label, country: 'Russia' }));

function at(id: string, region: string | null, point: readonly [lat: number, lon: number] | null): Incident {
  const one = incident(id, '2021-01-01');
  const [lat, lon] = point ?? [null, null];
  return {
    ...one,
    regions: region === null ? [] : [region as RegionId],
    place: { ...one.place, lat, lon, country: 'Russia', precision: point === null ? null : 'town' },
  };
}

const POINTS = [at('a', 'dagestan', [42.98, 47.5]), at('b', 'moscow', [55.8, 37.4]), at('c', null, [43, 44])];
const NAMED = [
  ...POINTS.map((one) => ({ ...one, place: { ...one.place, lat: null, lon: null } })),
  at('d', 'atlantis', null),
];

const FILES = ['boundaries.json', 'countries.json', 'disputed.json', 'units.json'];
const asked: string[] = [];
vi.stubGlobal('fetch', async (url: string) => {
  const path = url.replace('/api/v1/boundaries/', '');
  asked.push(path.split('/').at(-1)!);
  return new Response(await boundaryFile(path));
});
afterAll(() => vi.unstubAllGlobals());
afterEach(() => void asked.splice(0));

async function both(incidents: readonly Incident[], query: string) {
  const series: Series = { ...seriesOf(incidents), regions: REGIONS };
  const { engine } = testEngine(series);
  const info = infoOf(series);
  const { view } = parseView(series.meta.id, new URLSearchParams(query));
  const local = await drawMap(engine, info, view);
  return { local, served: await askForMap(engine, view, info, servedOutlines) };
}

it('draws places over the units of their countries as the server does, and asks for the same files whatever these are', async () => {
  const { local, served } = await both(POINTS, 'map=dots');
  expect(local?.places.marks).toHaveLength(3);
  expect(local?.base.units).not.toBe('');
  expect(local).toEqual(served);
  expect(new Set(asked)).toEqual(new Set(FILES));
});

it('asks for the outlines of all countries and nothing else where most of the world is shown', async () => {
  const far = [at('a', null, [-40, 175]), at('b', null, [60, -150]), at('c', null, [60, 30])];
  const { local } = await both(far, 'map=dots');
  expect(local?.base.frame.kind).toBe('world');
  expect(asked.filter((name) => !FILES.slice(0, 3).includes(name))).toEqual([]);
});

it.each([
  ['of points, where they are asked for', POINTS, 'map=regions'],
  ['without points', NAMED, ''],
  ['by another measure', POINTS, 'map=regions&measure=fatalities'],
])('draws and counts regions as the server does: those %s', async (_, incidents, query) => {
  const { local, served } = await both(incidents, query);
  expect(local?.regions?.filter(({ area }) => area !== null)).toHaveLength(2);
  expect(local).toEqual(served);
  // Once, and the same files whatever the countries of the series are.
  expect(FILES.filter((name) => asked.includes(name))).toEqual(asked.toSorted());
});
