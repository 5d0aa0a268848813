import { describe, expect, it } from 'vitest';
import { day, figure, filter, incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { Incident, IncidentId, RegionId, TypeId } from '../../series/model';
import type { SortKey } from '../../view/view';
import type { Filter } from '../query';
import { evaluate } from './evaluate';

describe('bins', () => {
  function bins(
    incidents: readonly Incident[],
    clauses: Partial<Filter>,
    split: 'none' | 'actor' | 'relation',
    stacked = true,
  ) {
    const query = {
      kind: 'bins',
      filter: filter(clauses),
      bin: 'month',
      measure: 'incidents',
      split,
      stacked,
      beyond: null,
    } as const;
    return evaluate(seriesOfHand(incidents), query).bins.map(({ start, series, low, best, high }) => {
      return [start, series, low, best, high];
    });
  }
  const [march, april] = [day('2020-03-01'), day('2020-04-01')];

  it('spread a partial date over the edge between them', () => {
    expect(bins([incident('x', '[2020-03-31..2020-04-03]')], {}, 'none')).toEqual([
      [march, null, 0, 0.25, 1],
      [april, null, 0, 0.75, 1],
    ]);
  });

  it('take a doubtful day at the edge into high of the next', () => {
    expect(bins([incident('x', '2020-03-31?')], {}, 'none')).toEqual([
      [march, null, 0, 1, 1],
      [april, null, 0, 0, 1],
    ]);
  });

  it('are cut to the window', () => {
    const window = { from: day('2020-03-16'), to: day('2020-04-15') };
    expect(bins([incident('x', '[2020-03-15..2020-03-18]')], window, 'none')).toEqual([
      [march, null, 0, 0.75, 1],
    ]);
  });

  const rivals = [incident('x', '2020-03-04', ['a claimed certain', 'b claimed probable'])];

  it('stack an incident of several actors once', () => {
    expect(bins(rivals, {}, 'actor')).toEqual([[march, 'several', 0, 1, 1]]);
  });

  it('count it in each actor where they are not stacked', () => {
    expect(bins(rivals, {}, 'actor', false)).toEqual([
      [march, 'a', 1, 1, 1],
      [march, 'b', 0, 1, 1],
    ]);
  });

  it('stand doubtful actors beside the firm one, in high only', () => {
    expect(
      bins([incident('x', '2020-03-04', ['a claimed certain', 'b claimed possible'])], {}, 'actor'),
    ).toEqual([
      [march, 'a', 1, 1, 1],
      [march, 'b', 0, 0, 1],
    ]);
  });

  it('stack an incident with doubtful actors alone under none', () => {
    expect(bins([incident('x', '2020-03-04', ['b suspected certain'])], {}, 'actor')).toEqual([
      [march, 'b', 0, 0, 1],
      [march, 'none', 0, 1, 1],
    ]);
  });

  it('give suspicions a height where relations are asked for', () => {
    const all = [
      incident('x', '2020-03-04', ['b suspected certain']),
      incident('y', '2020-03-05', ['a claimed certain', 'b suspected probable']),
    ];
    const asked = { suspicions: true };
    expect(bins(all, asked, 'relation', false)).toEqual([
      [march, 'claimed', 1, 1, 1],
      [march, 'suspected', 1, 2, 2],
    ]);
    expect(bins(all, asked, 'relation')).toEqual([
      [march, 'several', 0, 1, 1],
      [march, 'suspected', 1, 1, 1],
    ]);
  });

  it('take all but the named together, an incident of two of them once', () => {
    const all = [
      incident('x', '2020-03-04', ['a claimed certain', 'b claimed probable', 'c claimed certain']),
      incident('y', '2020-03-05', ['c claimed certain']),
    ];
    const query = {
      kind: 'bins',
      filter: filter(),
      bin: 'month',
      measure: 'incidents',
      split: 'actor',
      stacked: false,
      beyond: ['c'],
    } as const;
    expect(evaluate(seriesOfHand(all), query).bins).toEqual([
      { start: march, series: null, low: 1, best: 1, high: 1, basis: null },
    ]);
  });

  it('stack two ties of one actor once', () => {
    expect(
      bins([incident('x', '2020-03-04', ['a claimed certain', 'a attributed certain'])], {}, 'actor'),
    ).toEqual([[march, 'a', 1, 1, 1]]);
  });
});

describe('facets', () => {
  function facet(
    incidents: readonly Incident[],
    name: 'actor' | 'relation' | 'region' | 'disputed' | 'type',
    parents: string[] = [],
  ) {
    const query = { kind: 'facet', facet: name, filter: filter() } as const;
    const { values } = evaluate(seriesOfHand(incidents, parents), query);
    return values.map(({ id, low, best, high }) => [id, low, best, high]);
  }

  it('roll actors up, and count an incident of two children once under their parent', () => {
    expect(
      facet([incident('x', '2020-03-04', ['b claimed certain', 'c claimed possible'])], 'actor', [
        'b a',
        'c a',
      ]),
    ).toEqual([
      ['a', 1, 1, 1],
      ['b', 1, 1, 1],
      ['c', 0, 0, 1],
    ]);
  });

  it('take a suspicion as if it were asked for', () => {
    expect(facet([incident('x', '2020-03-04', ['b suspected certain'])], 'relation')).toEqual([
      ['suspected', 1, 1, 1],
    ]);
  });

  it('count an incident of two regions in both, and one without under none', () => {
    const regions = ['n', 's'] as string[] as RegionId[];
    expect(
      facet([incident('x', '2020-03-04', [], { regions }), incident('y', '2020-03-04')], 'region'),
    ).toEqual([
      ['n', 1, 1, 1],
      ['none', 1, 1, 1],
      ['s', 1, 1, 1],
    ]);
  });

  it('count a link of a disputed incident as disputed', () => {
    expect(
      facet([incident('x', '2020-03-04', ['a claimed certain'], { natureDisputed: true })], 'disputed'),
    ).toEqual([['only', 0, 1, 1]]);
  });
});

describe('rows', () => {
  const incidents = [
    incident('d', '2020-05-01', [], { fatalities: figure('2') }),
    incident('b', '2020-03-04', [], { fatalities: figure('-'), type: 't' as TypeId }),
    incident('a', '2020-03-04', [], { fatalities: figure('2') }),
    incident('c', '../2020-04-01', [], { fatalities: figure('9') }),
  ];
  const ids = (...sort: SortKey[]) =>
    evaluate(seriesOfHand(incidents), { kind: 'rows', filter: filter(), sort, offset: 0, limit: 9 })
      .rows.map((row) => row.incident.id)
      .join('');

  it.each<[string, SortKey[], string]>([
    ['by date, newest first, where nothing is asked, undated last and ties by id', [], 'dabc'],
    ['by date, oldest first, undated still last', [{ column: 'date', descending: false }], 'abdc'],
    ['by figures, unknown last', [{ column: 'fatalities', descending: false }], 'adcb'],
    [
      'by figures downwards, unknown still last, ties oldest first',
      [{ column: 'fatalities', descending: true }],
      'cadb',
    ],
    ['by id downwards', [{ column: 'id', descending: true }], 'dcba'],
  ])('sort %s', (_, sort, expected) => {
    expect(ids(...sort)).toBe(expected);
  });

  it('tell where an incident stands, and its neighbours', () => {
    const position = (id: string) =>
      evaluate(seriesOfHand(incidents), {
        kind: 'position',
        filter: filter(),
        sort: [],
        incident: id as IncidentId,
      });
    expect(position('a')).toEqual({ total: 4, index: 1, previous: 'd', next: 'b' });
    expect(position('z')).toEqual({ total: 4, index: null, previous: null, next: null });
  });

  it('name the links that match', () => {
    const series = seriesOfHand([incident('x', '2020-03-04', ['a claimed certain', 'b claimed certain'])]);
    const query = { kind: 'rows', filter: filter({ actors: ['b'] }), sort: [], offset: 0, limit: 9 } as const;
    expect(evaluate(series, query).rows[0]?.matched).toEqual([1]);
  });
});

describe('spells', () => {
  const spells = (dates: readonly string[]) => {
    const series = seriesOfHand(dates.map((date, i) => incident(`i${i}`, date)));
    return evaluate(series, { kind: 'spells', filter: filter() });
  };

  it('find the longest quiet days between incidents, partial dates at their widest', () => {
    const { quiet, last } = spells(['2020-01', '2020-06-10', '2020-10-01?', '2020-12-30']);
    expect(quiet).toEqual({ from: day('2020-02-01'), to: day('2020-06-09') });
    expect(last).toEqual({
      ...{ id: 'i3', candidates: 1 },
      ...{ earliest: day('2020-12-30'), latest: day('2020-12-30') },
    });
  });

  it.each<[string, string, string, string, number, readonly string[]]>([
    [
      'a coarse date beside a finer one in it',
      'i0',
      '2020-08-29',
      '2020-08-31',
      2,
      ['2020-08', '[2020-08-29,2020-08-30]'],
    ],
    ['a day after a whole year', 'i0', '2020-06-10', '2020-12-31', 2, ['2020', '2020-06-10', '2020-06-09']],
    [
      'a day within a year that began before',
      'i1',
      '2020-11-30',
      '2020-11-30',
      1,
      ['2019-12/2020-02', '2020-11-30'],
    ],
    [
      'days apart, of which one is in the window',
      'i0',
      '2020-12-20',
      '2020-12-20',
      1,
      ['[2020-12-20,2021-01-05]'],
    ],
    ['an approximate month, at its widest', 'i0', '2020-05-01', '2020-07-31', 2, ['2020-06~', '2020-05-01']],
  ])('bound the last one from both sides: %s', (_, id, earliest, latest, candidates, dates) => {
    expect(spells(dates).last).toEqual({ id, earliest: day(earliest), latest: day(latest), candidates });
  });

  it('take the earliest of equal ones, and the edges of the window', () => {
    // 2020 is a leap year: 182 days lie before 1 July, and as many after 2 July.
    const first = { from: day('2020-01-01'), to: day('2020-06-30') };
    expect(spells(['2020-07-01', '2020-07-02']).quiet).toEqual(first);
    const busy = ['[2020-01-01..2020-01-04]', '2020-01-08', '[2020-01-12..2020-12-31]'];
    expect(spells(busy).quiet).toEqual({ from: day('2020-01-05'), to: day('2020-01-07') });
    expect(spells(busy).ties).toEqual([{ from: day('2020-01-09'), to: day('2020-01-11') }]);
    // Six of three days each, of which three stand beside the first.
    const many = [
      '[2020-01-01..2020-11-30]',
      ...['05', '09', '13', '17', '18', '22'].map((at) => `2020-12-${at}`),
      '[2020-12-26..2020-12-31]',
      '2020-12-01',
    ];
    expect(spells(many).quiet).toEqual({ from: day('2020-12-02'), to: day('2020-12-04') });
    expect(spells(many).ties.map(({ from }) => from)).toEqual(
      ['06', '10', '14'].map((at) => day(`2020-12-${at}`)),
    );
  });

  it('leave the undated aside', () => {
    expect(spells(['../2020-05-01'])).toEqual({ quiet: null, ties: [], last: null });
  });

  it('find none where every day may be busy', () => {
    expect(spells(['2020']).quiet).toBeNull();
  });
});
