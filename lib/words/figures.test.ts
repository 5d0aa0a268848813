import { describe, expect, it } from 'vitest';
import {
  bestInWords,
  exactCount,
  formatBytes,
  formatCount,
  formatEstimate,
  formatNumber,
  formatQuantity,
  shownBasis,
  sumNotes,
  sumWords,
  wholeQuantity,
} from './figures';

describe('a number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [12_480, '12,480'],
    [1_234_567, '1,234,567'],
    [3.5, '3.5'],
    [3.25, '3.3'],
    [2.96, '3'],
    [1234.56, '1,234.6'],
    [999.96, '1,000'],
    [-3, '−3'],
    [-0.01, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('a count', () => {
  it.each([
    [{ low: 18, best: 23, high: 24 }, '23 (18–24)'],
    [{ low: 23, best: 23, high: 23 }, '23'],
    [{ low: 0, best: 0, high: 0 }, '0'],
    [{ low: 0, best: 0, high: 2 }, '0 (0–2)'],
    [{ low: 3, best: 3.5, high: 4 }, '4 (3–4)'],
    [{ low: 3, best: 10 / 3, high: 4 }, '3 (3–4)'],
    [{ low: 0, best: 0.2, high: 1 }, '<1 (0–1)'],
    [{ low: 670, best: 684.6, high: 702 }, '685 (670–702)'],
    [{ low: 11_900, best: 12_480, high: 13_001 }, '12,480 (11,900–13,001)'],
  ])('writes %o as %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it('is exact where the doubt about it is explained', () => {
    expect(exactCount({ low: 670, best: 684.6, high: 702 })).toBe('684.6 (670–702)');
  });

  it('is a label with its noun', () => {
    const noun = { one: 'event', many: 'events' };
    const said = [684.6, 1.2, 0.2, 0].map((value) => wholeQuantity(value, noun));
    expect(said).toEqual(['685 events', '1 event', '<1 event', '0 events']);
  });

  it('keeps the decimal of a mean, and none of a large sum', () => {
    const basis = {
      matched: 9,
      reported: 9,
      added: 9,
      inBest: 9,
      withoutBest: 0,
      open: 0,
      sure: 9,
      sum: 9,
      weight: 9,
    };
    const label = (best: number) => sumWords({ low: best, best, high: best, basis }).value;
    expect([label(1.27), label(4242.4)]).toEqual(['1.3', '4,242']);
  });
});

describe('an estimate', () => {
  const estimate = (low: number | null, best: number | null, high: number | null) => ({ low, best, high });
  it.each([
    [estimate(143, 145, 145), '145 (143–145)'],
    [estimate(null, 3, null), '3'],
    [estimate(3, 3, 3), '3'],
    [estimate(null, null, null), 'not reported'],
    [estimate(2, null, 70), '2–70, no best figure'],
    [estimate(2, null, null), 'at least 2'],
    [estimate(null, null, 7), 'up to 7, no best figure'],
    [estimate(4, null, 4), '4'],
    [estimate(1, 5, null), '5 (1–5)'],
    [estimate(null, 5, 9), '5 (5–9)'],
    [estimate(0, 0, 0), '0'],
    [estimate(1.5, 1.5, 1.5), '1.5'],
    [estimate(900, 1200, 1500), '1,200 (900–1,500)'],
  ])('writes %o as %s', (value, text) => {
    expect(formatEstimate(value)).toBe(text);
  });
});

describe('the best of a sum alone', () => {
  const basis = {
    matched: 4,
    reported: 3,
    sure: 0,
    inBest: 3,
    added: 3,
    weight: 3,
    withoutBest: 0,
    open: 0,
    sum: 5,
  };
  it.each([
    [{ low: 3, best: 5, high: 9, basis }, '5'],
    [{ low: 3, best: 5, high: 9, basis: { ...basis, withoutBest: 1 } }, '5+'],
    [{ low: 0, best: null, high: 42, basis }, 'not settled'],
    [{ low: null, best: null, high: null, basis: { ...basis, open: 1 } }, 'not settled'],
    [{ low: null, best: null, high: null, basis: { ...basis, reported: 0 } }, 'not reported'],
    [{ low: 0, best: 0, high: 2, basis: null }, '0'],
  ])('writes %o as %s', (sum, text) => {
    expect(bestInWords(sum)).toBe(text);
  });
});

describe('a quantity', () => {
  const noun = { one: 'attack', many: 'attacks' };
  it.each([
    [1, '1 attack'],
    [0, '0 attacks'],
    [0.5, '0.5 attacks'],
    [2, '2 attacks'],
    [1.02, '1 attack'],
  ])('writes %d with its noun as %s', (value, text) => {
    expect(formatQuantity(value, noun)).toBe(text);
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 kB'],
    [312, '0.3 kB'],
    [9_940, '9.9 kB'],
    [40_500, '40 kB'],
    [999_999, '999 kB'],
    [1_000_000, '1 MB'],
    [3_440_000, '3.4 MB'],
    [1_234_000_000, '1,234 MB'],
  ])('%i bytes are written “%s”', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

const BASIS = {
  matched: 3,
  reported: 2,
  sure: 0,
  inBest: 3,
  added: 2,
  weight: 2,
  withoutBest: 0,
  open: 0,
  sum: 5,
};

describe('what a sum rests on', () => {
  it('is how many of the incidents in high add to its best', () => {
    expect(sumNotes({ low: 5, best: 5, high: 5, basis: BASIS }, { one: 'attack', many: 'attacks' })).toEqual([
      'reported for 2 of 3 attacks',
    ]);
  });

  it('is said of high where all that report are of disputed nature', () => {
    const basis = { ...BASIS, added: 0, sum: null };
    expect(sumNotes({ low: 0, best: null, high: 42, basis }, { one: 'attack', many: 'attacks' })).toEqual([
      'reported for 2 of 3 attacks',
      'they add to the high end alone',
    ]);
  });

  it('is said of high where no incident stands in best, so that none is said not to report', () => {
    const sum = {
      ...{ low: 0, best: 0, high: 1 },
      basis: { ...BASIS, matched: 1, reported: 1, sure: 0, inBest: 0, added: 0, weight: 0, sum: 0 },
    };
    expect(sumNotes(sum, { one: 'attack', many: 'attacks' })).toEqual([
      'reported for 1 of 1 attack',
      'it adds to the high end alone',
    ]);
    expect(shownBasis(sum)).toEqual({ reported: 1, of: 1 });
  });

  it('says nothing of no incidents', () => {
    expect(
      sumNotes(
        { low: 0, best: 0, high: 0, basis: { ...BASIS, matched: 0 } },
        { one: 'attack', many: 'attacks' },
      ),
    ).toEqual([]);
  });
});
