import { expect } from '@playwright/test';
import { violationsOf } from './axe';
import { claimedBest } from './independent';
import { test } from './kept-page';
import { CLAIMED, key, open } from './reader';

const bombings = claimedBest.filter(({ type }) => type === 'bombing').length;

test('on a phone figures and chart stand in the first screen, and filters open over it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, CLAIMED);
  const over = page.getByRole('region', { name: 'Over time' });
  await expect(over.getByRole('application').first()).toBeInViewport({ ratio: 0.05 });

  const button = page.getByRole('link', { name: 'Filters (2)' });
  await expect(page.getByRole('complementary', { name: 'Filters' })).toHaveCount(0);
  await button.click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await expect(sheet.getByRole('button', { name: 'Show 23 attacks' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await sheet.getByRole('checkbox', { name: /^Bombing/ }).click();
  await expect.poll(() => key(page, 'type')).toBe('bombing');
  const show = sheet.getByRole('button', { name: new RegExp(`^Show ${bombings} attacks?$`) });
  await show.click();
  await expect(sheet).toBeHidden();
  const more = page.getByRole('link', { name: 'Filters (3)' });
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(more).toBeFocused();
  await expect.poll(() => key(page, 'type')).toBe('bombing');
});

test('a group comes forward from the legend, and panels take scales of their own', async ({ page }) => {
  await open(page, '/russia-militancy?split=type&mode=panels');
  const chart = page.getByRole('region', { name: /a panel each/ });
  const behind = chart.locator('[data-behind]');
  const entry = chart
    .getByRole('list', { name: /toggles the filter/ })
    .getByRole('link')
    .first();
  await entry.hover();
  await expect(behind).not.toHaveCount(0);
  await page.mouse.move(5, 5);
  await expect(behind).toHaveCount(0);
  await entry.focus();
  await expect(behind).not.toHaveCount(0);

  // Zero stands at the foot of every panel: how far apart its steps are drawn tells the scale.
  const greatest = () =>
    chart.locator('svg text').evaluateAll((all) => {
      const numbers = all
        .map(({ textContent }) => textContent ?? '')
        .filter((text) => /^[1-9]\d*$/.test(text));
      return new Set(numbers).size;
    });
  const shared = await greatest();
  await page.getByRole('link', { name: 'Own scales' }).click();
  await expect.poll(() => key(page, 'axis')).toBe('own');
  await expect.poll(greatest).toBeGreaterThan(shared);
});

test('no page is wider than a phone of 360 px, and no header scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  // As the pages stand before their scripts come; with them they are measured where axe looks at them.
  await page.route('**/*.js', (route) => route.abort());
  const pages = ['', '/about', '/watch', '/share', '/changes', '/incidents', '?compare=actor:iscp,iskp'];
  for (const path of ['/', '/open', '/methods', ...pages.map((one) => `/russia-militancy${one}`)]) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('header, header *')]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .filter((one) => getComputedStyle(one).textOverflow !== 'ellipsis')
        .map(({ tagName, className }) => `${path}: ${tagName} ${className}`),
    );
    expect(wide).toEqual([]);
  }
});
