import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Place } from '../../../series/model';
import { namesOf, PackedPlaces, pointsOf } from './packed-places';
import { PartlyPacked } from './values';

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
    const partly = new PartlyPacked(places.slice(0, 3), PackedPlaces.of(packed.columns));
    const all = [...places.slice(0, 3), ...places];
    expect([...namesOf(partly)]).toEqual(all.map(({ name }) => name));
    expect(Array.from(pointsOf(partly), ({ lat, lon, precision }) => [lat, lon, precision])).toEqual(
      all.map(({ lat, lon, precision }) => [lat, lon, precision]),
    );
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
