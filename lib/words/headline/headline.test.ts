import { describe, expect, it } from 'vitest';
import type { Searched } from '../../query/coverage/searched';
import type { TotalResult } from '../../query/result';
import { NOT_REPORTED } from '../../series/estimate';
import { byEstimate } from '../../series/measures';
import type { DatasetId } from '../../series/model';
import { toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { certaintyWords, type Doubts, fractionNote, meaningOf, quietNotes } from './headline';

const SURE: Doubts = { links: false, dates: false, search: false };

const noun = { one: 'attack', many: 'attacks' };
const view = (query: string) => parseView('test' as DatasetId, new URLSearchParams(query)).view;

const UNREPORTED = {
  ...NOT_REPORTED,
  basis: {
    matched: 0,
    reported: 0,
    sure: 0,
    inBest: 0,
    added: 0,
    weight: 0,
    withoutBest: 0,
    open: 0,
    sum: null,
  },
};

function total(low: number, best: number, high: number, coarserThanBin = 0): TotalResult {
  return {
    incidents: { low, best, high },
    ...byEstimate(() => UNREPORTED),
    own: {},
    matched: high,
    undated: 0,
    coarserThanBin,
    byCertainty: { certain: 0, probable: 0, possible: 0, none: 0 },
  };
}

describe('what a count means', () => {
  it.each<[string, TotalResult, string]>([
    [
      'actor=x&relation=claimed',
      total(18, 23, 24),
      '23 attacks (18 to 24): 18 certain to have been claimed, and undisputed, up to 24 if all that is in doubt holds.',
    ],
    [
      'actor=x',
      total(1, 1.5, 2, 1),
      '2 attacks (1 to 2): 1 with a certain and undisputed link, surely in the window, up to 2 if all that is in doubt holds.',
    ],
    [
      '',
      total(9, 10, 11),
      '10 attacks (9 to 11): 9 of undisputed nature and surely in the window, up to 11 if all that is in doubt holds.',
    ],
    ['', total(5, 5, 5), '5 attacks, none of them in doubt.'],
    ['', total(0, 0, 0), 'No attack matches this view.'],
  ])('in “%s” is said in words', (query, result, words) => {
    expect(meaningOf(view(query), result, noun, SURE)).toBe(words);
  });

  it.each<keyof Doubts>(['links', 'dates', 'search'])('is not beyond doubt where %s are', (what) => {
    const words = meaningOf(view(''), total(5, 5, 5), noun, { ...SURE, [what]: true });
    expect(words).toBe('5 attacks, the same in the low and the high figure.');
  });

  it('explains a fraction that is shown, and no other', () => {
    expect(fractionNote(10.54)).toContain('is 10.5, a fraction');
    expect(fractionNote(10)).toBeNull();
    expect(fractionNote(9.99)).toBeNull();
  });

  it('adds up by certainty, without what is zero', () => {
    const counts = { certain: 20, probable: 3, possible: 0, none: 0 };
    expect(certaintyWords(counts, view('actor=x'))).toBe('20 certain and 3 probable');
    expect(certaintyWords(counts, view('relation=claimed'))).toBe(
      '20 certain and 3 probable to have been claimed',
    );
    expect(certaintyWords({ certain: 0, probable: 0, possible: 0, none: 1.5 }, view(''))).toBe(
      '1.5 without a link',
    );
  });
});

describe('the notes on a quiet spell', () => {
  const window = { from: toDay(2016, 1, 1), to: toDay(2024, 1, 1) };
  const searched = (outside: boolean): Searched => ({ reach: 'whole', missed: [], outside, watches: [] });
  const span = (from: number, to: number) => ({ from: toDay(from, 1, 1), to: toDay(to, 1, 1) });

  it('say where it touches the ends of the window and leaves the coverage', () => {
    expect(quietNotes(span(2018, 2019), window, searched(false))).toEqual([]);
    expect(quietNotes(span(2016, 2018), window, searched(true))).toEqual([
      'It begins with the window.',
      'Part of it lies outside the coverage, where nothing was looked for.',
    ]);
    expect(quietNotes(window, window, searched(false))).toEqual(['The whole window is quiet.']);
  });
});
