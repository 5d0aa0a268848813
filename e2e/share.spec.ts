import { expect, test } from '@playwright/test';
import { CLAIMED, figure, open } from './reader';

test('a copied link shows the same in a fresh browser', async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `${CLAIMED}&from=2018&split=type&sort=-fatalities`);
  await page.getByRole('link', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog.getByRole('radio', { name: 'Frozen' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Copy address' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: /copied/i })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/from=2018.*&to=2024-06-30.*&r=[0-9a-f]{12}$/);
  const fresh = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const other = await fresh.newPage();
  await open(other, link);
  await expect(figure(other, 'Attacks')).toHaveText(await figure(page, 'Attacks').innerText());
  await expect(other.getByRole('table').getByRole('row').nth(1)).toHaveText(
    await page.getByRole('table').getByRole('row').nth(1).innerText(),
    { useInnerText: true },
  );
  await fresh.close();
});

test('a link to an unknown revision says so and offers the current one', async ({ page }) => {
  await page.goto(`${CLAIMED}&r=0123456789ab`);
  await expect(page.getByText('0123456789ab').first()).toBeVisible();
  await page
    .getByRole('link', { name: /current/i })
    .first()
    .click();
  await expect(figure(page, 'Attacks')).toHaveText('23 (16–24)');
  await expect(page).not.toHaveURL(/r=0123/);
});

test('the address stays short', async ({ page }) => {
  await open(page, '/russia-militancy');
  await page
    .getByRole('link', { name: 'Attacks claimed by the Islamic State since 2017', exact: true })
    .click();
  await expect(page).toHaveURL(/\/russia-militancy\?actor=islamic-state&relation=claimed$/);
});

test('on the page of its own the files of a row stand on one line', async ({ page }) => {
  await page.goto('/russia-militancy/share');
  const tops = await page
    .getByRole('list')
    .filter({ has: page.getByRole('link', { name: 'CSV', exact: true }) })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
  expect(tops.length).toBeGreaterThan(5);
  // Two rows at most, at this width.
  expect(new Set(tops).size).toBeLessThanOrEqual(2);
});
