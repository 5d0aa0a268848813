import { describe, expect, it } from 'vitest';
import { SAMPLE_BOUNDARIES, squareArea } from '../../testing/pictures/map-sample';
import { baseMap, countriesOf } from './base-map';
import { areasIn, featureLayer } from './boundary-set';
import { frameOf } from './map-frame';
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

  it('draws no units where another country is, whoever drew them', () => {
    const countries = featureLayer([squareArea('AAA', 10, 50, 3), squareArea('BBB', 16, 50, 3)]);
    const reaching = featureLayer([squareArea('AAA-1', 9, 50, 1), squareArea('AAA-2', 16, 50, 1)]);
    const of = (units: typeof reaching) =>
      baseMap({ ...SAMPLE_BOUNDARIES, countries, units: () => units }, frameOf(BOX), ['AAA']).units;
    expect(of(reaching)).toBe(of(featureLayer([squareArea('AAA-1', 9, 50, 1)])));
    expect(of(reaching)).not.toBe('');
  });

  it('has an island with a point on it, however small it is drawn', () => {
    const islands = featureLayer([
      squareArea('LAND', 0, 0, 9),
      squareArea('ONE', 20, 0, 0.02),
      squareArea('TWO', 20, 5, 0.02),
    ]);
    const set = { ...SAMPLE_BOUNDARIES, countries: islands };
    const frame = frameOf({ west: -30, east: 30, south: -20, north: 20 });
    const parts = (points: readonly { lat: number; lon: number }[]) =>
      baseMap(set, frame, [], points).land.match(/M/g)?.length;
    expect(parts([])).toBe(1);
    expect(parts([{ lon: 20.05, lat: 0.01 }])).toBe(2);
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
});

describe('lines in dispute', () => {
  it('are drawn with their dashes alone', () => {
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
