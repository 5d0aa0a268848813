// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { DashboardProvider } from '@/components/dashboard/state/dashboard-context';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { ViewLink } from '@/components/ui/view-link';
import type { Engine } from '@/lib/query/engine';
import { evaluate } from '@/lib/query/meaning/evaluate';
import { layingTimeline } from '@/lib/render/timeline/laying';
import { changeView } from '@/lib/view/change';
import {
  SAMPLE_SERIES,
  sampleAnswers,
  sampleIncident,
  sampleInfo,
  sampleLayout,
} from '@/testing/pictures/timeline-sample';
import { Timeline } from './timeline';
import { keptLook } from './use-timeline';

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));
/** The steps of what was laid out, one after the other. */
const steps: string[] = [];
vi.mock('@/lib/render/timeline/laying', async (original) => {
  const real = await original<typeof import('@/lib/render/timeline/laying')>();
  const watched: typeof real.layingTimeline = (input) => {
    const { lay, whole } = real.layingTimeline(input);
    const step = <Args extends unknown[], Out>(name: string, run: (...args: Args) => Out) =>
      vi.fn((...args: Args) => {
        steps.push([name, ...args].join(' '));
        return run(...args);
      });
    return { input, lay: step('lane', lay), whole: step('whole', whole) };
  };
  return { ...real, layingTimeline: vi.fn(watched) };
});

afterEach(cleanup);

it('is not laid out anew for another order of the table, which its links keep, but for another filter', async () => {
  window.history.replaceState(null, '', '/example?from=2023&to=2023');
  const engine: Engine = {
    name: 'test',
    run: async (query) => evaluate(SAMPLE_SERIES, query),
    close: async () => {},
  };
  // What two views have in common is one answer, as in a page.
  const { cachedEngine } = await import('@/lib/engine/cache');
  const initial = await sampleAnswers('from=2023&to=2023');
  render(
    <EngineProvider engine={cachedEngine(engine, 1_000_000)}>
      <DashboardProvider info={sampleInfo()} initial={initial}>
        <ViewLink view={(now) => changeView(now, { sort: [{ column: 'title', descending: false }] })}>
          order
        </ViewLink>
        <ViewLink view={(now) => changeView(now, { sort: [{ column: 'title', descending: true }] })}>
          reverse
        </ViewLink>
        <ViewLink view={(now) => changeView(now, { types: ['bombing'] })}>filter</ViewLink>
        <Timeline />
      </DashboardProvider>
    </EngineProvider>,
  );
  // Lane by lane in components of their own, between which React may give way, and put together once all are laid.
  const lanes = document.querySelectorAll('[data-lane]').length;
  expect(lanes).toBeGreaterThan(1);
  const byLane = Array.from({ length: lanes }, (_, at) => `lane ${at}`);
  expect(steps).toEqual([...byLane, 'whole']);
  const lane = () => document.querySelector('[data-lane]')?.getAttribute('href');
  const laid = vi.mocked(layingTimeline).mock.calls.length;
  fireEvent.click(screen.getByText('order'));
  await waitFor(() => expect(lane()).toContain('sort=title'));
  fireEvent.click(screen.getByText('reverse'));
  await waitFor(() => expect(lane()).toContain('sort=-title'));
  expect(vi.mocked(layingTimeline).mock.calls.length).toBe(laid);
  fireEvent.click(screen.getByText('filter'));
  await waitFor(() => expect(vi.mocked(layingTimeline).mock.calls.length).toBeGreaterThan(laid));
});

it('keeps counts and fine marks where larger ones for the same days would move what is beneath', async () => {
  const incidents = Array.from({ length: 16 }, (_, at) =>
    sampleIncident(`i${at}`, '2023-05-01', 0, ['iskp claimed certain']),
  );
  const series = { ...SAMPLE_SERIES, incidents };
  const draw = (look: 'fine' | 'large', cells = false, to = '2023') =>
    sampleLayout(`from=2023&to=${to}&roll=own`, 1200, { series, look, cells });
  const [fine, large, counts] = [await draw('fine'), await draw('large'), await draw('large', true)];
  expect(counts.height).toBeLessThan(fine.height);
  expect(fine.height).toBeLessThan(large.height);
  expect(keptLook(fine, large)).toBe('fine');
  expect(keptLook(counts, large)).toBe('cells');
  expect(keptLook(counts, fine)).toBe('cells');
  // What becomes lower moves nothing that a room does not keep, and other days are another drawing.
  expect([keptLook(large, fine), keptLook(fine, counts), keptLook(null, large)]).toEqual([null, null, null]);
  expect(keptLook(fine, await draw('large', false, '2023-11'))).toBeNull();
});
