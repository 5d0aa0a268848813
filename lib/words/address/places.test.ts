import { describe, expect, it } from 'vitest';
import { boxInWords, placesPart } from './places';

describe('Where, in words', () => {
  it.each([
    [[], ''],
    [['town:55.75:37.62'], ', at 55.75°N 37.62°E (known to the town)'],
    [['exact:-33.9:-70'], ', at 33.9°S 70°W (known exactly)'],
    [['country'], ', with a place known to the country only'],
    [['country', 'none'], ', with a place known to the country only or no place given'],
    [['none', 'town:1:2', 'town:1:3', 'town:1:4'], ', at 4 places'],
  ])('%j is said as “%s”', (places, said) => expect(placesPart(places)).toBe(said));

  it('names a hexagon by its middle', () => {
    expect(placesPart(['hex:200:60:61:66'])).toBe(', at the hexagon around 63.87°N 39.6°E');
  });

  it('names a box by its ends, over the date line, too', () => {
    expect(boxInWords({ west: 175.5, south: -10, east: -170, north: 0 })).toBe(
      '10°S to 0°, 175.5°E to 170°W',
    );
  });
});
