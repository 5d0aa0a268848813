// @vitest-environment jsdom
import { setMaxListeners } from 'node:events';
import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cachedEngine } from '@/lib/engine/cache';
import { httpEngine } from '@/lib/engine/http/http-engine';
import type { Engine } from '@/lib/query/engine';
import { answerPlan } from '@/lib/query/plan/answers';
import type { Part } from '@/lib/query/plan/in-sight';
import { type Plan, planView } from '@/lib/query/plan/plan';
import type { Query } from '@/lib/query/query';
import { parseView } from '@/lib/view/parse';
import { resolveWindow } from '@/lib/view/resolve';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { type Echo, slowEngine } from '@/testing/engines/slow-engine';
import { infoOf } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { watchedSight } from '@/testing/pages/watched-sight';
import {
  type Dashboard,
  DashboardProvider,
  type Settled,
  useDashboard,
  useSettled,
} from './dashboard-context';
import { DrawnPanel } from './drawn-in-sight';
import { EngineProvider } from './engine-context';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
// A plan has one signal for all of its queries; Node takes more than ten listeners for a leak, browsers do not.
setMaxListeners(100);

const info = infoOf(SMALL);
const VIEWS = [
  '',
  'region=north',
  'region=south',
  'actor=red',
  'actor=red&region=north',
  'from=2021&to=2022',
  'split=type',
  'mode=lines',
  'sort=date',
  'actor=red&incident=a',
  'incident=b',
];

const NEVER_WAITS: readonly Part[] = [];
/** What panels draw that may be out of sight. */
const PANELS: readonly (readonly Part[])[] = [
  [],
  ['rows'],
  ['cells', 'marks', 'fineMarks'],
  ['activity', 'activityRest', 'days', 'actor'],
  ['type'],
];

const viewOf = (query: string): View => parseView(SMALL.meta.id, new URLSearchParams(query)).view;

/** Every query of a plan by the name of its panel. */
function queriesOf({ facets, ...panels }: Plan): [string, unknown][] {
  return [...Object.entries(panels), ...Object.entries(facets)].filter(([, query]) => query !== null);
}

/** What a part of the page drew, and what of the plan that may wait elsewhere it draws. */
interface DrawnFrom {
  readonly settled: Settled;
  readonly draws: readonly Part[];
}

/** What of a settled state does not belong to its view, but for what waits and is not drawn; nothing where all does. */
function strays({ settled: { view, window, plan, answers, waiting }, draws }: DrawnFrom): string[] {
  const { facets, ...panels } = answers;
  const given = { ...panels, ...facets } as unknown as Record<string, Echo | null>;
  const of = (plan: Plan) =>
    queriesOf(plan).filter(([name]) => !waiting.has(name as Part) || draws.includes(name as Part));
  const wanted = of(planView(view, info));
  const all = wanted.filter(([name, query]) => given[name]?.of !== JSON.stringify(query));
  const isPlan = JSON.stringify(of(plan)) === JSON.stringify(wanted);
  const isWindow = JSON.stringify(window) === JSON.stringify(resolveWindow(view, info.guide.meta.coverage));
  return [...all.map(([name]) => name), ...(isPlan ? [] : ['plan']), ...(isWindow ? [] : ['window'])];
}

/** A dashboard of probes that keep what every drawing of theirs was made from. */
async function dashboard(over: (slow: Engine) => Engine = (slow) => slow) {
  window.history.replaceState(null, '', '/test');
  const first = slowEngine();
  const asking = answerPlan(first.engine, planView(viewOf(''), info));
  for (const one of [...first.open]) one.answer();
  const initial = await asking;
  const slow = slowEngine();
  const drawn: DrawnFrom[] = [];
  let now: Dashboard | null = null;
  const Panel = ({ draws }: { readonly draws: readonly Part[] }) => {
    drawn.push({ settled: useSettled(), draws });
    return null;
  };
  const Control = () => {
    now = useDashboard();
    drawn.push({ settled: now.settled, draws: NEVER_WAITS });
    return null;
  };
  const sights = watchedSight();
  const { unmount } = render(
    <EngineProvider engine={cachedEngine(over(slow.engine), 1e6)}>
      <DashboardProvider info={info} initial={initial}>
        <Control />
        <Panel draws={NEVER_WAITS} />
        {PANELS.map((draws) => (
          <DrawnPanel key={draws.join()} draws={draws}>
            <Panel draws={draws} />
          </DrawnPanel>
        ))}
      </DashboardProvider>
    </EngineProvider>,
  );
  const see = (at: number, isIntersecting: boolean) => sights[at % sights.length]?.([{ isIntersecting }]);
  return { slow, drawn, unmount, see, now: () => now as unknown as Dashboard };
}

