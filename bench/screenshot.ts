/**
 * Takes the picture of the README: `npx tsx bench/screenshot.ts`. Starts the built app (built anew where its sources have
 * changed) on a free port with an empty store, waits until the page has drawn all of itself, and stops the server again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../bin/browser.mjs';

const ROOT = new URL('..', import.meta.url).pathname;
const PICTURE = join(ROOT, 'docs', 'screenshot.png');
const ADDRESS = '/russia-militancy?actor=islamic-state&relation=claimed';
const SIZE = { width: 1280, height: 1000 };
/** A README should not be heavy. */
const MOST_BYTES = 400_000;
const PATIENCE = 600_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const at = probe.address();
  probe.close();
  if (at === null || typeof at === 'string') throw new Error('no port is free');
  return at.port;
}

function start(port: number, store: string): ChildProcess {
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), ANNALS_STORE: store };
  return spawn(process.execPath, [join(ROOT, 'bin', 'start.mjs')], { cwd: ROOT, env, stdio: 'inherit' });
}

/** Waits until the server answers. Throws where it ends before that, or takes too long. */
async function answering(server: ChildProcess, base: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (server.exitCode !== null) throw new Error(`the server has ended with ${server.exitCode}`);
    const response = await fetch(`${base}/api/v1/datasets`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the server does not answer');
}

/** Everything is drawn: the panels, the fonts, and the chart that takes the place of the server's picture. */
async function drawn(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.waitForSelector('.recharts-wrapper');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
}

async function take(base: string): Promise<void> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('no Chromium was found; name one by CHROMIUM_PATH');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const look = { viewport: SIZE, deviceScaleFactor: 1, colorScheme: 'light', locale: 'en-GB' } as const;
    const page = await browser.newPage({ ...look, timezoneId: 'UTC', reducedMotion: 'reduce' });
    await page.goto(base + ADDRESS);
    await drawn(page);
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

async function main(): Promise<void> {
  const store = mkdtempSync(join(tmpdir(), 'annals-screenshot-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = start(port, store);
  try {
    await answering(server, base);
    await take(base);
  } finally {
    await stop(server);
    rmSync(store, { recursive: true, force: true });
  }
  const { size } = statSync(PICTURE);
  console.log(`${PICTURE}: ${size} bytes`);
  if (size > MOST_BYTES) throw new Error(`the picture has more than ${MOST_BYTES} bytes`);
}

await main();
