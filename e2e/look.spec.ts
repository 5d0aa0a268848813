import { expect, test } from '@playwright/test';
import { violationsOf } from './axe';
import { CLAIMED } from './reader';

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
  '/russia-militancy/share?actor=iskp',
  '/open',
  '/methods',
  '/problems/bad-value',
  '/nobody',
  '/russia-militancy?r=0123456789ab',
];

for (const scheme of ['light', 'dark'] as const) {
  for (const address of PAGES) {
    test(`axe finds nothing wrong with ${address} in ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      expect(await violationsOf(page)).toEqual([]);
    });
  }
}

for (const width of [360, 390, 768, 1024, 1280, 1920]) {
  test(`no page is wider than a screen of ${width} px`, async ({ page }) => {
    // Many pages, one after another.
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    for (const address of PAGES) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${address} at ${width} px`).toBeLessThanOrEqual(width);
    }
  });
}

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
