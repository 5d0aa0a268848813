/**
 * What a page costs, and what a click costs: `npx tsx bench/browser/page.ts [--data DIR] [--store DIR] [--rounds 5] [--only load]
 * [--fetch] [dataset …]`. Starts the build that is there on a store (by default an empty one, into which the bundled series goes) and drives
 * Chromium through it, seeded by nothing but the order of the steps. For each dataset it prints the bytes of the page, its
 * elements, what the server works for it, what the main thread does until the page stands with the processor slowed fourfold, and what it does for
 * clicks and for one drag of the brush at full speed. With `--fetch` a page that offers to fetch its series whole is told to, and then answers by itself. Loopback only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../bin/browser.mjs';
import { type BuiltServer, startBuilt } from '../server/built-server';
import { during, type MainThread, record, settled } from './page-measures';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../../data') },
    store: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    fetch: { type: 'boolean', default: false },
  },
});
const ROUNDS = Number(values.rounds);
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 412, height: 823 };

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function opened(context: BrowserContext): Promise<{ page: Page; client: CDPSession }> {
  const page = await context.newPage();
  await page.addInitScript(record);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, client };
}

async function drawn(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  // Clicks are answered as they are for a reader who stays: by the page itself.
  await page
    .locator('[data-columns="here"], [data-columns="stays"], [data-columns="offered"]')
    .waitFor({ state: 'attached' });
  await settled(page);
  const offer = page.locator('[data-columns="offered"] button');
  if (!values.fetch || (await offer.count()) === 0) return;
  await offer.click();
  await page.locator('[data-columns="here"]').waitFor({ timeout: 120_000 });
  await settled(page);
}

/** The HTML as it comes, its elements, and what its scripts fetch to draw it again. */
async function weigh(at: string): Promise<void> {
  const html = await (await fetch(at)).text();
  const elements = html.match(/<[a-z]/g)?.length ?? 0;
  const href =
    /<link[^>]*rel="preload"[^>]*as="fetch"[^>]*>/.exec(html)?.[0].match(/href="([^"]+)"/)?.[1] ?? '';
  const data = await (await fetch(new URL(href.replaceAll('&amp;', '&'), at))).text();
  const bytes = (text: string) =>
    `${kilobytes(Buffer.byteLength(text))}, ${kilobytes(gzipSync(text).length)} gzip`;
  console.log(`  HTML ${bytes(html)}, ${elements} elements; data for scripts ${bytes(data)}`);
}

/** Waits until the server rests: one that has just started may still make columns that were made by other code. */
async function rested(server: BuiltServer): Promise<void> {
  for (let second = 0; second < 120; second++) {
    const before = await server.cpu();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    if ((await server.cpu()) - before < 0.1) return;
  }
}

/** Pages that are asked for, warm, one after the other. */
const ASKED = 20;

/** What the server's processors work for a page, and for the data of its scripts. */
async function serve(at: string, server: BuiltServer): Promise<void> {
  const html = await (await fetch(at)).text();
  const href = /href="([^"]*\/dashboard\/[^"]*)"/.exec(html)?.[1] ?? '';
  const each = async (address: string) => {
    for (let warm = 0; warm < 5; warm++) await (await fetch(address)).text();
    const before = await server.cpu();
    for (let page = 0; page < ASKED; page++) await (await fetch(address)).text();
    return Math.round((((await server.cpu()) - before) / ASKED) * 1000);
  };
  const data = new URL(href.replaceAll('&amp;', '&'), at).href;
  console.log(
    `  the server works ${await each(at)} ms for a page, ${await each(data)} ms for the data of its scripts`,
  );
}

/** A phone's processor: four times slower than this machine's. */
async function load(browser: Browser, at: string): Promise<void> {
  const times: { blocked: number; longest: number; chart: number; stands: number }[] = [];
  let scripts = 0;
  for (let round = 0; round < Math.min(3, ROUNDS); round++) {
    const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 1.75, isMobile: true });
    const { page, client } = await opened(context);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(at);
    // Nothing else is asked of the page: what looks for an element in it takes the slowed processor some 50 ms.
    const stands = await settled(page);
    const seen = await page.evaluate(() => ({
      long: window.benchRecorder?.long ?? [],
      chart: window.benchRecorder?.lastChart ?? 0,
      scripts: performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('.js'))
        .reduce((sum, one) => sum + (one as PerformanceResourceTiming).encodedBodySize, 0),
    }));
    const blocked = seen.long.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);
    times.push({ blocked, longest: Math.max(0, ...seen.long), chart: seen.chart, stands });
    scripts = seen.scripts;
    await context.close();
  }
  const of = (key: 'blocked' | 'longest' | 'chart' | 'stands') =>
    `${Math.round(median(times.map((one) => one[key])))} ms`;
  console.log(
    `  slowed fourfold: blocked for ${of('blocked')}, longest task ${of('longest')}, last chart after ${of('chart')}, settled after ${of('stands')}; scripts ${kilobytes(scripts)} as sent`,
  );
}

