import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byCodePoint } from './order';
import { orderOfTexts, placesInOrder } from './text-places';

function inOrder(texts: readonly string[]): readonly string[] {
  return Array.from(placesInOrder(texts), (place) => texts[place]!);
}

it('texts of any characters stand in the order of their code points', () => {
  const some = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'é', '\uffee', '😀', 'Z'), maxLength: 9 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom('x'.repeat(200), `${'x'.repeat(200)}y`, '\ud800', '\ud800a'),
  );
  const sorted = fc.property(fc.array(some, { maxLength: 80 }), (texts) => {
    expect(inOrder(texts)).toEqual(texts.toSorted(byCodePoint));
  });
  fc.assert(sorted, { numRuns: 400, seed: 20261129 });
});

it('are in the same order however few bytes of them are held at once', () => {
  const some = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '\ud800'), maxLength: 90 });
  const few = fc.array(fc.tuple(fc.constantFrom('', 'x'.repeat(15), 'x'.repeat(16), 'é'.repeat(40)), some), {
    maxLength: 60,
  });
  const sorted = fc.property(few, fc.integer({ min: 1, max: 4000 }), (pairs, most) => {
    const texts = pairs.map((pair) => pair.join(''));
    const { places, isSame } = orderOfTexts(texts, most);
    const found = Array.from(places, (place) => texts[place]!);
    expect(found).toEqual(texts.toSorted(byCodePoint));
    expect([...isSame]).toEqual(found.map((text, at) => (at > 0 && found[at - 1] === text ? 1 : 0)));
    expect(places.toSorted()).toEqual(Uint32Array.from(texts, (_, at) => at));
  });
  fc.assert(sorted, { numRuns: 300, seed: 20261129 });
});

it('each place is given once, equal texts too', () => {
  const texts = Array.from({ length: 5000 }, (_, at) => `same beginning ${at % 7}`);
  expect(placesInOrder(texts).toSorted()).toEqual(Uint32Array.from(texts, (_, at) => at));
  expect(inOrder(texts)).toEqual(texts.toSorted());
});
