// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FollowingHand, useFollow } from '@/components/dashboard/state/dashboard-context';
import { DrawnPanel } from '@/components/dashboard/state/drawn-in-sight';
import { ViewLink } from '@/components/ui/view-link';
import { changeView } from '@/lib/view/change';
import { parseView } from '@/lib/view/parse';
import { renderDashboard } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { Activity } from './activity';
import type { ActivityRechartsProps } from './activity-recharts';

const drawn: (number | null)[] = [];
function Chart({ data }: ActivityRechartsProps) {
  drawn.push(data.bins[0]?.start ?? null);
  return <p>by Recharts</p>;
}

let come = true;
vi.mock('./use-recharts', () => ({ useRecharts: () => (come ? Chart : null) }));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 900, 300));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let hand: FollowingHand;
function Hand() {
  hand = useFollow();
  return <ViewLink view={(now) => changeView(now, { actors: ['red'] })}>link</ViewLink>;
}

const chartAndHand = (
  <>
    <Hand />
    <DrawnPanel>
      <Activity />
    </DrawnPanel>
  </>
);

/** How long a view stands is told by hand: on a busy machine it may have stood for longer than a test waits. */
const rest = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function follow(query: string): Promise<void> {
  let done: Promise<void> = Promise.resolve();
  await act(async () => {
    done = hand.follow(parseView(SMALL.meta.id, new URLSearchParams(query)).view);
    await vi.advanceTimersByTimeAsync(20);
  });
  await done;
}

it('has the picture of the chart follow a hand, and Recharts and the addresses of links once it has let go', async () => {
  await renderDashboard(SMALL, '', chartAndHand);
  const chart = screen.getByText('by Recharts');
  const axis = () => screen.getByRole('application').querySelector('svg')?.textContent ?? null;
  const href = () => screen.getByRole('link', { name: 'link' }).getAttribute('href');
  const address = href();
  expect(axis()).toBeNull();
  drawn.length = 0;
  await follow('from=2021');
  await follow('from=2021-03');
  expect(axis()).toContain('2021');
  expect([drawn, href()]).toEqual([[], address]);
  act(() => hand.endFollowing(true));
  // Once the view has rested: the picture says the same.
  expect([axis(), drawn]).toEqual([expect.stringContaining('2021'), []]);
  await rest(20);
  await rest(300);
  expect(axis()).toBeNull();
  expect(drawn.length).toBe(1);
  expect(screen.getByText('by Recharts')).toBe(chart);
});

it('leaves the picture where Recharts comes while a hand moves, and draws by Recharts once it lets go', async () => {
  come = false;
  await renderDashboard(SMALL, '', chartAndHand);
  await follow('from=2021');
  come = true;
  await follow('from=2021-03');
  expect(screen.queryByText('by Recharts')).toBeNull();
  act(() => hand.endFollowing(true));
  expect(screen.getByText('by Recharts')).toBeTruthy();
});

it('shows a click by the picture of the chart, and by Recharts once the view rests', async () => {
  come = true;
  await renderDashboard(SMALL, '', chartAndHand);
  const axis = () => screen.getByRole('application').querySelector('svg')?.textContent ?? null;
  drawn.length = 0;
  await act(async () => screen.getByRole('link', { name: 'link' }).click());
  await rest(60);
  expect([axis() === null, drawn.length]).toEqual([false, 0]);
  await rest(300);
  expect([axis(), drawn.length]).toEqual([null, 1]);
});

it('has the marks of the picture lead where they say once a hand comes to them', async () => {
  come = true;
  await renderDashboard(SMALL, '', chartAndHand);
  await act(async () => screen.getByRole('link', { name: 'link' }).click());
  await rest(20);
  const chart = screen.getByRole('application');
  const leads = () => new Set(Array.from(chart.querySelectorAll('a'), (link) => link.getAttribute('href')));
  expect([...leads()]).toEqual(['#incidents']);
  fireEvent.pointerDown(chart.querySelector('a')!);
  expect(leads().size).toBeGreaterThan(0);
  expect([...leads()].every((href) => href?.startsWith('/test?actor=red&select='))).toBe(true);
});
