import { expect, test } from '@playwright/test';
import { key, open } from './reader';

/** Presses Tab until what has the focus answers to `name`. */
async function tabTo(page: import('@playwright/test').Page, name: RegExp): Promise<void> {
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
