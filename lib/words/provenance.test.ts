import { describe, expect, it } from 'vitest';
import { IMPORT_TEXTS, statedText } from '../series/stated';
import { toDay } from '../time/day';
import { asOfSentence, asOfWords, coverageWords, importedText } from './provenance';

describe('what a series says of itself', () => {
  const days = { from: toDay(2017, 1, 1), to: toDay(2024, 6, 30), note: '' };
  it.each([
    ['Russia', 'Russia, 1 Jan 2017 to 30 Jun 2024'],
    ['Not stated', '1 Jan 2017 to 30 Jun 2024'],
  ])('names the places that were watched only where it names some: %s', (places, words) => {
    expect(coverageWords({ ...days, places })).toBe(words);
  });

  it.each([
    ['Not stated.', null],
    ['', null],
    ['Not stated by the police', 'Not stated by the police'],
  ])('is left out where it only says that nothing is said: %j', (text, shown) => {
    expect(statedText(text)).toBe(shown);
  });
});

describe('a text that an import wrote', () => {
  const noun = { one: 'raid', many: 'raids' };
  it('takes the noun of the series', () => {
    expect(importedText(IMPORT_TEXTS.noKnownDay, noun)).toBe('No raid has a known day.');
    for (const text of Object.values(IMPORT_TEXTS))
      expect(importedText(text, noun)).not.toContain('incident');
  });

  it('stands as written where somebody else wrote it', () => {
    expect(importedText('Each incident was read twice.', noun)).toBe('Each incident was read twice.');
  });
});

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
