import type { CDPSession, Page } from '@playwright/test';

/** What the main thread did over a stretch, in milliseconds. */
export interface MainThread {
  /** From the beginning until what changed last before the page rested was painted: all that is in sight. */
  readonly painted: number;
  /** All that a processor worked for the main thread until then, whatever for: what else the machine does is not in it. */
  readonly worked: number;
  /** What it worked from then on, for panels that are out of sight and wait until the view rests. */
  readonly rest: number;
  /** Lengths of the tasks of 50 ms and more. */
  readonly long: readonly number[];
}

interface Recorder {
  long: number[];
  lastChange: number;
  /** Where what stood in the page when a step began was: whether on the screen, or near it. Of what is not in it the element around it tells. */
  near: WeakMap<Element, boolean>;
  /** When changes were painted that are on the screen or near it. */
  inSight: number[];
  /** When the answers to the last view came, where the headline said that it waits for them. */
  answered: number;
  inSightChanged: boolean;
  /** When a change of the charts over time was painted last. */
  lastChart: number;
  changed: boolean;
  chartChanged: boolean;
}

declare global {
  interface Window {
    benchRecorder?: Recorder;
  }
}

/**
 * Notes long tasks and changes of the page from its beginning; to be run before any script of the page. Holds no function with a name
 * of its own: what compiles it would have each call a helper that the page does not have.
 */
export function record(): void {
  const recorder: Recorder = {
    ...{ long: [], lastChange: 0, inSight: [], answered: 0, lastChart: 0 },
    ...{ changed: false, inSightChanged: false, chartChanged: false },
    near: new WeakMap(),
  };
  window.benchRecorder = recorder;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) recorder.long.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver((all) => {
    // Addresses are written into links when the page rests, and React takes names and types from inputs and gives them back whenever it draws
    // them: nothing is painted for what is as it was, by the first of the changes of an attribute.
    const known = new Map<Node, Set<string>>();
    const changes = all.filter(({ attributeName, oldValue, target }) => {
      if (attributeName === null) return true;
      const attributes = known.get(target) ?? new Set();
      known.set(target, attributes);
      if (attributeName === 'href' || attributes.has(attributeName)) return false;
      attributes.add(attributeName);
      return (target as Element).getAttribute(attributeName) !== oldValue;
    });
    if (changes.length === 0) return;
    if (
      changes.some(
        ({ attributeName, target }) =>
          attributeName === 'aria-busy' &&
          (target as Element).ariaLabel === 'Headline figures' &&
          (target as Element).ariaBusy !== 'true',
      )
    )
      recorder.answered = performance.now();
    recorder.inSightChanged ||= changes.some(({ attributeName, target }) => {
      if (!target.isConnected || attributeName === 'aria-busy') return false;
      let at = target instanceof Element ? target : target.parentElement;
      while (at !== null && !recorder.near.has(at)) at = at.parentElement;
      return at === null || recorder.near.get(at) === true;
    });
    // Of the section of the charts, what draws: a sentence that comes when a view has stood for a while is none.
    recorder.chartChanged ||= changes.some(
      ({ target, addedNodes }) =>
        target.parentElement?.closest('section[aria-label="Over time"]') != null &&
        ((target as Element).closest?.('svg, canvas, [data-measured]') != null ||
          [...addedNodes].some((node) => (node as Element).querySelector?.('svg, canvas') != null)),
    );
    if (recorder.changed) return;
    recorder.changed = true;
    // The task after the next frame begins is the first in which the change has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        recorder.changed = false;
        recorder.lastChange = performance.now();
        if (recorder.inSightChanged) recorder.inSight.push(recorder.lastChange);
        recorder.inSightChanged = false;
        if (recorder.chartChanged) recorder.lastChart = recorder.lastChange;
        recorder.chartChanged = false;
      };
      port2.postMessage(null);
    });
  }).observe(document, {
    ...{ subtree: true, childList: true, characterData: true },
    ...{ attributes: true, attributeOldValue: true },
  });
}

/** So near to the screen, in pixels, counts as in sight: what a hand may scroll to next. */
const NEAR = 200;

/** Milliseconds for which nothing may change before a page counts as settled. */
const QUIET = 500;

/** As many before all in sight counts as painted. */
const QUIET_IN_SIGHT = 150;

/** How often it is looked whether it is, in milliseconds. */
const PACE = 15;

/** So long a step may take, in milliseconds, until anything changes. */
const NOTHING = 2000;

/** Waits until the page answers and nothing has changed for a while, and gives when the last change was painted, by the clock of the page. */
export function settled(page: Page): Promise<number> {
  return page.evaluate(async (quiet) => {
    const recorder = window.benchRecorder;
    if (recorder === undefined) throw new Error('nothing is recorded');
    while (!document.documentElement.hasAttribute('data-ready'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    for (;;) {
      const before = recorder.lastChange;
      await new Promise((resolve) => setTimeout(resolve, quiet));
      if (recorder.lastChange === before && !recorder.changed) return before;
    }
  }, QUIET);
}

async function taskSeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/**
 * Waits until something in sight has changed since a time of the page, until the answers to it are here, and then until nothing in sight changes for a moment; gives
 * when the last such change before that moment was painted, and the seconds that the main thread had worked when it was first looked after it. What is drawn in sight
 * later, as Recharts draws the chart that stands there anew, does not count, whether a busy page was looked at in time or not.
 */
async function paintedSince(page: Page, client: CDPSession, begun: number) {
  const worked: { readonly at: number; readonly seconds: number }[] = [];
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PACE));
    const { all, answered, now, waits } = await page.evaluate((since) => {
      const { inSight = [], answered = 0, changed = false } = window.benchRecorder ?? {};
      return {
        all: inSight.filter((at) => at > since),
        ...{ answered, now: performance.now() },
        // Controls are painted before the figures where a server answers.
        waits:
          changed || document.querySelector('[aria-label="Headline figures"][aria-busy="true"]') !== null,
      };
    }, begun);
    worked.push({ at: now, seconds: await taskSeconds(client) });
    if (waits) continue;
    if (all.length === 0 && now - begun <= NOTHING) continue;
    const first = all.findIndex((at) => at > answered);
    const last = all.findIndex(
      (at, place) => place >= first && (all[place + 1] ?? now) - at > QUIET_IN_SIGHT,
    );
    const isOver = first >= 0 && last >= 0;
    if (all.length > 0 && !isOver && now - begun <= NOTHING) continue;
    const painted = all[last] ?? all.at(-1) ?? begun;
    return { painted, seconds: worked.find(({ at }) => at >= painted)?.seconds ?? 0 };
  }
}

/** What the main thread does for a step of a reader: until all in sight is painted, and until the page has settled. */
export async function during(
  page: Page,
  client: CDPSession,
  step: () => Promise<unknown>,
): Promise<MainThread> {
  const begun = await page.evaluate((margin) => {
    window.benchRecorder?.long.splice(0);
    for (const element of document.querySelectorAll('*')) {
      const { top, bottom } = element.getBoundingClientRect();
      window.benchRecorder?.near.set(element, bottom > -margin && top < innerHeight + margin);
    }
    return performance.now();
  }, NEAR);
  const before = await taskSeconds(client);
  await step();
  const { painted, seconds } = await paintedSince(page, client, begun);
  await settled(page);
  const rest = ((await taskSeconds(client)) - seconds) * 1000;
  const long = await page.evaluate(() => window.benchRecorder?.long.splice(0) ?? []);
  return { painted: painted - begun, worked: (seconds - before) * 1000, rest, long };
}
