import { describe, expect, it } from 'vitest';
import type { Split } from '../../series/field-table';
import type { SeriesGuide } from '../../series/model';
import { toDay } from '../../time/day';
import type { Engine } from '../engine';
import type { Ranking } from '../info/series-info';
import type { BinsQuery } from '../query';
import type { GroupsResult } from '../result';
import { answerActivity } from './answers';
import { drawnOnPage, onPage } from './drawn-groups';

const holding = (...groups: readonly (readonly [string | null, number])[]): GroupsResult => ({
  groups: groups.map(([series, best]) => ({
    ...{ series, low: best, best, high: best, matched: best },
    basis: null,
  })),
});

const kept = ['a', 'b', 'c', 'd'];

describe('who is drawn apart on a page', () => {
  it.each([
    ['all are there: the order of the revision stays', ['a', 'b', 'c', 'd', 'e'], kept],
    ['nothing is there: nothing changes', [], kept],
    [
      'those beyond take the places of the absent, the largest the last one',
      ['b', 'x', 'e', 'y'],
      ['y', 'b', 'e', 'x'],
    ],
    ['there are fewer of them than places', ['a', 'e'], ['a', 'b', 'c', 'e']],
    ['what has no value and what has several take no place', ['a', 'none'], kept],
  ])('%s', (_, ids, drawn) => {
    // The first named is the largest.
    const groups = holding(...ids.map((id, at) => [id, 100 - at] as const), [null, 3]);
    expect(drawnOnPage(kept, groups)).toEqual(drawn);
  });

  it('does not depend on the order in which groups are answered', () => {
    const [x, y] = [
      ['x', 5],
      ['y', 5],
    ] as const;
    expect(drawnOnPage(kept, holding(y, x))).toEqual(drawnOnPage(kept, holding(x, y)));
    expect(drawnOnPage(kept, holding(y, x)).slice(2)).toEqual(['y', 'x']);
  });

  it('lets a group that is on the page keep its colour under any further filter', () => {
    const wide = drawnOnPage(kept, holding(['c', 9], ['x', 8], ['y', 7]));
    const narrow = drawnOnPage(kept, holding(['c', 2], ['y', 1]));
    expect([wide.indexOf('c'), narrow.indexOf('c')]).toEqual([2, 2]);
  });
});

describe('who is drawn apart where a map shows more than the view counts', () => {
  const around = holding(['b', 9], ['x', 8], ['e', 7], ['y', 6]);

  it.each([
    ['what lies in the box alone', holding(['b', 4])],
    ['one that is small about it', holding(['y', 1])],
    ['nothing at all', holding()],
  ])('is the same as without the box: %s', (_, held) => {
    expect(drawnOnPage(kept, held, around)).toEqual(drawnOnPage(kept, around));
    expect(drawnOnPage(kept, held, around)).toEqual(['y', 'b', 'e', 'x']);
  });

  it('gives a group of the box the place of one that stands about it alone, and no other', () => {
    const many = holding(['a', 9], ['b', 8], ['c', 7], ['d', 6], ['z', 2]);
    expect(drawnOnPage(kept, holding(['z', 1], ['b', 1]), many)).toEqual(['a', 'b', 'c', 'z']);
  });
});

describe('the colours of a page', () => {
  const ids = Array.from({ length: 10 }, (_, at) => `a${at}`);
  const info = {
    guide: {} as SeriesGuide,
    ranking: { actor: ids, type: ['raid'], region: [] } as Ranking,
  };
  const split = 'actor' as Split;

  it('rank nobody twice and lose nobody', () => {
    const { actor } = onPage(info, split, holding(['a9', 4], ['a0', 2])).ranking;
    expect([...actor].sort()).toEqual([...ids].sort());
    expect([actor[0], actor[7]]).toEqual(['a0', 'a9']);
  });

  it('are those of the revision where all its groups have one', () => {
    expect(onPage(info, 'type', holding(['raid', 1]))).toBe(info);
    expect(onPage(info, split, holding(...ids.map((id) => [id, 1] as const)))).toBe(info);
  });
});

describe('the groups of the chart', () => {
  const rest = { kind: 'bins', beyond: kept, from: toDay(2020, 1, 1) } as unknown as BinsQuery;
  async function asked(groups: GroupsResult): Promise<readonly unknown[]> {
    const queries: unknown[] = [];
    const run = (query: BinsQuery) => {
      queries.push(query.beyond ?? query.only);
      return Promise.resolve({ bins: [] });
    };
    const plan = { activity: { kind: 'bins', beyond: null }, activityRest: rest, lanes: {} };
    await answerActivity(
      { name: 'test', run, close: async () => {} } as unknown as Engine,
      plan as unknown as Parameters<typeof answerActivity>[1],
      Promise.resolve(groups),
    );
    return queries;
  }

  it('are asked again where places went to others, and only then', async () => {
    const others = ['none', 'several'];
    expect(await asked(holding(['a', 1], ['b', 1]))).toEqual([[...kept, ...others], kept]);
    const drawn = ['a', 'b', 'c', 'x'];
    expect((await asked(holding(['a', 2], ['x', 1]))).slice(2)).toEqual([[...drawn, ...others], drawn]);
  });
});