function say(name: string, all: readonly MainThread[]): void {
  const of = (key: 'painted' | 'worked' | 'rest') =>
    `${Math.round(median(all.map((one) => one[key])))}`.padStart(5);
  const long = all.flatMap((one) => one.long);
  const longest = Math.round(Math.max(0, ...long));
  console.log(
    `  ${name.padEnd(30)} n ${all.length}  painted after${of('painted')} ms, main thread${of('worked')} ms, out of sight afterwards${of('rest')} ms; ${long.length} long tasks, longest ${longest} ms`,
  );
}

/** Clicks a link of the page within the page, so that the way of the click through the bench is not counted. */
async function clickNth(page: Page, selector: string, nth: number): Promise<void> {
  await page.evaluate(
    ([css, at]) => {
      const all = [...document.querySelectorAll<HTMLElement>(css as string)];
      all[(at as number) % all.length]?.click();
    },
    [selector, nth] as const,
  );
}

const CLICKS: Readonly<Record<string, string>> = {
  'tick of a filter': 'aside section li a',
  'preset of time': '[aria-label="When"] nav a, [aria-label="When"] ul a',
  'group of the legend': 'ul[aria-label^="Groups by"] a',
  'other order of the table': 'thead th a',
};

async function clicks(page: Page, client: CDPSession, at: string): Promise<void> {
  for (const [name, selector] of Object.entries(CLICKS)) {
    await page.goto(at);
    await drawn(page);
    // Where a reader would click it.
    await page.evaluate((css) => document.querySelector(css)?.scrollIntoView({ block: 'center' }), selector);
    await settled(page);
    const all: MainThread[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      all.push(await during(page, client, () => clickNth(page, selector, round)));
    }
    if (all.some(({ worked }) => worked > 0)) say(name, all);
  }
}

/** One drag of an end of the brush over a third of the strip and back, in steps of a frame. */
async function drag(page: Page, client: CDPSession, at: string): Promise<void> {
  await page.goto(at);
  await drawn(page);
  const box = await page.getByRole('slider', { name: 'First day of the window' }).boundingBox();
  if (!box) throw new Error('the strip has no box');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const seen = await during(page, client, async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 60; step++) {
      await page.mouse.move(x + 300 * Math.sin((step / 60) * Math.PI * 0.8), y);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
  });
  say('one drag of the brush', [seen]);
}

async function measure(browser: Browser, server: BuiltServer, dataset: string): Promise<void> {
  const at = `${server.at}/${dataset}`;
  await (await fetch(at)).text();
  await rested(server);
  const view = (await (await fetch(`${at}/view.json`)).json()) as { coverage: { matched: number } };
  console.log(`${dataset}, ${view.coverage.matched} incidents`);
  await weigh(at);
  if (values.only === undefined || values.only === 'serve') await serve(at, server);
  if (values.only === 'serve') return;
  if (values.only === undefined || values.only === 'load') await load(browser, at);
  if (values.only === 'load') return;
  const context = await browser.newContext({ viewport: DESKTOP });
  const { page, client } = await opened(context);
  await page.goto(at);
  await drawn(page);
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  console.log(`  ${elements} elements once all scripts have come`);
  if (values.only === undefined || values.only === 'clicks') await clicks(page, client, at);
  if (values.only === undefined || values.only === 'drag') await drag(page, client, at);
  await context.close();
}

const executablePath = await findBrowser();
if (executablePath === null) throw new Error('no Chromium was found; name one by CHROMIUM_PATH');
const own = values.store === undefined ? mkdtempSync(join(tmpdir(), 'annals-page-')) : null;
const server = await startBuilt(values.store ?? own ?? '', values.data);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  const datasets = positionals.length > 0 ? positionals : ['russia-militancy'];
  for (const dataset of datasets) await measure(browser, server, dataset);
} finally {
  await browser.close();
  await server.stop();
  if (own !== null) rmSync(own, { recursive: true, force: true });
}
