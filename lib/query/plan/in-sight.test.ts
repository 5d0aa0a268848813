import { describe, expect, it } from 'vitest';
import { infoOf, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { parseView } from '../../view/parse';
import { answerPlan } from './answers';
import { planInSight } from './in-sight';
import { type Plan, planView } from './plan';

const planOf = (query: string) =>
  planView(parseView(SMALL.meta.id, new URLSearchParams(query)).view, infoOf(SMALL));
const [before, now] = [planOf(''), planOf('from=2021-03&to=2021-12')];

describe('a plan of what is in sight', () => {
  it('is of its view where all is seen', () => {
    const all = new Set([...Object.keys(now), ...Object.keys(now.facets)]);
    const { plan, waiting } = planInSight(now, before, all);
    expect([plan, waiting.size]).toEqual([now, 0]);
  });

  it('keeps what nobody sees as it was, and says so', () => {
    const { plan, waiting } = planInSight(now, before, new Set(['rows', 'actor']));
    expect(plan.rows).toBe(now.rows);
    expect(plan.facets.actor).toBe(now.facets.actor);
    expect([plan.cells, plan.activity, plan.facets.type]).toEqual([
      before.cells,
      before.activity,
      before.facets.type,
    ]);
    expect(['cells', 'activity', 'type'].every((part) => waiting.has(part as never))).toBe(true);
    expect(waiting.has('rows') || waiting.has('actor')).toBe(false);
  });

  it('never keeps the headline, the colours of groups or what the view leaves out', () => {
    const { plan } = planInSight(now, before, new Set());
    const { total, activityTotal, lanes, around, spells, otherScope, comparison } = now;
    expect(plan).toMatchObject({ total, activityTotal, lanes, around, spells, otherScope, comparison });
  });

  it('is of its view where nothing may wait, and has what asks for the very same from the plan before', () => {
    const { plan, waiting } = planInSight(planOf('sort=date'), planOf(''), null);
    expect([plan, waiting.size]).toEqual([planOf('sort=date'), 0]);
    const other = planInSight(planOf('sort=date'), before, null).plan;
    const fresh = (Object.keys(other) as (keyof Plan)[]).filter((part) => other[part] !== before[part]);
    // The object of filters is another, and each of them is the same.
    expect(fresh).toEqual(['rows', 'facets']);
    expect(
      Object.entries(other.facets).filter(([name, query]) => query !== before.facets[name as 'type']),
    ).toEqual([]);
  });

  it('asks for nothing but rows where the order of rows alone is another', async () => {
    const { engine, asked } = testEngine(SMALL);
    const known = { plan: before, answers: await answerPlan(engine, before) };
    asked.length = 0;
    const { plan } = planInSight(planOf('sort=date'), before, null);
    const answers = await answerPlan(engine, plan, undefined, known);
    expect(asked).toEqual([plan.rows]);
    expect(answers).toEqual(await answerPlan(engine, planOf('sort=date')));
  });

  it('asks for what is seen alone, and answers each part by its own view', async () => {
    const { engine, asked } = testEngine(SMALL);
    const known = { plan: before, answers: await answerPlan(engine, before) };
    const whole = await answerPlan(engine, now);
    asked.length = 0;
    const { plan } = planInSight(now, before, new Set(['rows', 'type']));
    const answers = await answerPlan(engine, plan, undefined, known);
    const facets = asked.flatMap((query) => (query.kind === 'facet' ? [query] : []));
    // The types at any time are those of the plan before.
    expect(facets).toEqual([now.facets.type]);
    expect(asked.filter(({ kind }) => kind === 'marks' || kind === 'rows')).toEqual([now.rows]);
    expect(answers).toEqual({
      ...whole,
      ...{ activity: known.answers.activity, activityRest: known.answers.activityRest },
      ...{ days: known.answers.days, cells: known.answers.cells },
      ...{ marks: known.answers.marks, fineMarks: known.answers.fineMarks },
      facets: { ...known.answers.facets, type: whole.facets.type },
    });
    expect(whole.rows).not.toEqual(known.answers.rows);
  });
});
