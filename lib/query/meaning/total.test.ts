import { describe, expect, it } from 'vitest';
import { day, figure, filter, incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { Incident } from '../../series/model';
import type { Filter } from '../query';
import { evaluate } from './evaluate';

/** Low, best and high of the incidents that a filter matches. */
function counts(
  incidents: readonly Incident[],
  clauses: Partial<Filter> = {},
  parents: readonly string[] = [],
) {
  const query = { kind: 'total', filter: filter(clauses), bin: 'month' } as const;
  const { low, best, high } = evaluate(seriesOfHand(incidents, parents), query).incidents;
  return [low, best, high];
}

describe('a count by links', () => {
  const one = (...links: string[]) => [incident('x', '2020-03-04', links)];
  const asked = { actors: ['a'] };

  it.each<[string, string[], Partial<Filter>, number[]]>([
    ['takes a certain link into all three', ['a claimed certain'], asked, [1, 1, 1]],
    ['keeps a probable link out of low', ['a claimed probable'], asked, [0, 1, 1]],
    ['takes a possible link into high alone', ['a claimed possible'], asked, [0, 0, 1]],
    ['keeps a disputed link out of low', ['a claimed certain!'], asked, [0, 1, 1]],
    ['takes a suspicion into high alone', ['a suspected certain'], asked, [0, 0, 1]],
    ['takes a suspicion that is asked for', ['a suspected certain'], { relations: ['suspected'] }, [1, 1, 1]],
    [
      'leaves a possible suspicion in high though asked for',
      ['a suspected possible'],
      { relations: ['suspected'] },
      [0, 0, 1],
    ],
    ['takes the firmest of several links', ['a claimed possible', 'a attributed certain'], asked, [1, 1, 1]],
    ['does not doubt links that nobody asked about', ['a claimed possible'], {}, [1, 1, 1]],
    [
      'does not doubt links for a clause on certainty',
      ['a claimed possible'],
      { certainties: ['possible'] },
      [1, 1, 1],
    ],
    ['gives each rival its claim', ['a claimed certain', 'b claimed certain'], asked, [1, 1, 1]],
    [
      'wants actor and relation on one link',
      ['a attributed certain', 'b claimed certain'],
      { ...asked, relations: ['claimed'] },
      [0, 0, 0],
    ],
    ['finds incidents without links under none', [], { actors: ['none'] }, [1, 1, 1]],
    ['matches nothing by an unknown actor', ['a claimed certain'], { actors: ['z'] }, [0, 0, 0]],
  ])('%s', (_, links, clauses, expected) => {
    expect(counts(one(...links), clauses)).toEqual(expected);
  });

  it('counts a child under its parent, and not the other way', () => {
    expect(counts(one('b claimed certain'), asked, ['b a'])).toEqual([1, 1, 1]);
    expect(counts(one('a claimed certain'), { actors: ['b'] }, ['b a'])).toEqual([0, 0, 0]);
  });

  it('keeps an incident of disputed nature out of low', () => {
    expect(counts([incident('x', '2020-03-04', [], { natureDisputed: true })])).toEqual([0, 1, 1]);
  });
});

describe('a count by date', () => {
  it.each<[string, string, number[]]>([
    ['a day inside', '2020-03-04', [1, 1, 1]],
    ['a day outside', '2019-12-31', [0, 0, 0]],
    ['a year inside', '2020', [1, 1, 1]],
    ['a doubtful day at the edge', '2020-12-31?', [0, 1, 1]],
    ['a doubtful day just outside', '2021-01-01?', [0, 0, 1]],
    ['one of two days, one of them inside', '[2019-12-31,2020-03-04]', [0, 0.5, 1]],
    ['four days, three of them inside', '[2019-12-31..2020-01-03]', [0, 0.75, 1]],
    ['an open start', '../2020-06-01', [0, 0, 1]],
    ['a range by its start', '2020-12-30/2021-02-01', [1, 1, 1]],
    ['a range that began before', '2019-12-30/2020-02-01', [0, 0, 0]],
  ])('reads %s', (_, date, expected) => {
    expect(counts([incident('x', date)])).toEqual(expected);
  });

  it('is empty in a reversed window and where nothing may match', () => {
    const all = [incident('x', '2020-03-04')];
    expect(counts(all, { from: day('2020-03-05'), to: day('2020-03-03') })).toEqual([0, 0, 0]);
    expect(counts(all, { nothing: true })).toEqual([0, 0, 0]);
  });

  it('tells what is undated and what is coarser than the bin', () => {
    const dates = ['2020-03-04', '2020-03', '2020', '../2020-05-01', '2020-03-31?'];
    const series = seriesOfHand(dates.map((date) => incident(date, date)));
    const total = evaluate(series, { kind: 'total', filter: filter(), bin: 'month' });
    expect([total.matched, total.undated, total.coarserThanBin]).toEqual([5, 1, 2]);
  });
});

describe('casualties', () => {
  function killed(incidents: readonly [figures: string, date: string, disputed?: 'disputed'][]) {
    const all = incidents.map(([figures, date, disputed], i) =>
      incident(`i${i}`, date, [], { fatalities: figure(figures), natureDisputed: disputed !== undefined }),
    );
    return evaluate(seriesOfHand(all), { kind: 'total', filter: filter(), bin: 'month' });
  }

  it.each<[string, Parameters<typeof killed>[0], (number | null)[]]>([
    ['take a single figure for all three', [['3', '2020-03-04']], [3, 3, 3]],
    [
      'add up each end',
      [
        ['1-2-5', '2020-03-04'],
        ['3', '2020-03-05'],
      ],
      [4, 5, 8],
    ],
    [
      'skip what nobody reports',
      [
        ['3', '2020-03-04'],
        ['-', '2020-03-05'],
      ],
      [3, 3, 3],
    ],
    ['are null where nobody reports any', [['-', '2020-03-04']], [null, null, null]],
    ['are null where nothing happened, for nobody reports any', [], [null, null, null]],
    [
      'are null in all three where nobody reports any, though no incident is beyond doubt',
      [['-', '2020-12-31?']],
      [null, null, null],
    ],
    [
      'add the low end of a range to best',
      [
        ['2..5', '2020-03-04'],
        ['10', '2020-03-05'],
      ],
      [12, 12, 15],
    ],
    [
      'have no best where more than half are ranges',
      [
        ['2..5', '2020-03-04'],
        ['3..9', '2020-03-05'],
        ['10', '2020-03-06'],
      ],
      [15, null, 24],
    ],
    ['are a range alone by two ends alone', [['2..5', '2020-03-04']], [2, null, 5]],
    [
      'are open upwards where one says at least',
      [
        ['12+', '2020-03-04'],
        ['3', '2020-03-05'],
        ['4-5-6', '2020-03-06'],
      ],
      [19, 20, null],
    ],
    ['of one that says at least have no best', [['12+', '2020-03-04']], [12, null, null]],
    ['of one that says at most have high alone', [['<5', '2020-03-04']], [null, null, 5]],
    [
      'have no low where no incident beyond doubt reports any',
      [
        ['-', '2020-03-04'],
        ['2', '2020-12-31?'],
      ],
      [null, 2, 2],
    ],
    ['of disputed nature enter high only', [['3', '2020-03-04', 'disputed']], [0, null, 3]],
    [
      'of disputed nature leave the others their best',
      [
        ['3', '2020-03-04', 'disputed'],
        ['5', '2020-03-05'],
      ],
      [5, 5, 8],
    ],
    ['are weighted as the incident is', [['4', '[2019-12-31,2020-03-04]']], [0, 2, 4]],
    ['of an undated incident enter high only', [['4', '../2020-03-04']], [0, 0, 4]],
  ])('%s', (_, incidents, [low, best, high]) => {
    expect(killed(incidents).fatalities).toMatchObject({ low, best, high });
  });

  it('say how many incidents add to them, and how many of those give no best figure', () => {
    expect(
      killed([
        ['3', '2020-03-04'],
        ['-', '2020-03-05'],
        ['2..5', '2020-03-06'],
        ['7', '2020-03-07', 'disputed'],
      ]).fatalities.basis,
    ).toEqual({
      matched: 4,
      reported: 3,
      sure: 2,
      inBest: 4,
      added: 2,
      weight: 2,
      withoutBest: 1,
      open: 0,
      sum: 5,
    });
  });
});
