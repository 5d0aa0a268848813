import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { cssString } from './css-string';

/** A string of CSS as the standard reads its escapes (CSS Syntax 3, 4.3.7). */
function read(string: string): string {
  return string
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

describe('a string of CSS', () => {
  it.each([
    ['Killed, best', '"Killed\\2c  best"'],
    ['Région 2', '"Région 2"'],
    ['a\\b', '"a\\5c b"'],
    ['one\ntwo', '"one\\a two"'],
    ['"; color: red', '"\\22 \\3b  color\\3a  red"'],
    ['\u{1f30d}', '"\\1f30d "'],
  ])('is written of %j', (text, string) => {
    expect(cssString(text)).toBe(string);
    expect(read(string)).toBe(text);
  });

  it('does not end the element that it stands in', () => {
    const rule = `p{content:${cssString('</style><b>bold</b><!--')}}`;
    const { document } = new JSDOM(`<!DOCTYPE html><style>${rule}</style><i>after</i>`).window;
    expect(document.querySelector('style')?.textContent).toBe(rule);
    expect(document.querySelector('b')).toBeNull();
    expect(document.querySelector('i')?.textContent).toBe('after');
  });
});