/** The engine of a page over a server that has another, with nothing but requests between them. */
function overHttp(server: Engine): Engine {
  const answer: typeof fetch = async (_, init) => {
    const { queries } = JSON.parse(String(init?.body)) as { queries: readonly Query[] };
    const failed = new AbortController();
    const signal = AbortSignal.any([init?.signal as AbortSignal, failed.signal]);
    const results = Promise.all(queries.map((query) => server.run(query, signal)));
    return Response.json({ results: await results.finally(() => failed.abort()) });
  };
  return httpEngine({ dataset: 'test', revision: 'f00', fetch: answer });
}

type Page = Awaited<ReturnType<typeof dashboard>>;

/** What a reader and a server do, in any order. */
type Move =
  | { readonly kind: 'click' | 'drag'; readonly query: string }
  | { readonly kind: 'answer' | 'fail' | 'scroll to' | 'scroll from'; readonly at: number }
  | { readonly kind: 'answer-all' | 'retry' };

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('click', 'drag'), query: fc.constantFrom(...VIEWS) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer'), at: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail'), at: fc.nat(60) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('scroll to', 'scroll from'),
      at: fc.nat(PANELS.length - 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('answer-all', 'retry') }) },
);

async function make(page: Page, move: Move): Promise<void> {
  const { open } = page.slow;
  await act(async () => {
    if (move.kind === 'click') page.now().go(viewOf(move.query));
    else if (move.kind === 'drag') page.now().go(viewOf(move.query), 'replace');
    else if (move.kind === 'answer') open[move.at % Math.max(1, open.length)]?.answer();
    else if (move.kind === 'fail') open[move.at % Math.max(1, open.length)]?.fail();
    else if (move.kind === 'scroll to') page.see(move.at, true);
    else if (move.kind === 'scroll from') page.see(move.at, false);
    else if (move.kind === 'retry') page.now().retry();
    else for (const one of [...open]) one.answer();
  });
}

