/**
 * What it costs to pull and to enlarge a map: `npx tsx bench/browser/map.ts [--store DIR] [--data DIR] [dataset …]`. Starts the build that is
 * there and drives Chromium: a drag with Shift, a turn of the wheel with Ctrl and two fingers that pinch and pull, 120 steps each, a frame apart. Prints how far apart
 * frames were, how many were drawn and how many were dropped (as the compositor's trace says), what the main thread worked for a step, of 16.7 ms that there are at sixty a second,
 * and the tasks of more than 50 ms; then the same for what follows when the map is let go. Loopback only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../bin/browser.mjs';
import { startBuilt } from '../server/built-server';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../../data') },
    store: { type: 'string' },
  },
});
const STEPS = 120;

declare global {
  interface Window {
    benchMapFrames?: number[];
    benchMapTasks?: number[];
  }
}

/** Notes when each frame begins. As text, for what compiles this file names its functions by one that no page has. */
const WATCH_FRAMES = `{
  const seen = [];
  window.benchMapFrames = seen;
  requestAnimationFrame(function next(at) {
    if (window.benchMapFrames !== seen) return;
    seen.push(at);
    requestAnimationFrame(next);
  });
  window.benchMapTasks = [];
  window.benchMapTasksSeen?.disconnect();
  window.benchMapTasksSeen = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.benchMapTasks.push(duration);
  });
  window.benchMapTasksSeen.observe({ type: 'longtask' });
}`;

/** How far apart frames were while something was done, and how long each task of more than 50 ms took. */
async function frames(page: Page, step: () => Promise<void>) {
  await page.evaluate(WATCH_FRAMES);
  await step();
  const { at, long } = await page.evaluate(() => {
    const found = { at: window.benchMapFrames ?? [], long: window.benchMapTasks ?? [] };
    delete window.benchMapFrames;
    return found;
  });
  return { apart: at.slice(1).map((one, index) => one - at[index]!), long };
}

async function worked(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** What of a trace is counted: frames that the compositor drew, and those it had to leave out. */
async function traced(client: CDPSession, step: () => Promise<void>) {
  const counts = { drawn: 0, dropped: 0 };
  const count = ({ value }: { value: { name?: string }[] }) => {
    for (const { name } of value) {
      if (name === 'DrawFrame') counts.drawn++;
      if (name === 'DroppedFrame') counts.dropped++;
    }
  };
  client.on('Tracing.dataCollected', count as never);
  const isOver = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline.frame', 'disabled-by-default-devtools.timeline.frame'],
    },
  });
  await step();
  await client.send('Tracing.end');
  await isOver;
  client.off('Tracing.dataCollected', count as never);
  return counts;
}

async function measure(
  page: Page,
  client: CDPSession,
  name: string,
  step: () => Promise<void>,
): Promise<void> {
  const before = await worked(client);
  const found = { apart: [] as number[], long: [] as number[] };
  const { drawn, dropped } = await traced(client, async () => {
    Object.assign(found, await frames(page, step));
  });
  const apart = found.apart.toSorted((a, b) => a - b);
  const work = (await worked(client)) - before;
  const at = (share: number) =>
    (apart[Math.min(apart.length - 1, Math.floor(apart.length * share))] ?? 0).toFixed(1);
  const long = found.long.map(Math.round).join(', ') || 'none';
  console.log(
    `  ${name}: ${apart.length} frames, ${at(0.5)} ms apart in the middle, ${at(0.95)} at 95 %, ${at(1)} at most; drawn ${drawn}, dropped ${dropped}; main thread ${work.toFixed(0)} ms, ${(work / STEPS).toFixed(1)} a step; longer than 50 ms: ${long}`,
  );
}

async function pull(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  await page.keyboard.down('Shift');
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(x + 120 * Math.sin(step / 12), y + 60 * Math.sin(step / 9));
    await page.waitForTimeout(16);
  }
}

async function turn(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  await page.keyboard.down('Control');
  await page.mouse.move(x, y);
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.wheel(0, step % 40 < 20 ? -20 : 20);
    await page.waitForTimeout(16);
  }
}

/** Two fingers that part, meet and move. */
async function pinch(page: Page, client: CDPSession, [x, y]: readonly [number, number]): Promise<void> {
  const fingers = (step: number) => {
    const apart = 60 + 30 * Math.sin(step / 12);
    const middle = x + 40 * Math.sin(step / 9);
    return [middle - apart, middle + apart].map((at, id) => ({ x: at, y, id }));
  };
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0) });
  for (let step = 1; step <= STEPS; step++) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(step) });
    await page.waitForTimeout(16);
  }
}

const executablePath = await findBrowser();
if (executablePath === null) throw new Error('no Chromium was found; name one by CHROMIUM_PATH');
const own = values.store === undefined ? mkdtempSync(join(tmpdir(), 'annals-map-')) : null;
const server = await startBuilt(values.store ?? own ?? '', values.data);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  for (const dataset of positionals.length > 0 ? positionals : ['russia-militancy']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${server.at}/${dataset}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    const drawing = page
      .getByRole('region', { name: /^Map of/ })
      .locator('svg[viewBox]')
      .first();
    await drawing.scrollIntoViewIfNeeded();
    await page.waitForTimeout(1500);
    const box = await drawing.boundingBox();
    if (!box) throw new Error('the map is not drawn');
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    console.log(dataset);
    const isStill = () => page.waitForTimeout(1500);
    await measure(page, client, 'pulled', () => pull(page, middle));
    await measure(page, client, 'let go', async () => {
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await isStill();
    });
    await measure(page, client, 'wheel', () => turn(page, middle));
    await page.keyboard.up('Control');
    await measure(page, client, 'let go', isStill);
    await measure(page, client, 'pinched', () => pinch(page, client, middle));
    await measure(page, client, 'let go', async () => {
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await isStill();
    });
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
  if (own !== null) rmSync(own, { recursive: true });
}
