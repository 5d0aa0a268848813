// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DashboardProvider, useSettled } from '@/components/dashboard/state/dashboard-context';
import { EngineProvider } from '@/components/dashboard/state/engine-context';
import { FirstWidth } from '@/components/ui/use-width';
import type { ColumnsSource, ColumnsState } from '@/lib/client/served/columns-state';
import type { Engine } from '@/lib/query/engine';
import { evaluate } from '@/lib/query/meaning/evaluate';
import type { Answers } from '@/lib/query/plan/answers';
import type { Query } from '@/lib/query/query';
import { layingTimeline } from '@/lib/render/timeline/laying';
import { formatDay, toDay } from '@/lib/time/day';
import { watchedSight } from '@/testing/pages/watched-sight';
import { SAMPLE_SERIES, sampleAnswers, sampleIncident, sampleInfo } from '@/testing/pictures/timeline-sample';
import { Overview } from './overview/overview';
import { WindowFields } from './overview/window-fields';
import { Timeline } from './timeline';

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));
vi.mock('@/lib/render/timeline/laying', async (original) => {
  const real = await original<typeof import('@/lib/render/timeline/laying')>();
  return { ...real, layingTimeline: vi.fn(real.layingTimeline) };
});

const QUERY = 'from=2023&to=2023';
const waiting: Engine = { name: 'waiting', run: () => new Promise(() => {}), close: () => Promise.resolve() };

function page(
  initial: Answers,
  engine: Engine = waiting,
  columns?: ColumnsSource,
  timeline: ReactNode = <Timeline />,
) {
  return (
    <EngineProvider engine={engine} {...(columns ? { columns } : {})}>
      <DashboardProvider info={sampleInfo()} initial={initial}>
        {timeline}
        <Overview />
        <WindowFields />
      </DashboardProvider>
    </EngineProvider>
  );
}

/** The changes of the address, in order. */
function steps(): string[] {
  const gone: string[] = [];
  for (const step of ['push', 'replace'] as const) {
    const real = window.history[`${step}State`].bind(window.history);
    vi.spyOn(window.history, `${step}State`).mockImplementation((data, unused, href) => {
      gone.push(`${step} ${href}`);
      real(data, unused, href);
    });
  }
  return gone;
}

const focused = () => document.activeElement?.getAttribute('data-key');
const card = () => document.querySelector('[data-card]')?.textContent ?? null;