describe('the settled state of a dashboard', () => {
  it.each([
    ['an engine of its own', (slow: Engine) => slow],
    ['a server', overHttp],
  ])(
    'never mixes a view with the answers to another, in whatever order they come from %s',
    async (_, over) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyMove, { maxLength: 40 }), async (moves) => {
          const page = await dashboard(over);
          for (const move of moves) {
            await make(page, move);
            const { view, error, settled } = page.now();
            // Where the answers to a view could not be had, the one that stands is made whole.
            const ofThese = [view, ...(error === null ? [] : [settled.view])];
            const wanted = new Set(
              ofThese
                .flatMap((one) => queriesOf(planView(one, info)))
                .map(([, query]) => JSON.stringify(query)),
            );
            expect(page.slow.open.filter(({ key }) => !wanted.has(key))).toEqual([]);
          }
          const isUnderWay = () => page.now().busy || page.now().error !== null || page.slow.open.length > 0;
          for (let turns = 0; isUnderWay(); turns++) {
            expect(turns).toBeLessThan(6);
            await make(page, { kind: page.now().error === null ? 'answer-all' : 'retry' });
          }
          expect(page.now().settled.view).toBe(page.now().view);
          const { length } = page.drawn;
          for (const at of PANELS.keys()) await make(page, { kind: 'scroll to', at });
          // All panels draw the view now, whole; what nobody saw does so when it comes into sight.
          const last = new Map(page.drawn.map((one) => [one.draws, one]));
          expect([...last.values()].filter(({ settled }) => settled.view !== page.now().view)).toEqual([]);
          expect(page.slow.open).toEqual([]);
          expect(page.drawn.length - length).toBeLessThanOrEqual(PANELS.length);
          expect(page.drawn.flatMap(strays)).toEqual([]);
          page.unmount();
          expect(page.slow.open).toEqual([]);
        }),
        {
          numRuns: 100,
          // Every query of the third view was under way for the second one, which asked for one more.
          examples: [
            [
              [
                { kind: 'click', query: 'actor=red&region=north' },
                { kind: 'answer-all' },
                { kind: 'click', query: '' },
                { kind: 'click', query: 'mode=lines' },
              ],
            ],
            // More of a view came into sight while it was asked for, and an incident was opened.
            [
              [
                { kind: 'scroll from', at: 1 },
                { kind: 'click', query: 'actor=red' },
                { kind: 'scroll to', at: 1 },
                { kind: 'click', query: 'actor=red&incident=a' },
              ],
            ],
          ],
        },
      );
    },
  );

  it('runs one plan for five quick clicks', async () => {
    const page = await dashboard();
    const clicks = ['region=north', 'region=south', 'actor=red', 'type=bombing', 'actor=blue'];
    await act(async () => {
      for (const query of clicks) page.now().go(viewOf(query));
    });
    expect(page.now().busy).toBe(true);
    expect(serializeView(page.now().settled.view)).toBe('');
    await make(page, { kind: 'answer-all' });
    expect(page.now().busy).toBe(false);
    // What nobody sees: the filters of this page.
    await make(page, { kind: 'answer-all' });
    const asked = (query: string) =>
      queriesOf(planView(viewOf(query), info)).map(([, one]) => JSON.stringify(one));
    const before = new Set(asked(''));
    // The filter of actors leaves its own clause out: the page has it.
    expect(asked('actor=blue').filter((key) => before.has(key))).toHaveLength(1);
    expect(new Set(page.slow.answered)).toEqual(
      new Set(asked('actor=blue').filter((key) => !before.has(key))),
    );
    expect([page.now().busy, serializeView(page.now().settled.view)]).toEqual([false, 'actor=blue']);
  });

  it('stands as it was where the answers cannot be had, and says so', async () => {
    const page = await dashboard();
    await make(page, { kind: 'click', query: 'actor=red' });
    await make(page, { kind: 'fail', at: 0 });
    const { error, busy, settled, view } = page.now();
    expect([error, busy]).toEqual(['the server is gone', false]);
    expect([serializeView(settled.view), serializeView(view)]).toEqual(['', 'actor=red']);
  });

  it('asks for what waits in the view that stands, where the one after it cannot be had', async () => {
    const page = await dashboard();
    for (const at of PANELS.keys()) await act(async () => page.see(at, false));
    await make(page, { kind: 'click', query: 'actor=red' });
    await make(page, { kind: 'answer-all' });
    expect(page.now().settled.waiting.size).toBeGreaterThan(0);
    await make(page, { kind: 'click', query: 'region=north' });
    await make(page, { kind: 'fail', at: 0 });
    const rest = planView(viewOf('actor=red'), info);
    expect(page.slow.open.map(({ key }) => key)).toContain(JSON.stringify(rest.rows));
    await make(page, { kind: 'answer-all' });
    for (const at of PANELS.keys()) await act(async () => page.see(at, true));
    expect(page.drawn.at(-1)?.settled.waiting.size).toBe(0);
    expect(page.drawn.flatMap(strays)).toEqual([]);
    expect([page.now().error, page.now().isDrawn]).toEqual(['the server is gone', false]);
  });

  it('forgets that a view failed once it is asked anew', async () => {
    const page = await dashboard();
    await make(page, { kind: 'click', query: 'actor=red' });
    await make(page, { kind: 'fail', at: 0 });
    await make(page, { kind: 'click', query: '' });
    expect(page.now().error).toBeNull();
    await make(page, { kind: 'click', query: 'actor=red' });
    expect([page.now().error, page.now().busy]).toEqual([null, true]);
  });

  it('follows a view that asks for nothing new at once', async () => {
    const page = await dashboard();
    await make(page, { kind: 'click', query: 'incident=b' });
    expect(page.slow.open).toEqual([]);
    expect([page.now().busy, page.now().settled.view.incident]).toEqual([false, 'b']);
  });

  it('lets a step build on the one before it, whether that was drawn or not', async () => {
    const page = await dashboard();
    await act(async () => {
      const { go } = page.now();
      go((view) => ({ ...view, q: 'one' }));
      go((view) => ({ ...view, scope: 'out' }));
    });
    expect([page.now().view.q, page.now().view.scope]).toEqual(['one', 'out']);
  });
});
