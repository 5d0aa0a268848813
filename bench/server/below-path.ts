/**
 * `npx tsx bench/server/below-path.ts`: builds the app below a path, serves it, and looks whether all of it lies there. By HTTP every address that
 * every page, embed and data file names is asked, by a browser what scripts ask for: clicks, a file of one's own, publishing. An address of
 * this server outside of the path, one that does not answer, and an error of a script are failures; with any it ends with code 1.
 * `npm start` builds anew afterwards. About two minutes.
 */
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../bin/browser.mjs';
import { crawl } from '../../testing/pages/crawl';
import { startsOf } from '../../testing/pages/starts';
import { startServer } from './served';

const ROOT = new URL('../..', import.meta.url).pathname;
const BASE = '/annals';
const SERIES = 'russia-militancy';
const TOKEN = 'of-this-bench';
const FILE = 'date,actor,place,killed\n2021-01-05,Red Front,Quillmere,3\n2021-02-11,Blue Guard,Ostervale,0\n';

/** Notes what a page asks this server for outside of the path, what fails, and what its scripts throw. */
function watch(page: Page, origin: string, failures: string[]): void {
  page.on('response', (response) => {
    const { origin: of, pathname } = new URL(response.url());
    if (of !== origin) return;
    const isBelow = pathname === BASE || pathname.startsWith(`${BASE}/`);
    // What asks whether a series is there before it is published.
    if (response.status() === 404 && pathname.endsWith('/revisions')) return;
    if (!isBelow || response.status() >= 400)
      failures.push(`${response.status()} for ${response.url()}, asked by a browser`);
  });
  page.on('pageerror', (error) => failures.push(`a script failed: ${error}`));
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
}

/** From the front page to a filter, an incident and back, by clicks. */
async function readSeries(page: Page, home: string): Promise<void> {
  await page.goto(home);
  await page.getByRole('link', { name: 'Open the dashboard' }).first().click();
  await page.waitForURL(`${home}/${SERIES}`);
  await open(page, `${home}/${SERIES}?bin=year`);
  await page
    .getByRole('group', { name: /^Timeline of/ })
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/[?&]incident=/);
  await page.goBack();
  await page
    .getByRole('radio', { name: 'Lines' })
    .or(page.getByRole('link', { name: 'Lines' }))
    .first()
    .click();
  await page.waitForURL(/[?&]mode=lines/);
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Annals' }).first().click();
  await page.waitForURL(home);
}

/** A file of one's own as a dashboard, and published. */
async function openFile(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/open#token=${TOKEN}`);
  const file = { name: 'made-up.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.getByText('Publish on this server').click();
  await page.getByLabel('Address').fill('made-up');
  await page.getByRole('button', { name: 'Send and publish' }).click();
  await page.getByText('Published as revision').waitFor();
  await open(page, `${home}/made-up`);
}

async function inBrowser(origin: string): Promise<string[]> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('no Chromium was found; name one by CHROMIUM_PATH');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  const failures: string[] = [];
  try {
    const page = await browser.newPage();
    watch(page, origin, failures);
    await readSeries(page, origin + BASE);
    await openFile(page, origin + BASE);
  } finally {
    await browser.close();
  }
  return failures;
}

async function main(): Promise<void> {
  const env = { ANNALS_BASE_PATH: BASE, ANNALS_TOKEN: TOKEN, ANNALS_METRICS: '1', ANNALS_LOG: 'text' };
  const server = await startServer(ROOT, ['bin/start.mjs'], env);
  try {
    console.log(`ready after ${server.seconds.toFixed(1)} s`);
    const { origin } = server;
    const seen = await inBrowser(origin);
    const starts = { ...(await startsOf(origin, BASE, SERIES)), [`${BASE}/metrics`]: 200 };
    const begun = performance.now();
    const { asked, failures } = await crawl({
      origin,
      starts,
      base: BASE,
      keyOf: ({ href }) => href,
      atOnce: 4,
    });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const all = [...seen, ...failures];
    console.log(`${asked} addresses asked in ${seconds} s, ${all.length} failures`);
    for (const line of all.slice(0, 50)) console.error(line);
    process.exitCode = all.length > 0 ? 1 : 0;
  } finally {
    await server.stop();
  }
}

await main();
