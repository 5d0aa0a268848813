import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../../series/model';
import { toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { planView } from './plan';

const many = Array.from({ length: 9 }, (_, i) => `a${i}`);
const info = {
  guide: {
    meta: { coverage: { from: toDay(2020, 1, 1), to: toDay(2020, 12, 31) } },
    fields: [],
    coverageNotes: [],
    namedViews: [],
    actors: [],
    actorRelations: [],
    regions: [],
  },
  ranking: { actor: many, type: ['raid'], region: [] },
};
const planned = (address: string) =>
  planView(parseView('test' as DatasetId, new URLSearchParams(address)).view, info);

describe('a plan', () => {
  it.each([
    ['', false],
    ['relation=claimed', false],
    ['relation=claimed,suspected', true],
    ['split=relation', true],
  ])('of “%s” asks for suspicions: %s', (address, asked) => {
    const { total, activity, marks, facets } = planned(address);
    for (const { filter } of [total, activity, marks, facets.actor]) expect(filter.suspicions).toBe(asked);
  });

  it('takes together what has no colour of its own, where there is any', () => {
    expect(planned('mode=lines').activityRest).toMatchObject({ beyond: many.slice(0, 8), stacked: false });
    expect(planned('').activityRest).toMatchObject({ beyond: many.slice(0, 8), stacked: true });
    expect(planned('split=type').activityRest).toBeNull();
    expect(planned('split=relation').activityRest).toBeNull();
  });

  it('asks for the groups about a box or a place where they may have no colour for it', () => {
    const whole = planned('type=raid').lanes;
    expect(planned('type=raid&box=0,0,1,1').around).toEqual(whole);
    expect(planned('type=raid&place=town:52.5:13.4').around).toEqual(whole);
    expect(planned('type=raid').around).toBeNull();
    expect(planned('box=0,0,1,1&split=type').around).toBeNull();
  });
});
