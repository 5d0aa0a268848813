// @vitest-environment jsdom
import { setMaxListeners } from 'node:events';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cachedEngine } from '@/lib/engine/cache';
import type { Part } from '@/lib/query/plan/in-sight';
import { parseView } from '@/lib/view/parse';
import type { View } from '@/lib/view/view';
import { renderDashboard, testEngine } from '@/testing/pages/test-dashboard';
import { SMALL } from '@/testing/pages/test-series';
import { watchedSight } from '@/testing/pages/watched-sight';
import { type FollowingHand, useDashboard, useFollow, useSettled } from './dashboard-context';
import { DrawnPanel } from './drawn-in-sight';

// A plan has one signal for all of its queries; Node takes more than ten listeners for a leak, browsers do not.
setMaxListeners(100);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const viewOf = (query: string): View => parseView(SMALL.meta.id, new URLSearchParams(query)).view;

/** How many incidents a panel says there are, and in which part of the window. */
function Panel({ name }: { readonly name: string }) {
  const { answers, view } = useSettled();
  return <p data-testid={name}>{`${view.from?.text ?? 'all'} ${answers.total.matched}`}</p>;
}

/** How many incidents the first page of the table holds, and from when on the view is. */
function Rows() {
  const { answers, view } = useSettled();
  const said = `${view.from?.text ?? 'all'} ${answers.rows.total}`;
  drawnRows.push(said);
  return <p data-testid="rows">{said}</p>;
}
let drawnRows: string[] = [];

let hand: FollowingHand;
let shown: string | undefined;
function Control() {
  hand = useFollow();
  shown = useDashboard().view.from?.text;
  return null;
}

async function draw(engine = testEngine(SMALL)) {
  await renderDashboard(
    SMALL,
    '',
    <>
      <Control />
      <Panel name="figures" />
      <DrawnPanel>
        <Panel name="chart" />
      </DrawnPanel>
    </>,
    { ...engine, seen: [] },
  );
}

/** Follows to a view; what is drawn by that is drawn when the act ends, so it cannot be waited for inside. */
async function follow(query: string): Promise<void> {
  let done: Promise<void> = Promise.resolve();
  await act(async () => {
    done = hand.follow(viewOf(query));
    done.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  await done;
}

const said = (name: string) => screen.getByTestId(name).textContent;
const all = SMALL.incidents.length;

/** Tells the panel that looks last whether it is in sight. */
function sightOfLast() {
  const all = watchedSight();
  return (entries: { isIntersecting: boolean }[]) => all.at(-1)?.(entries);
}

describe('a page that follows a hand', () => {
  it('draws a view whole, in no address, and goes back to the one that is', async () => {
    await draw();
    const before = said('figures');
    await follow('from=2021');
    expect(said('figures')).toMatch(/^2021 /);
    expect(said('figures')).not.toBe(`2021 ${all}`);
    expect(said('chart')).toBe(said('figures'));
    expect([shown, window.location.search]).toEqual(['2021', '']);
    act(() => hand.endFollowing(false));
    expect([said('figures'), said('chart'), shown]).toEqual([before, before, undefined]);
  });

  it('keeps what it drew last until the address is answered, and asks no more for what it has', async () => {
    const { engine, asked } = testEngine(SMALL);
    await draw({ engine: cachedEngine(engine, 1e6), asked });
    await follow('from=2021');
    const [drawn, before] = [said('figures'), asked.length];
    window.history.pushState(null, '', '/test?from=2021');
    act(() => {
      hand.endFollowing(true);
      window.dispatchEvent(new Event('popstate'));
    });
    expect(said('figures')).toBe(drawn);
    // Rows and filters nobody saw; they are asked for now, and what was in sight is not.
    const kinds = new Set(asked.slice(before).map(({ kind }) => kind));
    expect([kinds.has('rows'), kinds.has('facet'), kinds.has('total')]).toEqual([true, true, false]);
  });

  it('leaves what is out of sight as it was until the hand lets go', async () => {
    const see = sightOfLast();
    await draw();
    const before = said('chart');
    act(() => see([{ isIntersecting: false }]));
    await follow('from=2021');
    expect([said('figures') === before, said('chart')]).toEqual([false, before]);
    act(() => see([{ isIntersecting: true }]));
    expect(said('chart')).toBe(said('figures'));
  });

  it('asks for what is in sight alone, and for what comes into sight at once, of the view where the hand is', async () => {
    const see = sightOfLast();
    const { engine, asked } = testEngine(SMALL);
    const rows: readonly Part[] = ['rows'];
    drawnRows = [];
    await renderDashboard(
      SMALL,
      '',
      <>
        <Control />
        <Panel name="figures" />
        <DrawnPanel draws={rows}>
          <Rows />
        </DrawnPanel>
      </>,
      { engine: cachedEngine(engine, 1e6), seen: [] },
    );
    const whole = said('rows');
    act(() => see([{ isIntersecting: false }]));
    asked.length = 0;
    await follow('from=2021');
    const many = (wanted: string) => asked.filter(({ kind }) => kind === wanted).length;
    // Who began it, which is drawn wherever a page is scrolled to; the types at any time, which notes on the coverage go by, the page has.
    expect([many('total') > 0, many('rows'), many('marks'), many('facet')]).toEqual([true, 0, 0, 1]);
    expect(said('rows')).toBe(whole);
    asked.length = 0;
    await act(async () => {
      see([{ isIntersecting: true }]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(asked.map(({ kind }) => kind)).toEqual(['rows']);
    expect([said('rows'), said('rows') === whole]).toEqual([said('figures'), false]);
    // Never the rows of one view under another.
    expect(new Set(drawnRows)).toEqual(new Set([whole, said('figures')]));
    await follow('from=2022');
    expect(said('rows')).toBe(said('figures'));
  });

  it('goes back to an address that changed beneath the hand, and answers that', async () => {
    await draw();
    await follow('from=2021');
    window.history.pushState(null, '', '/test?from=2022');
    act(() => {
      window.dispatchEvent(new Event('popstate'));
    });
    await follow('from=2020-06');
    act(() => hand.endFollowing(false));
    await vi.waitFor(() => expect(said('figures')).toMatch(/^2022 /));
    expect(said('chart')).toBe(said('figures'));
  });

  it('says of what cannot be answered that it could not, and stays where it was', async () => {
    let broken = false;
    await draw(testEngine(SMALL, () => broken));
    const before = said('figures');
    broken = true;
    await expect(follow('from=2021')).rejects.toThrow('the server is gone');
    expect(said('figures')).toBe(before);
  });
});
