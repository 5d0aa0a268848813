import { describe, expect, it } from 'vitest';
import { baseMap, countriesOf } from './base-map';
import { type AreaFeature, areasIn, type BoundarySet, featureLayer } from './boundary-set';

/** A square of so many degrees around a point; clockwise, as on a sphere what lies within is to the right. */
function square(code: string, lon: number, lat: number, half: number): AreaFeature {
  const [west, east, south, north] = [lon - half, lon + half, lat - half, lat + half];
  const ring = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { name: code, code },
    geometry: { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [((x + 540) % 360) - 180, y])] },
  };
}

const layer = featureLayer([square('AAA', 10, 50, 3), square('BBB', 60, 50, 3), square('CCC', 180, 0, 2)]);
const SET: BoundarySet = {
  ...{ id: 'made', name: 'Made', source: 'made up', licence: 'CC0', countries: layer, disputed: null },
  units: (code) => (code === 'AAA' ? featureLayer([square('AAA-1', 10, 50, 1)]) : null),
};
const BOX = { west: 8, east: 12, south: 48, north: 52 };

describe('a base map', () => {
  it('has the land and the units of the country that is looked at, and its source', () => {
    const map = baseMap(SET, BOX, [{ lat: 50, lon: 10 }]);
    expect(map.land).toMatch(/^M-?[\d.]/);
    expect(map.units).not.toBe('');
    expect(map.disputed).toBe('');
    expect(map.source).toEqual({ id: 'made', name: 'Made', source: 'made up', licence: 'CC0' });
  });

  it('has no units where nothing is in that country', () => {
    expect(baseMap(SET, BOX, []).units).toBe('');
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
