import { describe, expect, it } from 'vitest';
import { boundarySet } from '../store/outlines/boundary-sets';
import { distancesIn } from './near-country';

const kmFrom = distancesIn(boundarySet(null)!);

describe('how far a point lies from a country, or from all land', () => {
  it.each([
    // Names, and what maps say: a degree of a meridian is 111 km.
    ['Nigeria', 'in Lagos', 6.5, 3.4, 0, 0],
    ['Nigeria', 'a degree south of the beach of Lagos', 5.42, 3.42, 95, 120],
    ['Nigeria', 'in Paris', 48.86, 2.35, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['Germany', 'in Basel, on the border', 47.56, 7.59, 0, 10],
    ['Germany', 'in Strasbourg, on the border', 48.57, 7.75, 0, 10],
    ['Germany', 'in Innsbruck, 30 km south of it', 47.27, 11.4, 10, 35],
    ['Fiji', 'on Taveuni, by the date line', -16.85, -179.97, 0, 10],
    ['Fiji', 'a degree east of Taveuni', -16.85, -178.9, 90, 125],
    ['South Africa', 'in Lesotho, which is no part of it', -29.5, 28.2, 20, 150],
    [null, 'in Lesotho', -29.5, 28.2, 0, 0],
    [
      null,
      'in the Gulf of Guinea, where numbers that are left out would lie',
      1,
      1,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ],
    [null, 'at the south pole', -90, 0, 0, 0],
    [null, 'at the north pole', 90, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('of %s, %s', (country, _where, lat, lon, least, most) => {
    const km = kmFrom(country, { lat, lon })!;
    expect(km).toBeGreaterThanOrEqual(least);
    expect(km).toBeLessThanOrEqual(most);
  });

  it('is not known of what no outline has the name of, nor of the territory of a country', () => {
    expect(kmFrom('Atlantis', { lat: 30, lon: -30 })).toBe(null);
    expect(kmFrom('USA', { lat: 18.4, lon: -67 })).toBe(Number.POSITIVE_INFINITY);
    expect(kmFrom('USA TERRITORY', { lat: 18.4, lon: -67 })).toBe(null);
  });
});
