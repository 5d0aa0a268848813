import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Place } from '../../../series/model';
import { PackedPlaces, placeNames, pointsOf } from './packed-places';

it('packed places are those that were packed', () => {
  const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 6 }));
  const degree = fc.option(fc.double({ min: -180, max: 180, noNaN: true }).map((one) => one + 0));
  const place = fc.record({
    ...{ name: text, country: text, lat: degree, lon: degree },
    ...{ precision: fc.constantFrom(null, 'exact', 'district'), note: text },
  }) as fc.Arbitrary<Place>;
  const same = fc.property(fc.array(place, { maxLength: 60 }), (places) => {
    const packed = new PackedPlaces();
    for (const one of places) packed.push(one);
    expect([...packed]).toEqual(places);
    expect([...PackedPlaces.of(packed.columns)]).toEqual(places);
    expect(packed.at(places.length)).toBeUndefined();
    expect(Array.from(pointsOf(packed), ({ lat, lon, precision }) => [lat, lon, precision])).toEqual(
      places.map(({ lat, lon, precision }) => [lat, lon, precision]),
    );
    const rows = Uint8Array.from([...places.keys()].reverse());
    const names = placeNames({ codes: rows, values: packed });
    expect(Array.from(names.codes, (code) => names.values.at(code))).toEqual(
      places.map(({ name }) => name).reverse(),
    );
    expect([...names.values]).toEqual([...new Set(places.map(({ name }) => name))]);
  });
  fc.assert(same, { numRuns: 100, seed: 20261129 });
});

it('more of them than there was room for first stand at their codes', () => {
  const packed = new PackedPlaces();
  const lats = Array.from({ length: 3000 }, (_, at) => at / 100);
  for (const lat of lats) {
    packed.push({ name: `N ${lat}`, country: 'X', lat, lon: null, precision: null, note: null } as Place);
    packed.at(0);
  }
  expect(packed.map(({ name, lat }) => `${name} at ${lat}`)).toEqual(lats.map((lat) => `N ${lat} at ${lat}`));
});
