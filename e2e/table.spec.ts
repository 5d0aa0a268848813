import { expect, test } from '@playwright/test';
import { attacks, claimedByIs } from './independent';
import { CLAIMED, key, open } from './reader';

test('a column sorts by a click, a second by shift-click, and the address says so', async ({ page }) => {
  await open(page, CLAIMED);
  const header = (name: string) => page.getByRole('columnheader', { name }).getByRole('link').first();
  await header('Killed').click();
  await expect(page.getByRole('columnheader', { name: 'Killed' })).toHaveAttribute('aria-sort', /ending/);
  if (key(page, 'sort') === 'fatalities') await header('Killed').click();
  await expect.poll(() => key(page, 'sort')).toBe('-fatalities');
  await expect(page.getByRole('row').nth(1)).toContainText('Crocus City Hall');
  await header('Date').click({ modifiers: ['Shift'] });
  await expect.poll(() => key(page, 'sort')).toMatch(/^-fatalities,-?date$/);
});

test('incidents that report no figure come last both ways and are not called zero', async ({ page }) => {
  const unreported = claimedByIs.filter(({ killed_best }) => killed_best === '');
  for (const sort of ['fatalities', '-fatalities']) {
    await open(page, `${CLAIMED}&sort=${sort}`);
    const table = page.getByRole('table');
    await table.getByRole('row').last().scrollIntoViewIfNeeded();
    await expect(table).toHaveAttribute('aria-rowcount', String(claimedByIs.length + 1));
    await expect(async () => {
      await page.locator('[aria-rowindex]').last().scrollIntoViewIfNeeded();
      await expect(page.locator(`[aria-rowindex="${claimedByIs.length + 1}"]`)).toContainText('not reported');
    }).toPass();
  }
  expect(unreported.length).toBe(1);
});

test('search finds words without regard to accents and case, and marks them', async ({ page }) => {
  await open(page, '/russia-militancy');
  await page.getByRole('searchbox', { name: 'Search title, place and notes' }).fill('KIZLYAR');
  await expect.poll(() => key(page, 'q')).toBe('KIZLYAR');
  const found = attacks.filter((row) =>
    `${row.title} ${row.place} ${row.notes}`.toLowerCase().includes('kizlyar'),
  );
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(found.length + 1));
  await expect(page.getByRole('table').locator('mark').first()).toHaveText(/kizlyar/i);
});

test('the CSV of the view has the rows of the table', async ({ page, request }) => {
  await open(page, CLAIMED);
  const href = await page.getByRole('link', { name: 'incidents.csv' }).getAttribute('href');
  const text = await (await request.get(href ?? '')).text();
  for (const { id } of claimedByIs) expect(text).toContain(id ?? '?');
  expect(text.trim().split('\r\n')[0]).toContain('title');
});
