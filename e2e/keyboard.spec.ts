import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './kept-page';
import { freshId } from './publish';
import { figure, key, open } from './reader';

/** Presses Tab until what has the focus answers to `name`. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const at = document.activeElement;
      return at === null ? '' : (at.getAttribute('aria-label') ?? at.textContent ?? '');
    });
    if (name.test(text.trim())) return;
  }
  throw new Error(`Tab never reached ${name}.`);
}

/**
 * Presses Tab, or Shift+Tab to go back, until an element has the focus. It is looked for once, and again only where the
 * page has made it anew: to find a link by its name among all of a dashboard takes longer than the press.
 */
async function tabUpTo(page: Page, element: Locator, by = 'Tab'): Promise<void> {
  let one = await element.elementHandle();
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press(by);
    const [reached, gone] =
      (await one?.evaluate((at) => [at === document.activeElement, !at.isConnected])) ?? [];
    if (reached) return;
    if (gone) one = await element.elementHandle();
  }
  throw new Error(`Tab never reached ${element}.`);
}

/** Presses Tab until an element has the focus, and then Enter. */
async function enter(page: Page, element: Locator): Promise<void> {
  await tabUpTo(page, element);
  await page.keyboard.press('Enter');
}

/** Whether something on the page has the focus, so that Tab goes on from there. */
const isSomewhere = (page: Page) => page.evaluate(() => document.activeElement !== document.body);

test('with the keyboard alone: a file is opened, kept over a reload, saved and published', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const token = readFileSync(join(process.env.ANNALS_E2E_STORE ?? '', 'token'), 'utf8').trim();
  await page.goto(`/open#token=${token}`);
  await expect(page).toHaveURL('/open');
  await tabUpTo(page, page.getByLabel(/Or paste a table/));
  await page.keyboard.insertText(
    'id,event_date,actor,city,killed\nA1,2021-01-05,Red Front,Northby,3\nA2,2021-02-11,Red Front,Southby,4\n',
  );
  await enter(page, page.getByRole('button', { name: 'Read the pasted text' }));
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/Jan/);
  await expect(heading).toBeFocused();

  await enter(page, page.getByRole('button', { name: 'Keep in this browser' }));
  await expect(page.getByRole('button', { name: 'Kept in this browser' })).toBeFocused();
  await page.reload();
  await expect(figure(page, 'Killed')).toHaveText('7');

  const saving = page.waitForEvent('download');
  await enter(page, page.getByRole('button', { name: 'Save as a page' }));
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('Killed: 7');

  await enter(page, page.getByRole('link', { name: 'Publish', exact: true }));
  await tabUpTo(page, page.getByLabel('Address'));
  const id = freshId('keys');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(id);
  await enter(page, page.getByRole('button', { name: 'Send and publish' }));
  await expect(page.getByText('Published as revision')).toBeVisible({ timeout: 90_000 });
  await page.goto(`/${id}`);
  await expect(figure(page, 'Killed')).toHaveText('7');
});

test('with the keyboard alone: two groups and two periods are compared, and the focus is never lost', async ({
  page,
}) => {
  await open(page, '/russia-militancy');
  const facets = page.getByRole('complementary');
  await enter(page, facets.getByRole('link', { name: 'Compare ISCP', exact: true }));
  await expect.poll(() => key(page, 'compare')).toBe('actor:iscp');
  await expect.poll(() => isSomewhere(page)).toBe(true);
  await enter(page, facets.getByRole('link', { name: 'Compare ISKP', exact: true }));
  await expect.poll(() => key(page, 'compare')).toBe('actor:iscp,iskp');
  const figures = page.getByRole('table', { name: /^Compared: / });
  await expect(figures.getByRole('row')).toHaveCount(3);
  await enter(page, page.getByRole('link', { name: 'Close the comparison' }));
  await expect.poll(() => key(page, 'compare')).toBeNull();
  await expect.poll(() => isSomewhere(page)).toBe(true);

  await tabUpTo(page, page.getByLabel('with the days from'));
  await page.keyboard.type('2018');
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'compare')).toBe('period:2018');
  await expect.poll(() => isSomewhere(page)).toBe(true);
});

test('with the keyboard alone: a note is added, changed and taken away', async ({ page }) => {
  await open(page, '/russia-militancy');
  const summary = page.locator('summary', { hasText: 'Add a note' });
  await enter(page, summary);
  await tabUpTo(page, page.locator('input[name="date"]'));
  await page.keyboard.type('2018-05');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Elections');
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'note')).toBe('2018-05~Elections');
  await expect.poll(() => isSomewhere(page)).toBe(true);
  // What was written stands above the fields.
  await tabUpTo(
    page,
    page.getByRole('button', { name: 'Change the note “Elections” of 2018-05' }),
    'Shift+Tab',
  );
  await page.keyboard.press('Enter');
  await expect(page.locator('input[name="date"]')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type(' called');
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'note')).toBe('2018-05~Elections called');
  await expect(page.locator('summary', { hasText: 'Notes (1)' })).toBeFocused();
  await enter(page, page.getByRole('link', { name: 'Take the note “Elections called” of 2018-05 away' }));
  await expect.poll(() => key(page, 'note')).toBeNull();
  await expect(summary).toBeFocused();
});

test('with the keyboard alone: a named view, a filter, an incident, and back', async ({ page }) => {
  await open(page, '/russia-militancy');
  await tabTo(page, /^Attacks claimed by the Islamic State since 2017/);
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'relation')).toBe('claimed');
  await tabTo(page, /^Stabbing/);
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'type')).toBe('stabbing');
  await tabTo(page, /^(\d+ \w+ 2017|28 Aug 2017).*/);
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'select')).toMatch(/^2017-/);
  await tabTo(page, /^Open “/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the first stop of every page skips to the content', async ({ page }) => {
  for (const path of ['/', '/russia-militancy', '/russia-militancy/about', '/methods']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
  }
});
