/**
 * Takes the picture of the README: `npx tsx bench/screenshot.ts`. Starts the built app (built anew where its sources have
 * changed) on a free port with an empty store, waits until the page has drawn all of itself, and stops the server again.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../bin/browser.mjs';
import { startServer } from './server/served';

const ROOT = new URL('..', import.meta.url).pathname;
const PICTURE = join(ROOT, 'docs', 'screenshot.png');
const ADDRESS = '/russia-militancy?actor=islamic-state&relation=claimed';
const SIZE = { width: 1280, height: 1000 };
/** A README should not be heavy. */
const MOST_BYTES = 400_000;

/** Everything is drawn: the panels, the fonts, and the chart that takes the place of the server's picture. */
async function drawn(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.getByRole('application').first().scrollIntoViewIfNeeded();
  await page.waitForSelector('.recharts-wrapper');
  await page.evaluate(() => scrollTo(0, 0));
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

async function main(): Promise<void> {
  const server = await startServer(ROOT, ['bin/start.mjs']);
  try {
    await take(server.origin);
  } finally {
    await server.stop();
  }
  const { size } = statSync(PICTURE);
  console.log(`${PICTURE}: ${size} bytes`);
  if (size > MOST_BYTES) throw new Error(`the picture has more than ${MOST_BYTES} bytes`);
}

await main();
