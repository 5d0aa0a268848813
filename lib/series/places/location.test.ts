import { describe, expect, it } from 'vitest';
import type { Place, RegionId } from '../model';
import { isInBox, locationOf } from './location';

const place = { name: null, country: null, lat: null, lon: null, precision: null } as const;
const located = (part: Partial<Place>, regions: readonly string[] = []) =>
  locationOf({ place: { ...place, ...part }, regions: regions as RegionId[] });

describe('Where an incident is', () => {
  it.each<[string, Partial<Place>, readonly string[], unknown]>([
    [
      'a point',
      { lat: 55.75, lon: 37.62, precision: 'town' },
      [],
      { at: 'point', lat: 55.75, lon: 37.62, precision: 'town' },
    ],
    [
      'a point nobody says more of',
      { lat: -1, lon: -2 },
      [],
      { at: 'point', lat: -1, lon: -2, precision: 'unknown' },
    ],
    [
      'to a metre',
      { lat: 1.234567, lon: -9e-7 },
      [],
      { at: 'point', lat: 1.23457, lon: 0, precision: 'unknown' },
    ],
    [
      'on the date line',
      { lat: 66, lon: -180 },
      [],
      { at: 'point', lat: 66, lon: 180, precision: 'unknown' },
    ],
    ['the middle of a country', { lat: 60, lon: 90, precision: 'country' }, ['r'], { at: 'country' }],
    ['a country', { country: 'Mali' }, [], { at: 'country' }],
    [
      'a country, though it is listed as a region, too',
      { precision: 'country' },
      ['mali'],
      { at: 'country' },
    ],
    ['a region', { country: 'Mali' }, ['gao'], { at: 'region' }],
    ['a name', { name: 'The old bridge' }, [], { at: 'region' }],
    ['nowhere', {}, [], { at: 'none' }],
    ['both zero', { lat: 0, lon: 0, country: 'Mali' }, [], { at: 'impossible' }],
    ['one number alone', { lat: 5 }, ['gao'], { at: 'impossible' }],
    ['beyond the pole', { lat: 91, lon: 5 }, [], { at: 'impossible' }],
  ])('is %s', (_, part, regions, expected) => {
    expect(located(part, regions)).toEqual(expected);
  });

  it.each<[number, number, boolean]>([
    [179, 66, true],
    [-170, 66, true],
    [180, 66, true],
    [170, 66, false],
    [-160, 66, false],
    [179, 80, false],
  ])('is in a box over the date line or not: %d %d', (lon, lat, expected) => {
    expect(isInBox({ lon, lat }, { west: 175, south: 60, east: -168, north: 70 })).toBe(expected);
  });

  it('is in a box that begins at the date line', () => {
    expect(isInBox({ lon: 180, lat: 66 }, { west: -180, south: 60, east: -168, north: 70 })).toBe(true);
  });
});
