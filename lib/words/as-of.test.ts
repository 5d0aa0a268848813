import { describe, expect, it } from 'vitest';
import { asOfSentence, asOfWords } from './as-of';

describe('as of when sources speak', () => {
  it.each([
    ['2026', 'figures as published until 2026'],
    ['2026-11', 'figures as published until Nov 2026'],
    ['2026-11-28', 'figures as published until 28 Nov 2026'],
  ])('is said in words for %s', (sourcesUntil, words) => {
    expect(asOfWords({ sourcesUntil })).toBe(words);
    expect(asOfSentence({ sourcesUntil })).toBe(` F${words.slice(1)}.`);
  });

  it('is not said where the series does not say it', () => {
    expect([asOfWords({}), asOfSentence({})]).toEqual([null, '']);
  });
});
