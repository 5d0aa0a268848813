import { expect, test } from '@playwright/test';
import { open } from './reader';

test('on paper the page keeps what it says and leaves out what only a screen can use', async ({ page }) => {
  await open(page, '/russia-militancy');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Attacks', exact: true })).toBeVisible();
  for (const name of ['Zoom in', 'Show all 15 actors', 'Set window']) {
    await expect(page.getByRole('button', { name })).toBeHidden();
  }
  await expect(page.getByRole('link', { name: 'Last 12 months' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Knife attacks', exact: true })).toBeHidden();
});
