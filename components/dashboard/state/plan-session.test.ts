import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { cachedEngine } from '@/lib/engine/cache';
import { httpEngine } from '@/lib/engine/http/http-engine';
import type { AnsweredPlan } from '@/lib/query/plan/answers';
import type { Part } from '@/lib/query/plan/in-sight';
import { type Plan, planView } from '@/lib/query/plan/plan';
import { parseView } from '@/lib/view/parse';
import { slowEngine } from '@/testing/engines/slow-engine';
import { infoOf } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { type Asker, type PlanSession, planKey, planSession } from './plan-session';

const info = infoOf(SMALL);
// A plan has one signal for all of its queries; Node takes more than ten listeners for a leak, browsers do not.
setMaxListeners(100);

function planOf(query: string): Plan {
  return planView(parseView(SMALL.meta.id, new URLSearchParams(query)).view, info);
}

/** The queries of a plan, as an engine is asked them. */
function queriesOf({ facets, ...panels }: Plan): Set<string> {
  const queries = [...Object.values(panels), ...Object.values(facets)];
  return new Set(queries.filter((query) => query !== null).map((query) => JSON.stringify(query)));
}

function setUp() {
  const slow = slowEngine();
  return { slow, session: planSession(cachedEngine(slow.engine, 1e6)) };
}

/** A session over a server that never answers, and how many queries each request to it has. */
function overHttp() {
  const sent: number[] = [];
  const never: typeof fetch = (_, init) => {
    sent.push((JSON.parse(String(init?.body)) as { readonly queries: readonly unknown[] }).queries.length);
    return new Promise(() => undefined);
  };
  const server = httpEngine({ dataset: 'test', revision: 'f00', fetch: never });
  return { sent, session: planSession(cachedEngine(server, 1e6)) };
}

/** A page that has nothing of any other plan. */
const NOTHING = { plan: planOf('q=nothing'), answers: {} } as AnsweredPlan;
const askAll = (session: PlanSession, plan: Plan) => session.ask(plan, { has: NOTHING, seen: null });

/** A page that has a view whole, and shows some parts. */
async function showing(seen: readonly Part[]): Promise<Asker> {
  const slow = slowEngine();
  const asking = askAll(planSession(slow.engine), planOf(''));
  for (const one of [...slow.open]) one.answer();
  const has = await asking;
  if (has === null) throw new Error('it was given up');
  return { has, seen: new Set(seen) };
}

/** All of a plan, as another session answers it. */
async function answeredWhole(plan: Plan) {
  const slow = slowEngine();
  const asking = askAll(planSession(cachedEngine(slow.engine, 1e6)), plan);
  for (const one of [...slow.open]) one.answer();
  return asking;
}

/** The filters of a plan but for some. */
const filters = ({ facets }: Plan, but: readonly string[]) =>
  Object.keys(facets).filter((name) => !but.includes(name));

const CLICKS = ['region=north', 'region=south', 'type=bombing', 'actor=red', 'actor=blue'];

describe('a session of plans', () => {
  it('sends each plan before the task that asked for it does anything else, in one request', async () => {
    const { sent, session } = overHttp();
    const [first, second] = ['region=north', 'type=bombing'].map(planOf);
    void askAll(session, first!);
    expect(sent).toEqual([queriesOf(first!).size]);
    void askAll(session, second!);
    // What both ask for is asked on, in the request of the second.
    expect(sent).toEqual([queriesOf(first!).size, queriesOf(second!).size]);
    await Promise.resolve();
    expect(sent).toHaveLength(2);
  });

  it('answers the last of five quick plans and gives up the others', async () => {
    const { slow, session } = setUp();
    const asked = CLICKS.map((query) => askAll(session, planOf(query)));
    const last = queriesOf(planOf('actor=blue'));
    expect(new Set(slow.open.map(({ key }) => key))).toEqual(last);
    for (const one of [...slow.open]) one.answer();
    const answers = await Promise.all(asked);
    expect(answers.map((one) => one === null)).toEqual([true, true, true, true, false]);
    expect(new Set(slow.answered)).toEqual(last);
  });

  it('asks once what two plans have in common', async () => {
    const { slow, session } = setUp();
    const [north, south] = [queriesOf(planOf('region=north')), queriesOf(planOf('region=south'))];
    const common = [...north].filter((key) => south.has(key));
    // The facet of regions leaves its own clause out, so it is the same for both.
    expect(common).toHaveLength(1);
    void askAll(session, planOf('region=north'));
    void askAll(session, planOf('region=south'));
    expect(slow.aborted).toHaveLength(north.size - 1);
    expect(slow.aborted).not.toContain(common[0]);
    expect(slow.open.filter(({ key }) => key === common[0])).toHaveLength(1);
  });

  it('asks the plan that is on its way once, and one that failed anew', async () => {
    const { slow, session } = setUp();
    const plan = planOf('actor=red');
    const first = askAll(session, plan);
    const { length } = slow.open;
    expect(askAll(session, plan)).toBe(first);
    expect(slow.open).toHaveLength(length);
    slow.open[0]?.fail();
    await expect(first).rejects.toThrow('the server is gone');
    expect(slow.open).toEqual([]);
    const again = askAll(session, plan);
    for (const one of [...slow.open]) one.answer();
    expect(await again).not.toBeNull();
  });

  it('asks for what is seen of a plan, and for the others once the whole is asked for', async () => {
    const { slow, session } = setUp();
    const by = await showing(['rows', 'actor']);
    const plan = planOf('region=north');
    const first = session.ask(plan, by);
    const asked = new Set(slow.open.map(({ key }) => key));
    const { rows, cells, marks, facets } = plan;
    const isAsked = (query: unknown) => asked.has(JSON.stringify(query));
    expect([rows, facets.actor, cells, marks, facets.type].map(isAsked)).toEqual([
      ...[true, true],
      ...[false, false, false],
    ]);
    // No more of it is seen.
    expect(session.ask(plan, { ...by, seen: new Set<Part>(['rows']) })).toBe(first);
    for (const one of [...slow.open]) one.answer();
    const inSight = await first;
    expect(inSight?.waiting).toEqual(
      new Set(['activity', 'cells', 'marks', ...filters(plan, ['actor', 'region'])]),
    );
    expect(session.given(planKey(plan))).toBe(inSight);
    slow.answered.length = 0;
    const rest = session.ask(plan, { has: inSight!, seen: null });
    for (const one of [...slow.open]) one.answer();
    const whole = await rest;
    expect(whole?.waiting.size).toBe(0);
    expect(whole?.answers).toEqual((await answeredWhole(plan))?.answers);
    // Nothing that had been answered is asked again.
    expect(slow.answered.filter((key) => asked.has(key))).toEqual([]);
  });

  it('asks anew where more of a plan is seen than was asked for', async () => {
    const { slow, session } = setUp();
    const by = await showing(['rows']);
    const plan = planOf('region=north');
    const first = session.ask(plan, by);
    const second = session.ask(plan, { ...by, seen: new Set<Part>(['rows', 'type']) });
    for (const one of [...slow.open]) one.answer();
    expect((await second)?.waiting.has('type')).toBe(false);
    expect(await first).toBe(await second);
  });

  it('leaves nothing on its way when it is stopped', async () => {
    const { slow, session } = setUp();
    const asked = askAll(session, planOf('actor=red'));
    session.stop();
    expect(await asked).toBeNull();
    expect(slow.open).toEqual([]);
  });
});
