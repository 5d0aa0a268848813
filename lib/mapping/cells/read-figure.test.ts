import { describe, expect, it } from 'vitest';
import { isFigureLike, readFigure } from './read-figure';

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
    ['more than 100', '101/-/-'],
    ['≥3', '3/-/-'],
    ['5 or more', '5/-/-'],
    ['up to 5', '-/-/5'],
    ['<10', '-/-/9'],
    ['10-15', '10/-/15'],
    ['10 – 15', '10/-/15'],
    ['1,000 to 1,500', '1000/-/1500'],
    ['between 3 and 4', '3/-/4'],
    ['~12', '-/12/- about'],
    ['about 1,200', '-/1200/- about'],
    ['c. 40', '-/40/- about'],
    ['1.234', '-/1.234/- point'],
  ])('is read from %s as far as it is certain', (text, figures) => expect(read(text)).toBe(figures));

  it.each([
    ['más de 12', '13/-/-'],
    ['al menos 12', '12/-/-'],
    ['12 o más', '12/-/-'],
    ['au moins 3', '3/-/-'],
    ['mindestens 3', '3/-/-'],
    ['mehr als 3', '4/-/-'],
    ['não menos de 3', 'bad'],
    ['no mínimo 3', '3/-/-'],
    ['не менее 12', '12/-/-'],
    ['более 12', '13/-/-'],
    ['12 и более', '12/-/-'],
    ['до 5', '-/-/5'],
    ['щонайменше 4', '4/-/-'],
    ['понад 4', '5/-/-'],
    ['على الأقل ١٢', '12/-/-'],
    ['أكثر من ١٢', '13/-/-'],
    ['۱۲', '-/12/-'],
    ['١٬٢٠٠', '-/1200/-'],
    ['от 5 до 8', '5/-/8'],
    ['entre 3 y 5', '3/-/5'],
    ['3 a 5', '3/-/5'],
    ['около 30', '-/30/- about'],
    ['unos 30', '-/30/- about'],
    ['3 and 5', 'bad'],
    ['5 of 7', 'bad'],
  ])('is read in words of many languages from %s', (text, figures) => expect(read(text)).toBe(figures));

  it.each([
    ['5 (disputed)', '-/5/- note'],
    ['5*', '-/5/- note'],
    ['5[a]', '-/5/- note'],
    ['12+ (est.)', '12/-/- note'],
    ['5 (+1)', '-/5/-'],
    ['1,200 (+2 attackers)', '-/1200/-'],
  ])('counts with a note beside it: %s', (text, figures) => expect(read(text)).toBe(figures));

  it('counts attackers apart where a plus says so', () => {
    expect(readFigure('5 (+1)', UNKNOWN)).toMatchObject({ best: 5, attackers: 1 });
    expect(readFigure('5 (1)', UNKNOWN)).toMatchObject({ best: 5, attackers: null, doubt: 'note' });
  });

  it.each([
    ['1.200', 1200],
    ['350', 350],
    ['1.200,5', 1200.5],
    ['0.333', 0.333],
    ['2,5', 2.5],
  ])('is read from %s where the comma parts decimals', (text, best) =>
    expect(readFigure(text, UNKNOWN, 'comma')).toMatchObject({ best, doubt: null }),
  );

  it.each(['нет данных', 'sin datos', 'غير معروف', 'None', 'N/A', '…'])('is not reported by %s', (text) =>
    expect(read(text)).toBe('blank'),
  );

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
    '(5)',
    'fewer than 0',
  ])('is not guessed from %s', (text) => expect(read(text)).toBe('bad'));
});

it('tells texts that stand where a number should from notes', () => {
  const alike = [
    '5',
    '?',
    'dozens',
    'several',
    '12 killed',
    '5 (+1)',
    'decenas',
    'несколько',
    'десятки',
    'عشرات',
  ];
  expect(alike.filter((text) => !isFigureLike(text))).toEqual([]);
  expect(['Bombing', 'Port A', 'by a mine'].filter(isFigureLike)).toEqual([]);
});
