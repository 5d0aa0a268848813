// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DashboardProvider, useSettled } from '@/components/dashboard/state/dashboard-context';
import { DrawnPanel } from '@/components/dashboard/state/drawn-in-sight';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import type { ColumnsSource, ColumnsState } from '@/lib/client/served/columns-state';
import { answerPlan } from '@/lib/query/plan/answers';
import { planView } from '@/lib/query/plan/plan';
import { parseView } from '@/lib/view/parse';
import { infoOf, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { Overview } from './overview';

beforeEach(() => {
  vi.useFakeTimers();
  window.history.replaceState(null, '', '/test');
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({
    ...{ x: 0, y: 0, left: 0, top: 0, right: 928, bottom: 66, width: 928, height: 66 },
    toJSON: () => null,
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function Count() {
  const { answers, view } = useSettled();
  return <p data-testid="count">{`${view.from?.text ?? 'all'}: ${answers.total.matched}`}</p>;
}

const count = () => screen.getByTestId('count').textContent;
const pause = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const frame = () => pause(60);

/** A page with a brush, whose columns fare so. */
async function page(kind: ColumnsState['kind']) {
  const engine = testEngine(SMALL);
  const { view } = parseView(SMALL.meta.id, new URLSearchParams());
  const initial = await answerPlan(engine.engine, planView(view, infoOf(SMALL)));
  const columns = { state: () => ({ kind }), subscribe: () => () => {} } as unknown as ColumnsSource;
  render(
    <EngineProvider engine={engine.engine} columns={columns}>
      <DashboardProvider info={infoOf(SMALL)} initial={initial}>
        <DrawnPanel>
          <Overview />
        </DrawnPanel>
        <Count />
      </DashboardProvider>
    </EngineProvider>,
  );
  const first = screen.getByRole('slider', { name: 'First day of the window' });
  const strip = first.parentElement;
  if (strip === null) throw new Error('no strip');
  const at = (clientX: number) => ({ clientX, pointerId: 1, button: 0, isPrimary: true });
  fireEvent.pointerDown(first, at(168));
  const move = async (clientX: number) => {
    fireEvent.pointerMove(strip, at(clientX));
    await frame();
  };
  return {
    move,
    up: () => fireEvent.pointerUp(strip, at(0)),
    giveUp: () => fireEvent.pointerCancel(strip, at(0)),
  };
}

it('has the page follow while the hand moves, and the address when it lets go, in one step', async () => {
  const { move, up } = await page('here');
  const before = window.history.length;
  const seen = [count()];
  for (const x of [300, 450, 600]) {
    await move(x);
    seen.push(count());
    expect(window.location.search).toBe('');
  }
  expect(new Set(seen).size).toBe(4);
  up();
  expect(window.location.search).toBe(`?from=${seen[3]?.split(':')[0]}`);
  expect(window.history.length).toBe(before + 1);
  await frame();
  expect(count()).toBe(seen[3]);
});

it('goes back to where it was where the gesture is given up', async () => {
  const { move, giveUp } = await page('here');
  const before = count();
  await move(450);
  expect(count()).not.toBe(before);
  giveUp();
  await frame();
  expect([count(), window.location.search]).toEqual([before, '']);
});

it('is given up by Escape for good, whatever the hand does until it lets go', async () => {
  const { move, up } = await page('here');
  const before = count();
  await move(450);
  const pressEscape = () =>
    fireEvent.keyDown(screen.getByRole('slider', { name: 'First day of the window' }), { key: 'Escape' });
  // It is for the drag alone, and once there is none for what else can be closed.
  expect(pressEscape()).toBe(false);
  await move(460);
  up();
  await frame();
  expect([count(), window.location.search]).toEqual([before, '']);
  expect(pressEscape()).toBe(true);
});

it('is not ended by the pause after a key that was pressed before', async () => {
  const { move, up } = await page('here');
  fireEvent.keyDown(screen.getByRole('slider', { name: 'First day of the window' }), { key: 'ArrowRight' });
  await move(450);
  await pause(450);
  expect(window.location.search).toBe('');
  up();
  expect(window.location.search).toMatch(/^\?from=20/);
});

it('follows only when the hand rests where a server answers', async () => {
  const { move } = await page('stays');
  const before = count();
  await move(450);
  expect([count(), window.location.search]).toEqual([before, '']);
  await pause(200);
  expect(window.location.search).toMatch(/^\?from=20/);
});
