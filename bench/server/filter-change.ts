/**
 * How long a filter change takes as the reader sees it: `npx tsx bench/server/filter-change.ts [address] [dataset]`, against a
 * production build that runs (`npm start`). Ticks one region after another in a window that nobody has asked for, so
 * that nothing is cached, and prints the time from the click until the headline shows the new figure and the frame is painted.
 */
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../bin/browser.mjs';

const [base = 'http://127.0.0.1:3000', dataset = 'russia-militancy'] = process.argv.slice(2);
const WARM_UP = 5;
const ROUNDS = 20;

/** Milliseconds from a click on the nth of the regions that are not ticked to the painted result. */
async function clickRegion(page: Page, nth: number): Promise<number> {
  return page.evaluate(async (index) => {
    const region = document.querySelector('[aria-label="Filters"] section:nth-of-type(4)');
    const links = [...(region?.querySelectorAll<HTMLAnchorElement>('li > a') ?? [])];
    const link = links.filter((one) => !one.hasAttribute('aria-current'))[index] ?? links[0];
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
      setTimeout(resolve, 3000);
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
const times: number[] = [];
const day = String(Math.floor(Math.random() * 27) + 1).padStart(2, '0');
await page.goto(`${base}/${dataset}?from=2017-01-${day}`);
await page.waitForSelector('html[data-ready]');
for (let round = -WARM_UP; round < ROUNDS; round++) {
  await page.waitForTimeout(800);
  const time = await clickRegion(page, (round + WARM_UP) % 3);
  // A region may change no figure; such a click says nothing.
  if (round >= 0 && time < 3000) times.push(time);
}
await browser.close();
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(0);
console.log(`filter change, click to paint: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, n = ${times.length}`);
