import { expect, test } from '@playwright/test';
import { figure, open } from './reader';

for (const [query, note, attacks] of [
  ['from=2017-13', /2017-13/, '0'],
  ['from=2024&to=2017', /begins.*after it ends/, '0'],
  ['actor=nobody', /nobody/, '0'],
  ['type=bombing&type=arson', null, null],
  ['q=a&q=b', /one value/, '0'],
  ['sort=colour', /names no column/, '64'],
  ['mode=pie', /none of/, '64'],
  ['actr=iskp', /no key/, '64'],
  ['initiator=state,mixed', /stands alone/, '0'],
] as const) {
  test(`?${query} shows what it can and says what it could not read`, async ({ page }) => {
    const response = await page.goto(`/russia-militancy?${query}`);
    expect(response?.status()).toBe(200);
    if (note) await expect(page.getByText(note).first()).toBeVisible();
    if (attacks) await expect(figure(page, 'Attacks')).toContainText(new RegExp(`^${attacks}\\b`));
  });
}

for (const path of [
  '/nobody',
  '/..%2f..%2fetc',
  '/%00',
  '/russia-militancy/incidents/..%2f..%2fetc',
  '/russia-militancy/incidents/%00',
  '/RUSSIA-MILITANCY',
]) {
  test(`${path} is not found, and never an error of the server`, async ({ request }) => {
    const response = await request.get(path);
    expect([400, 404]).toContain(response.status());
  });
}

test('a malformed escape is refused', async ({ request }) => {
  const response = await request.get('/russia-militancy/incidents/%E0%A4%A');
  expect([400, 404]).toContain(response.status());
});

test('an address of 100 kB is refused in words', async ({ page }) => {
  const response = await page.goto(`/russia-militancy?q=${'x'.repeat(100_000)}`);
  expect(response?.status()).toBe(414);
  await expect(page.getByText(/too long/i).first()).toBeVisible();
});

test('a reader’s words never become markup', async ({ page }) => {
  const q = '<img src=x onerror=alert(1)>"\'&';
  page.on('dialog', () => {
    throw new Error('A script of the reader ran.');
  });
  await open(page, `/russia-militancy?q=${encodeURIComponent(q)}`);
  await expect(page.getByRole('searchbox', { name: 'Search title, place and notes' })).toHaveValue(q);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});
