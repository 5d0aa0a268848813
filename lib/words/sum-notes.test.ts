import { describe, expect, it } from 'vitest';
import { shownBasis, sumNotes } from './sum-notes';

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
    expect(sumNotes({ low: 5, best: 5, high: 5, basis: BASIS })).toEqual(['reported for 2 of 3 incidents']);
  });

  it('is said of high where all that report are of disputed nature', () => {
    const basis = { ...BASIS, added: 0, sum: null };
    expect(sumNotes({ low: 0, best: null, high: 42, basis })).toEqual([
      'reported for 2 of 3 incidents',
      'they add to the high end alone',
    ]);
  });

  it('is said of high where no incident stands in best, so that none is said not to report', () => {
    const sum = {
      ...{ low: 0, best: 0, high: 1 },
      basis: { ...BASIS, matched: 1, reported: 1, sure: 0, inBest: 0, added: 0, weight: 0, sum: 0 },
    };
    expect(sumNotes(sum)).toEqual(['reported for 1 of 1 incident', 'it adds to the high end alone']);
    expect(shownBasis(sum)).toEqual({ reported: 1, of: 1 });
  });

  it('says nothing of no incidents', () => {
    expect(sumNotes({ low: 0, best: 0, high: 0, basis: { ...BASIS, matched: 0 } })).toEqual([]);
  });
});
