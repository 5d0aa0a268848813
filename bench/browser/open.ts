/**
 * What it costs to open a file of made-up GED rows on /open: `npx tsx bench/browser/open.ts [--rows 1000000] [--seed 1] [--dir /tmp/bench]`.
 * Starts the build that is there on an empty store and gives the file to Chromium as a reader does, to whom nothing is asked, for
 * the layout is known. Prints the seconds until the dashboard stands, the longest stretch between two
 * frames and the longest tasks of the main thread, and what the worker and its process hold. Loopback only.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../bin/browser.mjs';
import { startBuilt } from '../server/built-server';
import { writeGedFile } from '../synthetic/ged-file';
import { record } from './page-measures';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string', default: join(tmpdir(), 'bench-open') },
  },
});
const PATIENCE = 400_000;

declare global {
  interface Window {
    openFrames?: { last: number; longest: number };
  }
}

/** Notes how long the page stands still at most between two frames. */
function watchFrames(): void {
  const frames = { last: performance.now(), longest: 0 };
  window.openFrames = frames;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () =>
    requestAnimationFrame((now) => {
      frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      port2.postMessage(null);
    });
  port2.postMessage(null);
}

/** What the main thread did since this was asked last. */
function stillness(page: Page): Promise<{ longest: number; long: number[] }> {
  return page.evaluate(() => {
    const { openFrames: frames, benchRecorder: recorder } = window;
    const said = { longest: frames?.longest ?? 0, long: recorder?.long.splice(0) ?? [] };
    if (frames !== undefined) frames.longest = 0;
    return said;
  });
}

interface Held {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Asks the workers of a page what their heaps hold, and their buffers; call it before they begin. */
async function watchWorkers(client: CDPSession): Promise<() => Promise<ReadonlyMap<string, Held>>> {
  const sessions = new Map<string, string>();
  let id = 0;
  const asked = new Map<number, (held: Held) => void>();
  client.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') sessions.set(sessionId, targetInfo.title || targetInfo.url);
  });
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as { id: number; result: Held };
    asked.get(answer.id)?.(answer.result);
  });
  await client.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const said = (sessionId: string, method: string) =>
    new Promise<Held>((resolve) => {
      asked.set(++id, resolve);
      void client.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  return async () => {
    const held = new Map<string, Held>();
    for (const [sessionId, name] of sessions) {
      await said(sessionId, 'HeapProfiler.collectGarbage');
      held.set(`${name} (${held.size + 1})`, await said(sessionId, 'Runtime.getHeapUsage'));
    }
    return held;
  };
}

/** The most that a process of the page has taken, in bytes. */
async function mostTaken(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(
      ({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    );
  return Math.max(...peaks);
}

/** Seconds that processors have worked for the renderers. */
async function worked(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

async function step(name: string, page: Page, browser: Browser, work: () => Promise<unknown>): Promise<void> {
  await stillness(page);
  const [begun, before] = [performance.now(), await worked(browser)];
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const { longest, long } = await stillness(page);
  const tasks = long.toSorted((a, b) => b - a).slice(0, 5);
  console.log(
    `${name}: ${seconds.toFixed(1)} s, processor ${((await worked(browser)) - before).toFixed(1)} s; longest frame ` +
      `${Math.round(longest)} ms; ${long.length} long tasks [${tasks.map(Math.round).join(', ')}]`,
  );
}

async function open(browser: Browser, at: string, path: string): Promise<void> {
  const page = await browser.newPage();
  await page.addInitScript(record);
  await page.addInitScript(watchFrames);
  const held = await watchWorkers(await page.context().newCDPSession(page));
  await page.goto(`${at}/open`);
  // The layout is a known one, so that nothing is asked of the reader.
  await step('opened', page, browser, async () => {
    await page.getByLabel('Choose a file').setInputFiles(path);
    await page.getByText('opened in this browser').waitFor({ timeout: PATIENCE });
    await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: PATIENCE });
  });
  for (const [name, { usedSize, backingStorageSize = 0 }] of await held()) {
    console.log(
      `held by ${name}: ${megabytes(usedSize)} of objects, ${megabytes(backingStorageSize)} of numbers`,
    );
  }
  console.log(`the process of the page took at most ${megabytes(await mostTaken(browser))}`);
}

await mkdir(values.dir, { recursive: true });
const path = join(values.dir, `ged-${values.rows}-${values.seed}.csv`);
if (!existsSync(path)) await writeGedFile(path, 'csv', Number(values.rows), Number(values.seed));
const store = mkdtempSync(join(tmpdir(), 'bench-open-store-'));
const executablePath = await findBrowser();
if (executablePath === null) throw new Error('no browser was found');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const server = await startBuilt(store, store);
try {
  console.log(`${Number(values.rows).toLocaleString('en')} rows of CSV on /open`);
  await open(browser, server.at, path);
} finally {
  await browser.close();
  await server.stop();
  rmSync(store, { recursive: true, force: true });
}
