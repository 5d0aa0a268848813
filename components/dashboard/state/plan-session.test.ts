import { setMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { cachedEngine } from '@/lib/engine/cache';
import { httpEngine } from '@/lib/engine/http/http-engine';
import { type Plan, planView } from '@/lib/query/plan/plan';
import { parseView } from '@/lib/view/parse';
import { slowEngine } from '@/testing/engines/slow-engine';
import { infoOf } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { planSession } from './plan-session';

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

const CLICKS = ['region=north', 'region=south', 'type=bombing', 'actor=red', 'actor=blue'];

describe('a session of plans', () => {
  it('sends each plan before the task that asked for it does anything else, in one request', async () => {
    const { sent, session } = overHttp();
    const [first, second] = ['region=north', 'type=bombing'].map(planOf);
    void session.ask(first!);
    expect(sent).toEqual([queriesOf(first!).size]);
    void session.ask(second!);
    // What both ask for is asked on, in the request of the second.
    expect(sent).toEqual([queriesOf(first!).size, queriesOf(second!).size]);
    await Promise.resolve();
    expect(sent).toHaveLength(2);
  });

  it('answers the last of five quick plans and gives up the others', async () => {
    const { slow, session } = setUp();
    const asked = CLICKS.map((query) => session.ask(planOf(query)));
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
    void session.ask(planOf('region=north'));
    void session.ask(planOf('region=south'));
    expect(slow.aborted).toHaveLength(north.size - 1);
    expect(slow.aborted).not.toContain(common[0]);
    expect(slow.open.filter(({ key }) => key === common[0])).toHaveLength(1);
  });

  it('asks the plan that is on its way once, and one that failed anew', async () => {
    const { slow, session } = setUp();
    const plan = planOf('actor=red');
    const first = session.ask(plan);
    const { length } = slow.open;
    expect(session.ask(plan)).toBe(first);
    expect(slow.open).toHaveLength(length);
    slow.open[0]?.fail();
    await expect(first).rejects.toThrow('the server is gone');
    expect(slow.open).toEqual([]);
    const again = session.ask(plan);
    for (const one of [...slow.open]) one.answer();
    expect(await again).not.toBeNull();
  });

  it('leaves nothing on its way when it is stopped', async () => {
    const { slow, session } = setUp();
    const asked = session.ask(planOf('actor=red'));
    session.stop();
    expect(await asked).toBeNull();
    expect(slow.open).toEqual([]);
  });
});
