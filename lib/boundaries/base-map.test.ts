import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { SAMPLE_BOUNDARIES, squareArea } from '../../testing/pictures/map-sample';
import { areaOutlines, baseMap, countriesOf } from './base-map';
import { type AreaFeature, areasIn, featureLayer } from './boundary-set';
import { frameOf, projectionOf } from './map-frame';
import { boxAround, regionAreas } from './region-areas';

const layer = SAMPLE_BOUNDARIES.countries;
const TWO = featureLayer([squareArea('North', 60, 51, 1), squareArea('South', 60, 49, 1)]);
const BOX = { west: 8, east: 12, south: 48, north: 52 };

describe('a base map', () => {
  it('has the land and the units of the country that is looked at, and its source', () => {
    const map = baseMap(SAMPLE_BOUNDARIES, frameOf(BOX), ['AAA']);
    expect(map.land).toMatch(/^M-?[\d.]/);
    expect(map.units).not.toBe('');
    expect(map.disputed).toBe('');
    expect(map.source).toEqual({ id: 'made', name: 'Made', source: 'Made up', licence: 'CC0' });
  });

  it('has no units where nothing is in that country', () => {
    expect(baseMap(SAMPLE_BOUNDARIES, frameOf(BOX), []).units).toBe('');
  });

  it('takes countries over the date line for near', () => {
    expect(areasIn(layer, { west: 179, east: -179, south: -1, north: 1 })).toEqual([2]);
    expect(areasIn(layer, { west: -180, east: 180, south: -90, north: 90 })).toEqual([0, 1, 2]);
    expect(areasIn(layer, BOX)).toEqual([0]);
  });

  it('knows the countries of points, most first', () => {
    const points = [
      { lat: 50, lon: 60 },
      { lat: 50, lon: 10 },
      { lat: 51, lon: 61 },
      { lat: 0, lon: -179 },
      { lat: 0, lon: 0 },
    ];
    expect(countriesOf(layer, points)).toEqual(['BBB', 'AAA', 'CCC']);
  });
});

describe('the areas of regions', () => {
  const region = (id: string, label: string, country: string | null = null, more = {}) => ({
    ...{ id, label, country, parent: null, isCountry: false },
    ...more,
  });

  it('are units of the country that is said, or countries themselves; a name that none has, has none', () => {
    const areas = regionAreas(
      SAMPLE_BOUNDARIES,
      [region('a', 'AAA-1', 'AAA'), region('b', 'BBB'), region('c', 'Nowhere')],
      [],
    );
    expect([...areas].map(([id, { properties }]) => [id, properties.code])).toEqual([
      ['a', 'AAA-1'],
      ['b', 'BBB'],
    ]);
  });

  it('lie in the country whose units most of them are, where none is said', () => {
    const set = {
      ...SAMPLE_BOUNDARIES,
      units: (code: string) => (code === 'BBB' ? TWO : SAMPLE_BOUNDARIES.units(code)),
    };
    const areas = regionAreas(set, [region('n', 'North Province'), region('s', 'South')], []);
    expect([...areas.keys()]).toEqual(['n', 's']);
  });

  it('have the least box around them, over the date line too', () => {
    const [a, b, c] = layer.areas;
    expect(boxAround([a!, b!])).toEqual({ west: 7, east: 63, south: 47, north: 53 });
    expect(boxAround([c!])).toEqual({ west: 178, east: -178, south: -2, north: 2 });
    expect(boxAround([b!, c!])).toEqual({ west: 57, east: -178, south: -2, north: 53 });
    expect(boxAround([])).toBeNull();
  });

  it('are drawn in a frame, with a place for a text', () => {
    const [drawn] = areaOutlines(frameOf(BOX), [layer.areas[0]!]);
    expect(drawn!.outline).toMatch(/^M.*z$/);
    expect(drawn!.x).toBeCloseTo(500, -1);
  });

  it('have a text in them, and not in a hole that is another area', () => {
    const outer = squareArea('Ring', 10, 50, 2);
    const hole = squareArea('Hole', 10, 50, 1);
    const [ring] = outer.geometry.coordinates as Position[][];
    const [inner] = hole.geometry.coordinates as Position[][];
    const around: AreaFeature = {
      ...outer,
      geometry: { type: 'Polygon', coordinates: [ring!, inner!.toReversed()] },
    };
    const frame = frameOf(BOX);
    const [drawn, middle] = areaOutlines(frame, [around, hole]);
    const corners = inner!.map(([lon = 0, lat = 0]) => projectionOf(frame)([lon, lat])!);
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const isInHole = ({ x, y }: { x: number; y: number }) =>
      x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys);
    expect([isInHole(drawn!), isInHole(middle!)]).toEqual([false, true]);
  });

  it('are dots where they are too small to be seen, and nothing out of sight', () => {
    const areas = [squareArea('Speck', 10, 50, 0.001), squareArea('Far', 60, 50, 0.001)];
    const [speck, far] = areaOutlines(frameOf(BOX), areas);
    expect(speck!.outline).toMatch(/^M[\d.]+ [\d.]+a3\.5 /);
    expect(far!.outline).toBe('');
  });

  it('draws what is in dispute with its dashes alone', () => {
    const sides = SAMPLE_BOUNDARIES.countries.borders([0]).coordinates;
    const frame = frameOf({ west: 5, south: 46, east: 15, north: 54 });
    expect(baseMap(SAMPLE_BOUNDARIES, frame, []).borders).not.toBe('');
    const disputed = {
      type: 'FeatureCollection' as const,
      features: [
        {
          type: 'Feature' as const,
          properties: {},
          geometry: { type: 'MultiLineString' as const, coordinates: sides },
        },
      ],
    };
    const map = baseMap({ ...SAMPLE_BOUNDARIES, disputed }, frame, []);
    expect(map.borders).toBe('');
    expect(map.disputed).not.toBe('');
  });
});
