import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldNumbers, now, partsInTurn } from './text-parts';

/** The texts in which each part stands, in the order in which parts come first. */
function placesByPart(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, at) => {
    for (const part of text.split(/[\n ]/)) places.set(part, [...(places.get(part) ?? []), at]);
  });
  return places;
}

it('parts of texts that come in turn are those of all, however few come at once', () => {
  const text = fc.array(
    fc.constantFrom('a', 'b c', 'd\ne', '', 'a a', 'é à', '\ud800', 'f\0g', 'x'.repeat(50)),
    { maxLength: 6 },
  );
  const texts = fc.array(text, { minLength: 30, maxLength: 60 });
  const same = fc.property(texts, fc.integer({ min: 1, max: 200 }), (parts, most) => {
    const all = parts.map((some) => some.join(' '));
    const expected = placesByPart(all);
    const { lines, size, places } = now(partsInTurn(all, most, heldNumbers));
    fc.pre(places !== null);
    expect(size).toBe(expected.size);
    expect([...lines].map((line) => line.text).join('\n')).toBe([...expected.keys()].join('\n'));
    expect([...places!.inTurn(most)].flatMap((some) => [...some])).toEqual([...expected.values()].flat());
    const counts = Array.from(places!.starts.subarray(1), (end, part) => end - places!.starts[part]!);
    expect(counts).toEqual([...expected.values()].map((some) => some.length));
  });
  fc.assert(same, { numRuns: 100, seed: 20261129 });
});
