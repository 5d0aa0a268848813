import { expect, type Page } from '@playwright/test';
import { violationsInBoth } from './axe';
import { test } from './kept-page';
import { CLAIMED, ready } from './reader';

const PAGES = [
  '/',
  '/russia-militancy',
  CLAIMED,
  `${CLAIMED}&mode=panels&measure=fatalities`,
  `${CLAIMED}&mode=lines&split=type`,
  `${CLAIMED}&mode=cumulative`,
  `${CLAIMED}&incident=2024-crocus-city-hall`,
  '/russia-militancy?actor=iskp&region=chechnya',
  '/russia-militancy?from=2017-13&actor=nobody',
  '/russia-militancy/incidents/2017-khabarovsk-fsb',
  '/russia-militancy/about',
  '/russia-militancy/changes',
  '/russia-militancy/watch?compare=actor:iscp,iskp',
  '/russia-militancy/share?actor=iskp',
  '/open',
  '/methods',
  '/problems/bad-value',
  '/nobody',
  '/russia-militancy?r=0123456789ab',
];

/** Opens a page and waits for its scripts: a dashboard says when all of it answers. */
async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if ((await page.locator('section#incidents').count()) > 0) await ready(page);
}

for (const address of PAGES) {
  test(`axe finds nothing wrong with ${address} in light and in dark, and it fits the screen, 360 to 1920 px`, async ({
    page,
  }) => {
    await settled(page, address);
    expect(await violationsInBoth(page)).toEqual([]);
    for (const width of [360, 390, 768, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      // Panels take their new width within a frame or two.
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(wide, `${width} px`).toBeLessThanOrEqual(width);
    }
  });
}

test('a colour that is wrong in dark alone is found on a page that was opened in light', async ({ page }) => {
  await page.goto('/problems/bad-value');
  await page.evaluate(() => document.body.style.setProperty('--ink', 'light-dark(#14181f, #2a2f38)'));
  expect(await violationsInBoth(page)).toEqual([expect.stringMatching(/^in dark: color-contrast: /)]);
});

test('the switch of colours holds over pages and wins over the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/russia-militancy');
  await page.waitForLoadState('networkidle');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto('/methods');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  expect(dark).not.toBe('rgb(255, 255, 255)');
});
