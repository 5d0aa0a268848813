import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byCodePoint } from './order';
import { placesInOrder } from './text-places';

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

it('each place is given once, equal texts too', () => {
  const texts = Array.from({ length: 5000 }, (_, at) => `same beginning ${at % 7}`);
  expect(placesInOrder(texts).toSorted()).toEqual(Uint32Array.from(texts, (_, at) => at));
  expect(inOrder(texts)).toEqual(texts.toSorted());
});
