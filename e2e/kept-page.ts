import { type BrowserContextOptions, test as base, type Page } from '@playwright/test';

/**
 * `test` whose page is the same one for all tests of a worker, emptied between them. A process that has run the scripts
 * of a page has them compiled: each further load takes about a third less of the processor than the first of a new
 * context. Tests that add scripts to pages, set options of a context, or are about a first visit take `test` of Playwright.
 */
export const test = base.extend<object, { readonly kept: Page }>({
  kept: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext(project.use as BrowserContextOptions);
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: ({ kept }, use) => use(kept.context()),
  page: async ({ kept, viewport, javaScriptEnabled, hasTouch }, use) => {
    if (!javaScriptEnabled || hasTouch) throw new Error('The page that is kept has no such options.');
    if (viewport !== null) await kept.setViewportSize(viewport);
    await use(kept);
    await empty(kept);
  },
});

/** The events of a page that tests listen to. */
const HEARD = [
  'console',
  'dialog',
  'download',
  'pageerror',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
];

/** Takes from a page what a test left: what it heard and answered, other pages, what it stored, and how it was shown. */
async function empty(page: Page): Promise<void> {
  const context = page.context();
  const { origin } = new URL(page.url());
  // One by one: what Playwright itself hears of a page must stay.
  for (const event of HEARD) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await Promise.all(context.pages().map((other) => (other === page ? undefined : other.close())));
  if (origin.startsWith('http')) await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
  if (origin.startsWith('http')) {
    const client = await context.newCDPSession(page);
    await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await client.detach();
  }
  await context.clearCookies();
  await context.clearPermissions();
}
