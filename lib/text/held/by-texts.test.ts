import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByTexts } from './by-texts';

describe('values by several texts', () => {
  it('are found as a plain map of the texts in one finds them', () => {
    const text = fc.constantFrom('', 'a', 'b', 'ab', 'a longer text than is copied');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text)), (all) => {
        const [known, plain] = [new ByTexts<number>(), new Map<string, number>()];
        for (const [at, texts] of all.entries()) {
          const key = JSON.stringify(texts);
          expect(known.get(texts)).toBe(plain.get(key));
          if (plain.has(key)) continue;
          known.add(texts, at);
          plain.set(key, at);
        }
        expect(known.size).toBe(plain.size);
      }),
    );
  });

  it('are none once they are forgotten', () => {
    const known = new ByTexts<number>();
    known.add(['a', 'b'], 1);
    known.clear();
    expect([known.get(['a', 'b']), known.size]).toEqual([undefined, 0]);
  });
});
