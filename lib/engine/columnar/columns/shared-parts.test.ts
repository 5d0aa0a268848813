import { expect, it } from 'vitest';
import { incident } from '../../../../testing/series/hand-made';
import { sharedParts } from './shared-parts';

it('gives incidents the same date, links and figures where they are equal', () => {
  const share = sharedParts();
  const [a, b] = ['a', 'b'].map((id) => share(incident(id, '2020-03-02', ['red involved certain'])));
  expect(a!.date).toBe(b!.date);
  expect(a!.links).toBe(b!.links);
  expect(a!.place).toBe(b!.place);
  expect(a!.fatalities).toBe(b!.fatalities);
});

it('changes nothing of an incident', () => {
  const share = sharedParts();
  const all = [
    incident('a', '2020-03-02', ['red involved certain']),
    incident('b', '2020-03-02', ['red involved possible']),
    incident('c', '2020-03-02', ['red claimed certain!']),
    incident('d', '2020-03', ['red involved certain', 'blue involved certain'], {
      title: 'a',
      targets: ['x', 'y'],
    }),
    incident('e', '2020-03', [], { targets: ['x'], subtypes: ['x' as never], regions: ['x' as never] }),
  ];
  expect(all.map(share)).toEqual(all);
});

it('keeps apart what differs in one value only', () => {
  const share = sharedParts();
  const place = { name: 'A', country: null, lat: 1, lon: 2, precision: null, note: null };
  const [a, b] = [
    share(incident('a', '2020-03-02', [], { place })),
    share(incident('b', '2020-03-02', [], { place: { ...place, lon: 3 } })),
  ];
  expect([a.place.lon, b.place.lon]).toEqual([2, 3]);
});
