// @vitest-environment jsdom
import { setMaxListeners } from 'node:events';
import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { cachedEngine } from '@/lib/engine/cache';
import { httpEngine } from '@/lib/engine/http/http-engine';
import type { Engine } from '@/lib/query/engine';
import { answerPlan } from '@/lib/query/plan/answers';
import { type Plan, planView } from '@/lib/query/plan/plan';
import type { Query } from '@/lib/query/query';
import { parseView } from '@/lib/view/parse';
import { resolveWindow } from '@/lib/view/resolve';
import { serializeView } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { type Echo, slowEngine } from '@/testing/engines/slow-engine';
import { infoOf } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import {
  type Dashboard,
  DashboardProvider,
  type Settled,
  useDashboard,
  useSettled,
} from './dashboard-context';
import { DrawnPanel } from './drawn-in-sight';
import { EngineProvider } from './engine-context';

afterEach(cleanup);
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

const viewOf = (query: string): View => parseView(SMALL.meta.id, new URLSearchParams(query)).view;

/** Every query of a plan by the name of its panel. */
function queriesOf({ facets, ...panels }: Plan): [string, unknown][] {
  return [...Object.entries(panels), ...Object.entries(facets)].filter(([, query]) => query !== null);
}

/** What of a settled state does not belong to its view; nothing where all does. */
function strays({ view, window, plan, answers }: Settled): string[] {
  const { facets, ...panels } = answers;
  const given = { ...panels, ...facets } as unknown as Record<string, Echo | null>;
  const wanted = new Map(queriesOf(planView(view, info)));
  const all = [...wanted].filter(([name, query]) => given[name]?.of !== JSON.stringify(query));
  const isPlan = JSON.stringify(plan) === JSON.stringify(planView(view, info));
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
  const drawn: Settled[] = [];
  let now: Dashboard | null = null;
  const Panel = () => {
    drawn.push(useSettled());
    return null;
  };
  const Control = () => {
    now = useDashboard();
    drawn.push(now.settled);
    return null;
  };
  const { unmount } = render(
    <EngineProvider engine={cachedEngine(over(slow.engine), 1e6)}>
      <DashboardProvider info={info} initial={initial}>
        <Control />
        <Panel />
        <DrawnPanel>
          <Panel />
        </DrawnPanel>
      </DashboardProvider>
    </EngineProvider>,
  );
  return { slow, drawn, unmount, now: () => now as unknown as Dashboard };
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
  | { readonly kind: 'answer' | 'fail'; readonly at: number }
  | { readonly kind: 'answer-all' | 'retry' };

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('click', 'drag'), query: fc.constantFrom(...VIEWS) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer'), at: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail'), at: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('answer-all', 'retry') }) },
);

async function make(page: Page, move: Move): Promise<void> {
  const { open } = page.slow;
  await act(async () => {
    if (move.kind === 'click') page.now().go(viewOf(move.query));
    else if (move.kind === 'drag') page.now().go(viewOf(move.query), 'replace');
    else if (move.kind === 'answer') open[move.at % Math.max(1, open.length)]?.answer();
    else if (move.kind === 'fail') open[move.at % Math.max(1, open.length)]?.fail();
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
            const wanted = new Set(
              queriesOf(planView(page.now().view, info)).map(([, query]) => JSON.stringify(query)),
            );
            expect(page.slow.open.filter(({ key }) => !wanted.has(key))).toEqual([]);
          }
          for (let turns = 0; page.now().busy || page.now().error !== null; turns++) {
            expect(turns).toBeLessThan(4);
            await make(page, { kind: page.now().error === null ? 'answer-all' : 'retry' });
          }
          expect(page.now().settled.view).toBe(page.now().view);
          expect(page.drawn.flatMap(strays)).toEqual([]);
          expect(page.drawn.at(-1)?.view).toBe(page.now().view);
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
    const last = queriesOf(planView(viewOf('actor=blue'), info)).map(([, query]) => JSON.stringify(query));
    expect(new Set(page.slow.answered)).toEqual(new Set(last));
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
