import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesInOrder } from '../../../text/text-places';
import { PackedValues } from './values';

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', '\u0001', 'a\u0001', '\ud800', '\u0000', 'é', 'x'.repeat(17)),
);

it('packed values are those that were packed, short or long, odd or not', () => {
  const value = fc.oneof(text, fc.constantFrom(undefined, null, 7, true), fc.array(text, { maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), (values) => {
      const packed = new PackedValues<unknown>();
      for (const one of values) packed.push(one);
      expect([...packed]).toEqual(values);
      expect(values.map((_, code) => packed.at(code))).toEqual(values);
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      const read = Array.from(packed.utf8(), (one) =>
        one instanceof Uint8Array ? decoder.decode(one) : one,
      );
      expect(read).toEqual(values);
      const backwards = Uint32Array.from([...values.keys()].reverse());
      expect([...packed.inOrder(backwards)]).toEqual(values.toReversed());
    }),
    { numRuns: 200, seed: 20261130 },
  );
});

it('packed texts are put in the order that others are', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const packed = new PackedValues<string>();
      for (const one of texts) packed.push(one);
      const inOrder = (places: Uint32Array) => Array.from(places, (place) => texts[place]);
      expect(inOrder(placesInOrder(packed))).toEqual(inOrder(placesInOrder(texts)));
    }),
    { numRuns: 200, seed: 20261130 },
  );
});
