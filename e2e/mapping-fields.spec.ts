import { expect, type Page } from '@playwright/test';
import { readCsv } from './independent';
import { test } from './kept-page';

const DAMAGE = ['None', 'None', 'Minor', 'None', 'Substantial'] as const;
const MOODS = ['calm', 'tense', 'angry'] as const;

/** Made up: what no field of the model reads, as a category with "None" in it, a number, a category and two more. */
const TABLE = [
  'id,date,damage,cost,weather,crew,place',
  ...Array.from({ length: 40 }, (_, at) => {
    const day = `2021-0${1 + (at % 9)}-${10 + (at % 18)}`;
    return `n${at},${day},${DAMAGE[at % 5]},${(at * 7) % 40},${['rain', 'sun'][at % 2]},${MOODS[at % 3]},Town ${at}`;
  }),
].join('\n');
const ROWS = readCsv(TABLE);
const withDamage = (text: string) => ROWS.filter(({ damage }) => damage === text).length;

const fieldOf = (page: Page, column: string) => page.getByRole('group', { name: column, exact: true });
const facet = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openMapping(page: Page): Promise<void> {
  await page.goto('/open');
  const buffer = Buffer.from(TABLE);
  await page.getByLabel('Choose a file').setInputFiles({ name: 'made-up.csv', mimeType: 'text/csv', buffer });
  // Nothing in it is left to be decided.
  await page.getByRole('button', { name: 'How it was read' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What do the columns mean?' })).toBeFocused();
}

async function openDashboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the dashboard' }).click();
  await expect(page.locator('html[data-ready]')).toHaveCount(1);
}

test('own fields are given another label, unit, aggregate and kind, or dropped, and the page and the report say so', async ({
  page,
}) => {
  await openMapping(page);
  const cost = fieldOf(page, 'cost');
  await expect(cost.getByLabel('Kind')).toHaveValue('number');
  await cost.getByLabel('Label').fill('Bill');
  await cost.getByLabel('Label').press('Enter');
  await cost.getByLabel('Unit').fill('EUR');
  await cost.getByLabel('Unit').press('Enter');
  await cost.getByLabel('Over incidents').selectOption({ label: 'averaged' });
  await expect(fieldOf(page, 'crew').getByLabel('Kind')).toHaveValue('category');
  await fieldOf(page, 'crew').getByLabel('Kind').selectOption({ label: 'text' });
  await fieldOf(page, 'weather').getByLabel('keep').uncheck();
  await expect(page.getByText(/1 dropped by you \(weather\)/)).toBeVisible();

  await openDashboard(page);
  await expect(facet(page, 'Damage')).toBeVisible();
  await expect(facet(page, 'Crew')).toHaveCount(0);
  await expect(facet(page, 'Weather')).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Measure' })).toContainText('Mean of bill (EUR)');

  await page.getByText('What became of each, and why').click();
  const row = (column: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: column, exact: true }) });
  await expect(row('cost')).toContainText('Kept as the field “Bill”: number in EUR, averaged.');
  await expect(row('crew')).toContainText('Kept as the field “Crew”: text.');
  await expect(row('weather')).toContainText('Left out.');
  await expect(row('damage')).toContainText('A value of its own: “None”.');
});

test('“None” in a scale is a value, until the reader says that it is not', async ({ page }) => {
  const none = { name: /^“None” is a value/ };
  await openMapping(page);
  await expect(fieldOf(page, 'damage').getByRole('checkbox', none)).toBeChecked();
  await openDashboard(page);
  for (const text of ['None', 'Minor', 'Substantial']) {
    const item = facet(page, 'Damage').getByRole('listitem').filter({ hasText: text });
    await expect(item).toContainText(new RegExp(`${text}\\D*${withDamage(text)}\\b`));
  }

  await openMapping(page);
  await fieldOf(page, 'damage').getByRole('checkbox', none).uncheck();
  await openDashboard(page);
  const items = facet(page, 'Damage').getByRole('listitem');
  await expect(items.filter({ hasText: 'Minor' })).toContainText(String(withDamage('Minor')));
  await expect(items.filter({ hasText: /^None/ })).toHaveCount(0);
});

test('the samples of long numbers stay on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/open');
  const rows = Array.from(
    { length: 30 },
    (_, at) => `2021-02-0${1 + (at % 9)},-118.${2194634 + at},0.${190766 + at}91263`,
  );
  const buffer = Buffer.from(['date,longitude,share_of_all', ...rows].join('\n'));
  await page.getByLabel('Choose a file').setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('heading', { level: 1, name: /^Incidents/ })).toBeVisible();
  await page.getByRole('banner').getByText('Menu', { exact: true }).click();
  await page.getByRole('button', { name: 'How it was read' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What do the columns mean?' })).toBeFocused();
  await expect(fieldOf(page, 'share_of_all')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
