/**
 * How long a filter change takes as the reader sees it: `npx tsx bench/filter-change.ts [address] [dataset]`, against a
 * production build that runs (`npm start`). Clicks values of the region facet on and off in a browser and prints the
 * time from the click until the headline shows the new figure and the next frame is painted.
 */
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../bin/browser.mjs';

const [base = 'http://127.0.0.1:3000', dataset = 'russia-militancy'] = process.argv.slice(2);
const ROUNDS = 30;

/** Milliseconds from a click on the nth region to the painted result. */
async function clickRegion(page: Page, nth: number): Promise<number> {
  return page.evaluate(async (index) => {
    const region = document.querySelector('[aria-label="Filters"] section:nth-of-type(4)');
    const link = region?.querySelectorAll<HTMLAnchorElement>('li > a')[index];
    const headline = document.querySelector('section[aria-label="Headline figures"]');
    if (!link || !headline) throw new Error('The page has no such facet or no headline.');
    const before = headline.textContent;
    const begun = performance.now();
    link.click();
    await new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => {
        if (headline.textContent === before) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(resolve));
      });
      watch.observe(headline, { childList: true, characterData: true, subtree: true });
    });
    return performance.now() - begun;
  }, nth);
}

const executablePath = await findBrowser();
if (!executablePath) throw new Error('No Chromium was found; name one in CHROMIUM_PATH.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${base}/${dataset}`);
await page.waitForSelector('html[data-ready]');
const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const time = await clickRegion(page, round % 5);
  await page.waitForTimeout(400);
  await page.goBack();
  await page.waitForTimeout(400);
  times.push(time);
}
await browser.close();
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(0);
console.log(`filter change, click to paint: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, n = ${times.length}`);
