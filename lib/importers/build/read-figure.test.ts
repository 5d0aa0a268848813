import { describe, expect, it } from 'vitest';
import { readFigure } from './read-figure';

const UNKNOWN = new Set(['-9', '-99', '99999']);

/** `low/best/high`, with `-` for null and the doubt at the end; `blank`; or `bad`. */
function read(text: string): string {
  const found = readFigure(text, UNKNOWN);
  if (found.kind !== 'figure') return found.kind;
  const figures = [found.low, found.best, found.high].map((one) => one ?? '-').join('/');
  return found.doubt === null ? figures : `${figures} ${found.doubt}`;
}

describe('a number of people', () => {
  it.each([
    ['0', '-/0/-'],
    ['12', '-/12/-'],
    ['007', '-/7/-'],
    ['1,234', '-/1234/-'],
    ['12,345,678', '-/12345678/-'],
    ['1 234', '-/1234/-'],
    ['1\u202f234', '-/1234/-'],
    ["1'234", '-/1234/-'],
    ['1.234.567', '-/1234567/-'],
    ['1.234,5', '-/1234.5/-'],
    ['1,234.5', '-/1234.5/-'],
    ['2.5', '-/2.5/-'],
    ['0,5', '-/0.5/-'],
    ['5.0', '-/5/-'],
    ['1.333333', '-/1.333333/-'],
    ['0.333', '-/0.333/-'],
  ])('is read from %s as it stands', (text, figures) => expect(read(text)).toBe(figures));

  it.each([
    ['12+', '12/-/-'],
    ['1,200 +', '1200/-/-'],
    ['at least 5', '5/-/-'],
    ['At Least 5', '5/-/-'],
    ['more than 100', '100/-/-'],
    ['≥3', '3/-/-'],
    ['5 or more', '5/-/-'],
    ['up to 5', '0/-/5'],
    ['<10', '0/-/10'],
    ['10-15', '10/-/15'],
    ['10 – 15', '10/-/15'],
    ['1,000 to 1,500', '1000/-/1500'],
    ['between 3 and 4', '3/-/4'],
    ['~12', '-/12/- about'],
    ['about 1,200', '-/1200/- about'],
    ['c. 40', '-/40/- about'],
    ['1.234', '-/1.234/- point'],
  ])('is read from %s as far as it is certain', (text, figures) => expect(read(text)).toBe(figures));

  it.each(['', '-9', '-99', '-99.0', '99999', '?', '-', 'n/a', 'NA', 'Unknown', 'null'])(
    'is not reported by "%s"',
    (text) => expect(read(text)).toBe('blank'),
  );

  it.each([
    'dozens',
    'several',
    '-3',
    '15-10',
    '1e3',
    '0x10',
    'Infinity',
    '1,23,4',
    '12 killed',
    '99999999999',
    'none',
    '1'.repeat(5000),
    `${'1,'.repeat(3000)}x`,
  ])('is not guessed from %s', (text) => expect(read(text)).toBe('bad'));
});
