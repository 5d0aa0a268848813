// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { memo, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ColumnsSource, ColumnsState } from '@/lib/client/served/columns-state';
import type { Engine } from '@/lib/query/engine';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { parseView } from '@/lib/view/parse';
import { infoOf, renderDashboard, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { watchedSight } from '@/testing/pages/watched-sight';
import { type Dashboard, DashboardProvider, useDashboard, useSettled } from './dashboard-context';
import { DrawnInSight, DrawnPanel } from './drawn-in-sight';
import { EngineProvider } from './engine-context';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const info = infoOf(SMALL);
const viewOf = (query: string) => parseView(SMALL.meta.id, new URLSearchParams(query)).view;
const rest = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

/** What each part of the page said at each of its drawings: the actors of the view in the address, and of the settled one. */
type Drawings = Readonly<Record<'control' | 'filter' | 'panel', string[]>>;

let dashboard: Dashboard;
const Probe = memo(function Probe({ to }: { readonly to: string[] }) {
  dashboard = useDashboard();
  to.push(`${dashboard.view.actors.join() || 'all'}, ${useSettled().view.actors.join() || 'all'}`);
  return null;
});

/** A page with a control, a filter and a panel, whose columns fare so. */
async function page(kind: ColumnsState['kind'], engine: Engine = testEngine(SMALL).engine) {
  window.history.replaceState(null, '', '/test');
  const drawings: Drawings = { control: [], filter: [], panel: [] };
  const columns = { state: () => ({ kind }), subscribe: () => () => {} } as unknown as ColumnsSource;
  const initial = await answerPlan(testEngine(SMALL).engine, planView(viewOf(''), info));
  const { container } = render(
    <EngineProvider engine={engine} columns={columns}>
      <DashboardProvider info={info} initial={initial}>
        <DrawnInSight>
          <Probe to={drawings.filter} />
        </DrawnInSight>
        <DrawnPanel>
          <Probe to={drawings.panel} />
        </DrawnPanel>
        <Probe to={drawings.control} />
      </DashboardProvider>
    </EngineProvider>,
  );
  return { drawings, waits: () => container.querySelector('[aria-busy]') !== null };
}

/** The click of a reader, from which on the drawings are kept. */
async function click(drawings: Drawings): Promise<void> {
  for (const list of Object.values(drawings)) list.length = 0;
  await act(async () => dashboard.go(viewOf('actor=red')));
}

/** Waits until something holds, however slow the machine. */
function until(holds: () => void): Promise<void> {
  const look = async () => {
    await rest(10);
    holds();
  };
  return vi.waitFor(look, { timeout: 10_000, interval: 10 });
}

/** An engine that answers when it is told to. */
function heldBack() {
  let answer: () => void = () => {};
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { engine } = testEngine(SMALL);
  const run: Engine['run'] = (query, signal) => told.then(() => engine.run(query, signal));
  return { engine: { ...engine, run }, answer };
}

describe('a click', () => {
  it('has controls, filters and panels drawn once, with the figures, where the page answers by itself', async () => {
    const { drawings } = await page('here');
    await click(drawings);
    await until(() => expect(drawings.panel).not.toEqual([]));
    await rest(60);
    expect(drawings.control).toEqual(['red, red']);
    expect(drawings.filter).toEqual(['red, red']);
    expect(drawings.panel).toEqual(['red, red']);
  });

  it('waits for no more marks than a page comes with, and is an entry of the history as that before it', async () => {
    const { engine } = testEngine(SMALL);
    const limits: number[] = [];
    const run: Engine['run'] = (query, signal) => {
      if (query.kind === 'marks') limits.push(query.limit);
      return engine.run(query, signal);
    };
    const { drawings } = await page('here', { ...engine, run });
    window.history.replaceState({ of: 'a router' }, '', '/test');
    await click(drawings);
    const entry = () => [window.location.search, window.history.state];
    await until(() => expect(entry()).toEqual(['?actor=red', { of: 'a router' }]));
    expect(limits).toEqual([1000]);
  });

  it('is shown by controls at once where a server answers', async () => {
    const { engine, answer } = heldBack();
    const { drawings } = await page('stays', engine);
    await click(drawings);
    expect(drawings.control.at(-1)).toBe('red, all');
    expect(drawings.panel.at(-1)).toBe('red, all');
    answer();
    await until(() =>
      expect([drawings.control.at(-1), drawings.panel.at(-1)]).toEqual(['red, red', 'red, red']),
    );
    // A control in a panel, too, never takes back what it has shown.
    expect(drawings.panel.map((said) => said.split(', ')[0])).not.toContain('all');
  });

  it('is shown by controls after a moment where the answers of the page itself are late', async () => {
    const { engine, answer } = heldBack();
    const { drawings } = await page('here', engine);
    await click(drawings);
    expect([drawings.control, window.location.search]).toEqual([[], '?actor=red']);
    const shown = () => [drawings.control.at(-1), window.location.search];
    await until(() => expect(shown()).toEqual(['red, all', '?actor=red']));
    answer();
    await until(() => expect(shown()).toEqual(['red, red', '?actor=red']));
  });

  it('has what comes onto the page before its answer drawn as it was, and says so', async () => {
    const { engine } = testEngine(SMALL);
    let open = (_: boolean) => {};
    let fails = false;
    const run: Engine['run'] = (query, signal) =>
      fails && query.kind === 'rows'
        ? Promise.reject(new Error('the server is gone'))
        : engine.run(query, signal);
    const drawings: string[] = [];
    const Control = () => {
      dashboard = useDashboard();
      return null;
    };
    const Sheet = () => {
      const [isOpen, set] = useState(false);
      open = set;
      return (
        isOpen && (
          <DrawnInSight draws={['type']}>
            <Probe to={drawings} />
          </DrawnInSight>
        )
      );
    };
    const both = (
      <>
        <Control />
        <Sheet />
      </>
    );
    await renderDashboard(SMALL, '', both, { engine: { ...engine, run }, seen: [] });
    await act(async () => {
      dashboard.go(viewOf('actor=red'));
    });
    await until(() => expect(dashboard.busy).toBe(false));
    fails = true;
    await act(async () => dashboard.go(viewOf('actor=blue')));
    await until(() => expect([dashboard.isDrawn, dashboard.error]).toEqual([true, 'the server is gone']));
    act(() => open(true));
    // Controls are ahead, as ever.
    expect([drawings.at(-1), document.querySelector('[aria-busy]') !== null]).toEqual(['blue, red', true]);
    fails = false;
    act(() => dashboard.retry());
    await until(() => expect(drawings.at(-1)).toBe('blue, blue'));
    expect(document.querySelector('[aria-busy]')).toBeNull();
  });

  it('draws nothing that nobody sees until the view rests', async () => {
    const tell = watchedSight();
    const { drawings, waits } = await page('here');
    act(() => {
      for (const see of tell) see([{ isIntersecting: false }]);
    });
    await click(drawings);
    await rest(20);
    expect(drawings).toEqual({ control: ['red, red'], filter: [], panel: [] });
    expect(waits()).toBe(true);
    await rest(300);
    expect([drawings.filter, drawings.panel.at(-1), waits()]).toEqual([['red, red'], 'red, red', false]);
  });
});
