import { expect, test as fresh, type Page } from '@playwright/test';
import { violationsInBoth, violationsOf } from './axe';
import { test } from './kept-page';
import { CLAIMED, open } from './reader';

const VIEW = `${CLAIMED}&from=2018&sort=-fatalities`;
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share this view' });
const button = (page: Page) => page.getByRole('link', { name: 'Share', exact: true });
const value = (page: Page, name: string) =>
  dialogOf(page).getByRole('textbox', { name, exact: true }).inputValue();

test('the mouse opens the dialog, and a click beside it closes it; the shortcut opens it from anywhere, and Escape closes it', async ({
  page,
}) => {
  await open(page, VIEW);
  await button(page).click();
  await expect(dialogOf(page)).toBeVisible();
  await page.mouse.click(5, 400);
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`${VIEW.replace('?', '\\?')}$`));

  const search = page.getByRole('searchbox').first();
  await search.focus();
  await page.keyboard.press('Alt+Shift+S');
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(search).toBeFocused();
});

test('the keyboard alone does it all, and never leaves the dialog', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, VIEW);
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).getByRole('radio', { name: 'Frozen' })).toBeChecked();
  await expect(dialogOf(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(dialogOf(page).getByRole('radio', { name: 'Live', exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(dialogOf(page).getByRole('textbox', { name: 'Address' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await value(page, 'Address'));
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const beneath = await page.evaluate(() => {
      const at = document.activeElement;
      return at !== null && at !== document.body && at.closest('dialog') === null;
    });
    expect(beneath).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(button(page)).toBeFocused();
});

test('each kind of link says what it will show, and every file, picture and feed answers', async ({
  page,
  request,
}) => {
  await open(page, VIEW);
  await button(page).click();
  const links = dialogOf(page).getByRole('link');
  await expect(links).toHaveCount(18);
  const hrefs = await links.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const href of hrefs) {
    const response = await request.head(href);
    expect([href, response.status()]).toEqual([href, 200]);
  }

  const sentence = dialogOf(page).locator('[aria-live]').first();
  await expect(sentence).toHaveText(
    /^Always shows these numbers: revision [0-9a-f]{12}, 1 Jan 2018 to 30 Jun 2024\./,
  );
  expect(await value(page, 'Address')).toMatch(
    /\/russia-militancy\?from=2018(-01-01)?&to=2024-06-30&actor=islamic-state&relation=claimed&sort=-fatalities&r=[0-9a-f]{12}$/,
  );
  for (const [name, words, query] of [
    ['Live', /1 Jan 2018 up to the end of its coverage/, '?from=2018&actor='],
    ['Live, latest 12 months', /the latest 12 months of its coverage/, '?from=-12m&actor='],
    ['Live, latest 30 days', /the latest 30 days of its coverage/, '?from=-30d&actor='],
  ] as const) {
    await dialogOf(page).getByRole('radio', { name, exact: true }).check();
    await expect(sentence).toHaveText(words);
    const address = await value(page, 'Address');
    expect(address).toContain(query);
    expect(address).not.toContain('&r=');
    expect(await value(page, 'Code')).toContain(query.replaceAll('&', '&amp;'));
  }
  // The citation names a revision whatever link was chosen.
  expect(await value(page, 'Citation')).toMatch(/Revision [0-9a-f]{12} of .*&r=[0-9a-f]{12} \(accessed /);
  expect(await value(page, 'BibTeX')).toMatch(/^@misc\{/);
  expect(JSON.parse(await value(page, 'CSL-JSON'))).toMatchObject([{ type: 'dataset' }]);
});

test('notes of a reader are in all that shows time: links, pictures, the embed and the saved page', async ({
  page,
  request,
}) => {
  await open(page, `${VIEW}&note=2018-05~Pension+reform`);
  await button(page).click();
  expect(await value(page, 'Address')).toMatch(/&note=2018-05~Pension(\+|%20)reform&/);
  const hrefs = await dialogOf(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const shown = hrefs.filter((href) => /\/(timeline|activity)\.svg\?|\/view\.html\?/.test(href));
  const embed = /src="([^"]+)"/.exec(await value(page, 'Code'))?.[1]?.replaceAll('&amp;', '&');
  expect(shown).toHaveLength(3);
  for (const href of [...shown, embed ?? '']) {
    const text = await (await request.get(href)).text();
    // As words of a chart, not only in an address.
    expect([href, />[^<>]*Pension reform/.test(text)]).toEqual([href, true]);
  }
});

test('the dialog is sound in light and in dark, at 1280, 390 and 360 px', async ({ page }) => {
  await open(page, VIEW);
  for (const width of [1280, 390, 360]) {
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.keyboard.press('Alt+Shift+S');
      await expect(dialogOf(page).getByRole('textbox', { name: 'CSL-JSON' })).toBeAttached();
      expect(await violationsInBoth(page, 'dialog')).toEqual([]);
      const sizes = await dialogOf(page).evaluate((dialog) => {
        dialog.scrollTo(0, 400);
        const address = dialog.querySelector('textarea') as HTMLTextAreaElement;
        return {
          beyond: dialog.scrollWidth - dialog.clientWidth,
          // The whole address can be read, and the way out stays in sight.
          hidden: address.scrollHeight - address.clientHeight,
          close: (dialog.querySelector('button') as HTMLElement).getBoundingClientRect().top > 0,
        };
      });
      expect(sizes).toEqual({ beyond: 0, hidden: 0, close: true });
      await page.keyboard.press('Escape');
      await expect(dialogOf(page)).toHaveCount(0);
    });
  }
});

fresh.describe('without scripts', () => {
  fresh.use({ javaScriptEnabled: false });

  fresh('the button leads to a page that offers the same', async ({ page }) => {
    await page.goto(VIEW);
    await button(page).click();
    await expect(page).toHaveURL(/\/russia-militancy\/share\?from=2018&actor=/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('claimed by the Islamic State');
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await expect(field('Address')).toHaveValue(/&r=[0-9a-f]{12}$/);
    await expect(field('Address, live')).toHaveValue(
      /\?from=2018&actor=[^&]*&relation=claimed&sort=-fatalities$/,
    );
    await expect(field('Address, live, latest 12 months')).toHaveValue(/\?from=-12m&/);
    const sentences = await page
      .locator('noscript p')
      .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
    expect(sentences.filter((text) => text.includes('Follows the series: shows'))).toHaveLength(4);
    for (const code of ['Code', 'Code, timeline', 'Code, table']) {
      await expect(field(code)).toHaveValue(/^<iframe src="http/);
    }
    await expect(field('Citation')).toHaveValue(/accessed/);
    await expect(page.getByRole('link', { name: 'PNG of the timeline' })).toBeVisible();
    // What would do nothing is not there.
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
    await expect(page.getByRole('radio')).toHaveCount(0);
  });
});

test('the page of all that is offered is sound, and no wider than a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(VIEW.replace('?', '/share?'));
  await page.waitForLoadState('networkidle');
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
