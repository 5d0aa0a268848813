import { describe, expect, it } from 'vitest';
import { comparisonInWords, comparisonsInWords } from '../../words/chance/comparisons';
import { countInterval } from './rate';
import { compareRates, type Pair, type Side } from './rate-comparisons';

const side = (id: string, count: number, exposure = 1000, change: Partial<Side> = {}): Side => ({
  ...{ id, count, uncovered: 0, exposure, people: null, less: false, dispersion: 1 },
  interval: countInterval(count, null),
  ...change,
});
const pair = (first: Side, second: Side, change: Partial<Pair> = {}): Pair => ({
  ...{ first, second, relation: 'apart', shared: 0, unknown: null, across: 'none', by: 'days' },
  ...change,
});
const said = (...pairs: readonly Pair[]) =>
  compareRates(pairs).map((one) => comparisonInWords(one, (id) => id.toUpperCase()));

describe('a comparison of two rates is said', () => {
  it('with its ratio and what else fits, the more frequent side first', () => {
    // R: 31 against 10 in equal days, binom.test(31, 41): 0.5970 to 0.8764, as odds 1.481 to 7.094.
    expect(said(pair(side('a', 31), side('b', 10)))).toEqual([
      'A 3.1 times as often as B; anything from 1.5 to 7.1 fits',
    ]);
    expect(said(pair(side('b', 10), side('a', 31)))).toEqual([
      'A 3.1 times as often as B; anything from 1.5 to 7.1 fits',
    ]);
  });

  it('by days, where the days are not the same', () => {
    // R: poisson.test(c(11, 21), c(800, 3011)): 0.858 to 4.277.
    expect(said(pair(side('a', 11, 800), side('b', 21, 3011)))).toEqual([
      'A and B: too few to tell apart (A 2 times as often as B; anything from 0.86 to 4.3 fits)',
    ]);
  });

  it('to be about the same only where chance reaches no further', () => {
    expect(said(pair(side('a', 5000), side('b', 5050)))[0]).toMatch(
      /^A about as often as B \(B 1\.01 times as often as A;/,
    );
  });

  it('without a ratio where one side had none', () => {
    expect(said(pair(side('a', 12), side('b', 0)))).toEqual([
      'A 12, B none: anything from 2.8 times as often up fits',
    ]);
    expect(said(pair(side('b', 0), side('a', 12)))).toEqual([
      'A 12, B none: anything from 2.8 times as often up fits',
    ]);
  });

  it('to be none where it cannot be made, with the reason', () => {
    expect(
      said(
        pair(side('a', 3), side('b', 2), { relation: 'part' }),
        pair(side('a', 3), side('b', 2), { relation: 'same-days' }),
        pair(side('a', 3), side('b', 2, 0)),
        pair(side('a', 0), side('b', 0)),
        pair(side('a', 3), side('b', 3), { shared: 3 }),
      ),
    ).toEqual([
      'A and B cannot be compared: one is a part of the other',
      'A and B cannot be compared: they share days',
      'A and B cannot be compared: for one of them nobody looked on any day',
      'A and B cannot be compared: neither has any on a day that was searched',
      'A and B cannot be compared: all that counts in one counts in the other',
    ]);
  });

  it('to be none with several sides for one reason, once', () => {
    const days = { relation: 'same-days' } as const;
    const a = side('a', 31);
    const pairs = [
      pair(a, side('b', 2), days),
      pair(a, side('c', 10)),
      pair(a, side('d', 2), days),
      pair(a, side('e', 2, 0)),
      pair(a, side('f', 2), days),
    ];
    expect(comparisonsInWords(compareRates(pairs), (id) => id.toUpperCase())).toEqual([
      'A cannot be compared with B, D and F: it shares days with each of them',
      'A 3.1 times as often as C; anything from 1.5 to 7.1 fits',
      'A and E cannot be compared: for one of them nobody looked on any day',
    ]);
  });

  it('to be none where what counts in both cannot be told, with what to do', () => {
    expect(said(pair(side('a', 3), side('b', 2), { shared: null, unknown: 'links' }))).toEqual([
      'A and B cannot be compared: how many count in both is not known, for they differ at once in actors and in how these are tied, and more than 1,000 are too many to look through. Narrow both views to fewer, or let them differ in something else',
    ]);
  });

  it('to be not judged across a break until it was seen, and then with a caution', () => {
    expect(said(pair(side('a', 31), side('b', 10), { across: 'unseen' }))).toEqual([
      'A and B are not judged: their days were not searched alike, so that a difference may be one of looking',
    ]);
    expect(said(pair(side('a', 31), side('b', 10), { across: 'seen' }))).toEqual([
      'A 3.1 times as often as B; anything from 1.5 to 7.1 fits; their days were not searched alike, so a difference may be one of looking',
    ]);
  });

  it('of those that count in both, to leave them out', () => {
    const [one] = compareRates([pair(side('a', 34), side('b', 13), { shared: 3 })]);
    expect(one).toMatchObject({ ratio: { ratio: 3.1 } });
    expect(said(pair(side('a', 34), side('b', 13), { shared: 3 }))[0]).toMatch(
      /; the 3 that count in both are left out$/,
    );
  });

  it('with less certainty among many, and none that one alone had', () => {
    // Two-sided p of 14 against 4: 0.0309.
    const near = pair(side('a', 14), side('b', 4));
    expect(compareRates([near])[0]).toMatchObject({ verdict: 'differ' });
    const many = compareRates([near, ...Array.from({ length: 9 }, () => pair(side('c', 5), side('d', 5)))]);
    expect(many[0]).toMatchObject({ verdict: 'alone', tests: 10 });
    expect(comparisonInWords(many[0]!, (id) => id)).toMatch(/among 10 comparisons chance alone may make/);
  });

  it('with what counts vary by, and how they were searched', () => {
    const first = side('a', 31, 1000, { dispersion: 3, less: true });
    expect(said(pair(first, side('b', 10)))[0]).toMatch(
      /^A and B: too few to tell apart .*; counts vary 3 times as much as by chance, which is allowed for; some days were searched thinly or not at all/,
    );
  });

  it('without NaN or Infinity, whatever is compared', () => {
    const sides = [0, 0.3, 1, 7, 1e6].flatMap((count) => [0, 1, 3650].map((days) => side('x', count, days)));
    const pairs = sides.flatMap((a) => sides.flatMap((b) => [0, 1].map((shared) => pair(a, b, { shared }))));
    for (const text of said(...pairs.slice(0, 450))) expect(text).not.toMatch(/NaN|Infinity|null|undefined/);
    const values = JSON.stringify(compareRates(pairs.slice(0, 450)), (_, value) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'BAD' : value,
    );
    expect(values).not.toContain('BAD');
  });

  it('to be too many from some number on', () => {
    const many = compareRates(Array.from({ length: 10_000 }, () => pair(side('a', 3), side('b', 9))));
    expect(many).toHaveLength(10_000);
    expect(many.every((one) => one.kind === 'refused' && one.why === 'too-many')).toBe(true);
  });
});