beforeEach(() => {
  window.history.replaceState(null, '', `/example?${QUERY}`);
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

describe('the timeline', () => {
  it('stands in the page without scripts: every mark a link, every link reachable', async () => {
    const html = renderToString(page(await sampleAnswers(QUERY)));
    expect(html).toMatch(/href="\/example\?from=2023&amp;to=2023&amp;select=2023-03-22,[\w-]+#incidents"/);
    expect(html).toContain('<title>22 Mar 2023: Attack large. ISKP, claimed. 140 killed.</title>');
    expect(html).not.toContain('tabindex="-1" class');
  });

  it('is one stop of the Tab key and one for the names of lanes, and arrows go along a lane and between lanes', async () => {
    const user = userEvent.setup();
    render(page(await sampleAnswers(QUERY)));
    const plot = screen.getByRole('group', { name: 'Timeline of attacks by actor' });
    expect(plot.querySelectorAll('[data-key][tabindex="0"]')).toHaveLength(1);
    expect(plot.querySelectorAll('[data-lane][tabindex="0"]')).toHaveLength(1);
    act(() => plot.querySelector<SVGAElement>('[data-key][tabindex="0"]')?.focus());
    expect(focused()).toBe('islamic-state/disputed');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('iskp/beside');
    await user.keyboard('{Home}');
    expect(focused()).toBe('iskp/claim');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('iskp/large');
    await user.keyboard('{End}{ArrowRight}');
    expect(focused()).toBe('iskp/beside');
    expect(plot.querySelectorAll('[data-key][tabindex="0"]')).toHaveLength(1);
  });

  it('shows a card on focus, which Escape closes', async () => {
    const user = userEvent.setup();
    render(page(await sampleAnswers(QUERY)));
    act(() => screen.getByRole('link', { name: /Attack disputed/ }).focus());
    expect(card()).toBe(
      '1 Jun 2023Attack disputedIS itself: claimedKilled: 12Disputed. Not in the low figure of IS itself.',
    );
    await user.keyboard('{Escape}');
    expect(card()).toBeNull();
  });

  it('selects the days of a mark in its lane on a plain click, and leaves other clicks to the browser', async () => {
    const gone = steps();
    render(page(await sampleAnswers(QUERY)));
    const mark = screen.getByRole('link', { name: /Attack large/ });
    fireEvent.click(mark);
    expect(gone).toEqual([
      expect.stringMatching(/^push \/example\?from=2023&to=2023&select=2023-[\d-]+,\w+$/),
    ]);
    mark.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(mark, { ctrlKey: true });
    expect(gone).toHaveLength(1);
  });

  it('zooms by key in one step of the history', async () => {
    vi.useFakeTimers();
    const gone = steps();
    render(page(await sampleAnswers(QUERY)));
    const mark = screen.getByRole('link', { name: /Attack large/ });
    fireEvent.keyDown(mark, { key: '0' });
    act(() => vi.advanceTimersByTime(2000));
    expect(gone).toEqual(['replace /example', 'replace /example?from=2023&to=2023', 'push /example']);
  });

  it('selects a lane by its name, which the arrow keys go along', async () => {
    const user = userEvent.setup();
    const gone = steps();
    render(page(await sampleAnswers(QUERY)));
    const lanes = screen.getAllByRole('link', { name: /^Select / });
    act(() => lanes[0]?.focus());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(lanes[1]);
    await user.click(lanes[1]!);
    expect(gone).toEqual(['push /example?from=2023&to=2023&select=*,iskp']);
  });

  it('names its lanes with their counts', async () => {
    render(page(await sampleAnswers(QUERY)));
    const lane = screen.getByRole('group', { name: 'Islamic State – Khorasan Province: 3 (2–3)' });
    expect(within(lane).getAllByRole('link', { name: /killed|deaths/ })).toHaveLength(3);
  });
});

describe('a crowded timeline', () => {
  /** Seven incidents a week and group: more than are drawn as marks, in more cells than are links. */
  const crowd = {
    ...SAMPLE_SERIES,
    incidents: ['iskp', 'iscp', 'atesh'].flatMap((actor) =>
      Array.from({ length: 364 }, (_, day) => {
        const date = formatDay(toDay(2023, 1, 2 + day));
        return sampleIncident(`${actor}-${day}`, date, 1, [`${actor} claimed certain`]);
      }),
    ),
  };
  const query = `${QUERY}&bin=week&roll=own`;
  const crowded = async () => {
    window.history.replaceState(null, '', `/example?${query}`);
    render(page(await sampleAnswers(query, crowd)));
    return screen.getByRole('group', { name: 'Timeline of attacks by actor' });
  };

  it('is drawn as a few shapes, and the one link is where the keyboard is', async () => {
    const user = userEvent.setup();
    const plot = await crowded();
    expect(plot.querySelectorAll('a[data-key]')).toHaveLength(1);
    const drawn = plot.querySelectorAll('[role=group] path');
    expect(drawn.length).toBeLessThan(20);
    // A box for each week up to best, which is as high as high.
    const boxes = [...drawn].map((path) => path.getAttribute('d')?.match(/v-/g)?.length ?? 0);
    expect(boxes.reduce((sum, count) => sum + count, 0)).toBe(3 * 52);
    act(() => plot.querySelector<SVGAElement>('a[data-key]')?.focus());
    const first = focused();
    await user.keyboard('{ArrowRight}');
    expect(focused()).not.toBe(first);
    expect(card()).toMatch(/7 attacks/);
    expect(plot.querySelectorAll('a[data-key]')).toHaveLength(1);
  });

  it('opens what is under the pointer', async () => {
    const plot = await crowded();
    const gone = steps();
    const drawing = plot.querySelector('svg:last-of-type') as SVGSVGElement;
    fireEvent.pointerMove(drawing, { clientX: 500, clientY: 50 });
    expect(card()).toMatch(/7 attacks/);
    fireEvent.click(drawing, { clientX: 500, clientY: 50 });
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatch(/^push \/example\?.*select=/);
  });
});

describe('a timeline of more than a thousand incidents', () => {
  const crowd = {
    ...SAMPLE_SERIES,
    incidents: ['iskp', 'iscp', 'atesh'].flatMap((actor) =>
      Array.from({ length: 364 }, (_, day) =>
        sampleIncident(`${actor}-${day}`, formatDay(toDay(2023, 1, 2 + day)), day % 4, [
          `${actor} claimed certain`,
        ]),
      ),
    ),
  };
  const query = `${QUERY}&bin=week&roll=own`;
  const painted = vi.fn();
  const paints = () => {
    vi.stubGlobal('Path2D', class {});
    const brush = new Proxy({} as Record<string, unknown>, {
      get: (held, name: string) => held[name] ?? (name === 'drawImage' ? painted : () => undefined),
    });
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(brush as never);
  };
  const draw = async (near: boolean) => {
    window.history.replaceState(null, '', `/example?${query}`);
    const answers = await sampleAnswers(query, crowd, near);
    render(page(answers));
    return screen.getByRole('group', { name: 'Timeline of attacks by actor' });
  };
  beforeEach(() => {
    painted.mockClear();
    paints();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('paints each mark once, and has one link for the keyboard, which goes along them', async () => {
    const user = userEvent.setup();
    const plot = await draw(true);
    expect(painted).toHaveBeenCalledTimes(3 * 364);
    expect(plot.querySelectorAll('a[data-key]')).toHaveLength(1);
    act(() => plot.querySelector<SVGAElement>('a[data-key]')?.focus());
    expect(card()).toMatch(/2 Jan 2023/);
    await user.keyboard('{ArrowRight}');
    expect(card()).toMatch(/3 Jan 2023/);
    expect(screen.getByRole('link', { name: /3 Jan 2023.*1 killed/ })).toBe(document.activeElement);
  });

  it('opens what is under the pointer', async () => {
    const plot = await draw(true);
    const gone = steps();
    const drawing = plot.querySelector('svg:last-of-type') as SVGSVGElement;
    const middle = Number(plot.querySelector('[data-lane] rect')?.getAttribute('y')) + 22;
    fireEvent.pointerMove(drawing, { clientX: 500, clientY: middle });
    expect(card()).toMatch(/2023/);
    fireEvent.click(drawing, { clientX: 500, clientY: middle });
    expect(gone[0]).toMatch(/^push \/example\?.*select=/);
  });

  /** Columns that come when they are told to, and whether the timeline is on the screen. */
  const arriving = () => {
    let [state, heard]: [ColumnsState, () => void] = [{ kind: 'waiting' }, () => {}];
    const columns = {
      state: () => state,
      subscribe: (changed: () => void) => {
        heard = changed;
        return () => {};
      },
    } as unknown as ColumnsSource;
    const seen = watchedSight();
    return {
      columns,
      arrive: async () => {
        state = { kind: 'here' };
        await act(async () => {
          heard();
          await new Promise((resolve) => setTimeout(resolve));
        });
      },
      leaveSight: () =>
        act(() => {
          for (const tell of seen) tell([{ isIntersecting: false }]);
        }),
    };
  };

  /** As many incidents on 26 days: heaps that are higher than a lane of counts. */
  const heaped: typeof crowd = {
    ...crowd,
    incidents: ['iskp', 'iscp', 'atesh'].flatMap((actor) =>
      Array.from({ length: 364 }, (_, at) =>
        sampleIncident(`${actor}-${at}`, formatDay(toDay(2023, 1, 2 + 14 * (at % 26))), 0, [
          `${actor} claimed certain`,
        ]),
      ),
    ),
  };

  it.each([
    ['in the room of cells', crowd, true],
    ['once what is higher than cells is out of sight', heaped, false],
  ])('has marks when the incidents come, %s', async (_, series, atOnce) => {
    window.history.replaceState(null, '', `/example?${query}`);
    const { columns, arrive, leaveSight } = arriving();
    const engine = { ...waiting, run: async (asked: Query) => evaluate(series, asked) } as Engine;
    render(page(await sampleAnswers(query, series), engine, columns));
    const plot = screen.getByRole('group', { name: 'Timeline of attacks by actor' });
    const height = () => plot.querySelector('svg:last-of-type')?.getAttribute('height');
    const before = height();
    await arrive();
    expect([plot.querySelector('canvas') !== null, height()]).toEqual([atOnce, before]);
    leaveSight();
    expect(plot.querySelector('canvas')).not.toBeNull();
    expect(height() === before).toBe(atOnce);
  });

  it('keeps the cells of the server in sight, though the incidents were here before its script', async () => {
    window.history.replaceState(null, '', `/example?${query}`);
    const { columns, arrive, leaveSight } = arriving();
    const engine = { ...waiting, run: async (asked: Query) => evaluate(heaped, asked) } as Engine;
    const initial = await sampleAnswers(query, heaped);
    const { rerender } = render(page(initial, engine, columns, <p>cells</p>));
    await arrive();
    // As the panel takes over from the server, at a width that is known.
    await act(async () =>
      rerender(
        page(
          initial,
          engine,
          columns,
          <FirstWidth value={928}>
            <Timeline />
          </FirstWidth>,
        ),
      ),
    );
    const plot = screen.getByRole('group', { name: 'Timeline of attacks by actor' });
    expect(plot.querySelector('canvas')).toBeNull();
    const layings = () => vi.mocked(layingTimeline).mock.calls.length;
    const before = layings();
    leaveSight();
    expect(plot.querySelector('canvas')).not.toBeNull();
    // Thousands of marks are laid out once, whether they are drawn at first or not.
    expect([before > 0, layings()]).toEqual([true, before]);
  });

  it('has no other panel drawn anew when the incidents come', async () => {
    window.history.replaceState(null, '', `/example?${query}`);
    const { columns, arrive, leaveSight } = arriving();
    const engine = { ...waiting, run: async (asked: Query) => evaluate(crowd, asked) } as Engine;
    const drawings: Answers[] = [];
    const Other = () => {
      drawings.push(useSettled().answers);
      return null;
    };
    const both = (
      <>
        <Timeline />
        <Other />
      </>
    );
    render(page(await sampleAnswers(query, crowd), engine, columns, both));
    const before = drawings.length;
    await arrive();
    leaveSight();
    expect(document.querySelector('canvas')).not.toBeNull();
    expect(drawings).toHaveLength(before);
  });

  it('is drawn as shapes on paper, and as cells where answers come from afar', async () => {
    const plot = await draw(true);
    const drawn = () =>
      [...plot.querySelectorAll('g[role=group] > g path')]
        .map((path) => path.getAttribute('d')?.match(/Z/g)?.length ?? 0)
        .reduce((sum, outlines) => sum + outlines, 0);
    const pictures = () => plot.querySelectorAll(':scope > svg, [data-paper] svg').length;
    expect([plot.querySelector('canvas') === null, drawn(), pictures()]).toEqual([false, 0, 2]);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    const lanes = plot.querySelectorAll('[data-lane]').length / 2;
    expect([drawn(), pictures()]).toEqual([3 * 364, 2 + 1 + lanes]);
    expect(plot.querySelector('[data-paper] svg')?.textContent).toContain('2023');
    expect(screen.getByText(/they stand too close|each a mark/).textContent).not.toContain('Zoom in');
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect([drawn(), pictures()]).toEqual([0, 2]);
    cleanup();
    painted.mockClear();
    expect((await draw(false)).querySelector('canvas')).toBeNull();
    expect(painted).not.toHaveBeenCalled();
  });
});

describe('the overview', () => {
  it('has two sliders that say their days', async () => {
    render(page(await sampleAnswers(QUERY)));
    const [start, end] = screen.getAllByRole('slider');
    expect(start?.getAttribute('aria-valuetext')).toBe('1 Jan 2023');
    expect(end?.getAttribute('aria-valuetext')).toBe('31 Dec 2023');
  });

  it('moves an end by bins and writes one step of the history after a pause', async () => {
    vi.useFakeTimers();
    const gone = steps();
    render(page(await sampleAnswers(QUERY)));
    const [start] = screen.getAllByRole('slider');
    fireEvent.keyDown(start as Element, { key: 'ArrowRight' });
    expect(start?.getAttribute('aria-valuetext')).toBe('1 Feb 2023');
    fireEvent.keyDown(start as Element, { key: 'ArrowRight' });
    expect(start?.getAttribute('aria-valuetext')).toBe('1 Mar 2023');
    act(() => vi.advanceTimersByTime(2000));
    expect(gone.at(-1)).toBe('push /example?from=2023-03&to=2023');
    expect(gone.filter((step) => step.startsWith('push'))).toHaveLength(1);
  });

  it('makes a window by dragging where nothing stands', async () => {
    const gone = steps();
    render(page(await sampleAnswers(QUERY)));
    const strip = screen.getByRole('group', { name: /Overview/ });
    // The plot runs from 168 to 944 over the 2738 days of the coverage.
    const at = (day: number) => 168 + (day / 2738) * 776;
    fireEvent.pointerDown(strip, { pointerId: 1, button: 0, clientX: at(1) });
    fireEvent.pointerMove(strip, { pointerId: 1, clientX: at(364) });
    fireEvent.pointerUp(strip, { pointerId: 1, clientX: at(364) });
    expect(gone.at(-1)).toBe('push /example?to=2017');
  });

  it('takes dates from its fields and says what is wrong with one', async () => {
    const user = userEvent.setup();
    const gone = steps();
    render(page(await sampleAnswers(QUERY)));
    const from = screen.getByRole('textbox', { name: 'From' });
    await user.clear(from);
    await user.type(from, '2023-13{Enter}');
    expect(screen.getByRole('alert').textContent).toMatch(/“2023-13” is no date/);
    expect(gone).toEqual([]);
    await user.clear(from);
    await user.type(from, '2023-02{Enter}');
    expect(gone).toEqual(['push /example?from=2023-02&to=2023']);
  });
});
