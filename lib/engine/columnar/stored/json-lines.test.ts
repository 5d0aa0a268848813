import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonLines } from './json-lines';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

it('gives values as JSON does, also those that come as the bytes of a text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '',
      '“x” "y"',
      'a\\n',
      'a\nb',
      '\0',
      '\u007f\u2028',
      '\ufeffmark',
      '\u{1f4a5}'.repeat(3000),
    ),
  );
  const value = fc.oneof(
    fc.record({ text, isBytes: fc.boolean() }),
    fc.constantFrom(null, undefined, 7, ['a\nb'], '\ud83d'),
  );
  const groups = fc.array(fc.array(value, { maxLength: 9 }), { maxLength: 5 });
  const lines = new JsonLines();
  const same = fc.property(groups, (all) => {
    for (const group of all) {
      const plain = group.map((one) => (one instanceof Object && 'text' in one ? one.text : one));
      for (const one of group) {
        if (!(one instanceof Object && 'text' in one)) lines.add(one);
        else lines.add(one.isBytes ? encoder.encode(one.text) : one.text);
      }
      expect(lines.size).toBe(group.length);
      const expected = plain.map((one) => JSON.stringify(one) ?? 'null').join('\n');
      expect(decoder.decode(lines.take())).toBe(expected);
    }
  });
  fc.assert(same, { numRuns: 300, seed: 20261130 });
});
