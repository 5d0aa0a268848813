// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useDashboard, useNavigation } from '@/components/dashboard/state/dashboard-context';
import { changeView } from '@/lib/view/change';
import type { View } from '@/lib/view/view';
import { FEW, panel } from '@/testing/pages/map-page';
import { MapPanel } from './map-panel';

afterEach(cleanup);

/** Buttons that change the view, and whether its answers are on their way. */
function Steps() {
  const { go } = useNavigation();
  const { busy, error } = useDashboard();
  const to = (name: string, change: Partial<View>) => (
    <button type="button" onClick={() => go((now) => changeView(now, change))}>
      {name}
    </button>
  );
  return (
    <>
      {to('blue', { actors: ['blue'] })}
      {to('red', { actors: ['red'] })}
      {to('by title', { sort: [{ column: 'title', descending: false }] })}
      <output>{error ?? (busy ? 'busy' : 'still')}</output>
    </>
  );
}

/** A page whose maps never come, and one that is asked for of a view. */
async function waiting() {
  const given = await panel(FEW);
  given.ask.mockImplementation(() => new Promise(() => {}));
  render(
    given.page(
      <>
        <Steps />
        <MapPanel />
      </>,
    ),
  );
  const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  click('blue');
  await waitFor(() => expect(given.ask).toHaveBeenCalledTimes(1));
  const says = (words: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(words));
  const isGivenUp = (at: number) => given.ask.mock.calls[at]![1].aborted;
  const map = screen.getByRole('region', { name: /^Map of attacks/ });
  return { ...given, click, says, isGivenUp, isBusy: () => map.getAttribute('aria-busy') };
}

describe('a map that is asked for', () => {
  it('is given up once the page is on its way to another, before the answers to that have come', async () => {
    const { ask, engine, click, says, isGivenUp, isBusy } = await waiting();
    const { run } = engine;
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(engine, 'run').mockImplementation(async (query, signal) => {
      await held;
      return run(query, signal);
    });
    expect(isGivenUp(0)).toBe(false);
    click('red');
    await says('busy');
    expect([isGivenUp(0), ask.mock.calls.length, isBusy()]).toEqual([true, 1, 'true']);
    answer();
    await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    expect([ask.mock.lastCall![0].actors, isGivenUp(1)]).toEqual([['red'], false]);
  });

  it('is asked for again where the view after it cannot be had', async () => {
    const { ask, engine, click, says, isGivenUp } = await waiting();
    vi.spyOn(engine, 'run').mockRejectedValue(new Error('the server is gone'));
    click('red');
    await says('the server is gone');
    expect(ask.mock.calls.map(([view]) => view.actors)).toEqual([['blue'], ['blue']]);
    expect([isGivenUp(0), isGivenUp(1)]).toEqual([true, false]);
  });

  it('is asked on for a view with the same map', async () => {
    const { ask, click, says, isGivenUp } = await waiting();
    click('by title');
    await waitFor(() => expect(window.location.search).toContain('sort=title'));
    await says('still');
    expect([isGivenUp(0), ask.mock.calls.length]).toEqual([false, 1]);
  });
});
