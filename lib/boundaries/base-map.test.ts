import { describe, expect, it } from 'vitest';
import { SAMPLE_BOUNDARIES } from '../../testing/pictures/map-sample';
import { baseMap, countriesOf } from './base-map';
import { areasIn } from './boundary-set';
import { frameOf } from './map-frame';

const layer = SAMPLE_BOUNDARIES.countries;
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
