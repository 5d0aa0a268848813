import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../testing/stores/memory-store';
import { plainSeries } from '../../../testing/stores/plain-series';
import type { RegionArea, RegionDef, RegionId, Series, SourceId } from '../../series/model';
import { type Catalogue, makeCatalogue } from '../catalogue/catalogue';
import { embed } from '../embeds/embeds';
import { answerTwin } from './answer-twin';

const held = globalThis as typeof globalThis & { annalsCatalogue?: Catalogue };
const before = held.annalsCatalogue;
let dir: string;

/** A square of two degrees with its south-west corner at a point, against the clock as GeoJSON has it. */
const square = (region: string, lon: number, lat: number): RegionArea => ({
  ...{ region: region as RegionId, date: null, from: null, to: null, sources: ['atlas' as SourceId] },
  polygons: [
    [
      [
        [lon, lat],
        [lon + 2, lat],
        [lon + 2, lat + 2],
        [lon, lat + 2],
        [lon, lat],
      ],
    ],
  ],
});

/** Forty incidents: 25 in the first of two districts of its own outlines, 10 in the second, 5 in one without any. */
function districts(): Series {
  const plain = plainSeries('districts', 40);
  const regions = ['upper', 'lower', 'lost'].map(
    (id): RegionDef => ({ id: id as RegionId, label: `${id} district`, country: null }),
  );
  const regionOf = (at: number) => regions[at < 25 ? 0 : at < 35 ? 1 : 2]!.id;
  return {
    ...plain,
    regions,
    areas: [square('upper', 30, 50), square('lower', 32, 50)],
    incidents: plain.incidents.map((one, at) => ({ ...one, regions: [regionOf(at)] })),
  };
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-own-areas-'));
  const store = memoryStore();
  await store.publish(districts(), []);
  held.annalsCatalogue = makeCatalogue(store, dir, () => {});
});
afterAll(async () => {
  if (before) held.annalsCatalogue = before;
  else delete held.annalsCatalogue;
  await rm(dir, { recursive: true });
});

const twin = (name: string) => answerTwin(new Request(`http://host/districts/${name}`), 'districts', name);

describe('the outlines that a series brings of its regions', () => {
  it.each([
    ['a picture', () => twin('map.svg')],
    ['the saved page', () => twin('view.html')],
    ['a frame', () => embed(new Request('http://host/embed/districts/map'), 'districts', 'map')],
  ])('are drawn in %s, with whose they are and what has none', async (_, ask) => {
    const response = await ask();
    expect(response.status).toBe(200);
    const text = await response.text();
    // A frame has the drawing at several widths.
    const shades = new Set(text.match(/data-region="\w+" data-shade="\w+"/g));
    expect([...shades].sort()).toEqual([
      'data-region="lower" data-shade="4"',
      'data-region="upper" data-shade="5"',
    ]);
    const words = text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('the series’ own (atlas)');
    expect(words).toContain('5 incidents in lost district, which has no outline');
  });

  it('are drawn as pixels', async () => {
    const bytes = Buffer.from(await (await twin('map.png')).arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });
});
