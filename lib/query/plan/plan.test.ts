import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../../series/model';
import { toDay } from '../../time/day';
import { parseView } from '../../view/parse';
import { planDocument, planView } from './plan';

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

  it('sums the own measures that are stated, and in a document all', () => {
    const number = (id: string) => ({ id, label: id, kind: 'number', aggregate: 'sum', many: false });
    const measures = ['.shots', '.arrests-total', '.fires', '.floods'] as const;
    const fields = measures.map((key) => number(key.slice(1)));
    const known = {
      ...info,
      guide: { ...info.guide, fields },
      offers: { measures: ['incidents', 'fatalities', 'injured', ...measures.slice(0, 3)] },
    } as unknown as Parameters<typeof planView>[1];
    const viewed = (address: string) =>
      parseView('test' as DatasetId, new URLSearchParams(address), { fields } as never).view;
    const own = (address: string, plan = planView) => plan(viewed(address), known).total.own;
    // Six figures in all, three of them of time, and three of incidents, killed and injured.
    expect(own('')).toEqual([]);
    expect(own('measure=.fires')).toEqual(['.fires']);
    expect(own('', planDocument)).toEqual([...measures]);
    const fewer = { ...known, offers: { measures: ['incidents', ...measures.slice(0, 3)] } } as typeof known;
    expect(planView(viewed(''), fewer).total.own).toEqual(['.arrests-total', '.shots']);
    expect(planView(viewed('measure=.fires'), fewer).total.own).toEqual([
      '.arrests-total',
      '.shots',
      '.fires',
    ]);
    const { offers: _, ...unknown } = known;
    expect(planView(viewed(''), unknown).total.own).toEqual([...measures]);
  });
});
