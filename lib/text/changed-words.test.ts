import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedWords } from './changed-words';

/** Changed pieces in brackets. */
function marked(pieces: ReturnType<typeof changedWords>['before']): string {
  return pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
}

function both(before: string, after: string): readonly [string, string] {
  const pieces = changedWords(before, after);
  return [marked(pieces.before), marked(pieces.after)];
}

describe('the changed words of two texts', () => {
  it('are those that only one of them has', () => {
    expect(both('Two men were shot near Shali.', 'Two men were stabbed near Shali.')).toEqual([
      'Two men were [shot ]near Shali.',
      'Two men were [stabbed ]near Shali.',
    ]);
    expect(both('2', '2 (2–3)')).toEqual(['2', '2 [(2–3)]']);
    expect(both('ck-39364', 'ck-39353, ck-39364')).toEqual(['ck-39364', '[ck-39353, ]ck-39364']);
  });

  it('are all of them where the texts have little in common', () => {
    expect(both('The source gives only the month.', 'Officials spoke of three dead')).toEqual([
      '[The source gives only the month.]',
      '[Officials spoke of three dead]',
    ]);
    expect(both('none', '4')).toEqual(['[none]', '[4]']);
  });

  it('leave both texts whole, and what is not marked the same in both but for blanks', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', ',', '(', ')', 'a  '), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = changedWords(before, after);
        const whole = (part: typeof pieces.before) => part.map((piece) => piece.text).join('');
        const kept = (part: typeof pieces.before) =>
          part
            .filter(({ changed }) => !changed)
            .map((piece) => piece.text)
            .join('')
            .replace(/\s/g, '');
        expect(whole(pieces.before)).toBe(before);
        expect(whole(pieces.after)).toBe(after);
        expect(kept(pieces.before)).toBe(kept(pieces.after));
      }),
    );
  });
});
