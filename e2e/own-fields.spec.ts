import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { readCsv } from './independent';
import { test } from './kept-page';
import { annals, freshId } from './publish';
import { expectRows, key, open } from './reader';

const PHASES = ['Climb', 'Approach', 'Take-off run', 'Landing, roll'] as const;
const SPECIES = ['Gull', 'Turkey vulture', 'Horned lark', 'Rock pigeon', 'Mallard'] as const;

/** Strikes of birds in the columns of the FAA's table; phases and costs of which none is as frequent as another. */
const TABLE = [
  'Airport Name,Flight Date,Origin State,Phase of flight,Wildlife Species,Cost Total $,Flight plan',
  ...Array.from({ length: 90 }, (_, at) => {
    const phase = PHASES[at % 10 < 4 ? 0 : at % 10 < 7 ? 1 : at % 10 < 9 ? 2 : 3];
    const species = SPECIES[(at * 7) % 5];
    const date = `199${at % 3}-0${1 + (at % 9)}-${10 + (at % 18)}`;
    const state = ['Texas', 'Ohio', 'Utah'][at % 3];
    return `Airport ${at % 11},${date},${state},"${phase}",${species},${((at * 13) % 30) * 100},Filed under number ${at}`;
  }),
].join('\n');
const ROWS = readCsv(TABLE);
const dataset = freshId('strikes');

const phaseOf = (row: (typeof ROWS)[number]) => row['Phase of flight'] ?? '';
const cost = (row: (typeof ROWS)[number]) => Number(row['Cost Total $']);
const countOf = (rows: typeof ROWS, phase: string) => rows.filter((row) => phaseOf(row) === phase).length;

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'annals-strikes-'));
  try {
    const file = join(folder, 'strikes.csv');
    await writeFile(file, TABLE);
    await annals('import', file, '--as', dataset, '--json');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** The phases with the counts that the facet has beside them. */
async function expectPhases(page: Page, rows: typeof ROWS): Promise<void> {
  for (const phase of PHASES) {
    const item = section(page, 'Phase of flight').getByRole('listitem').filter({ hasText: phase });
    await expect(item).toContainText(new RegExp(`${phase}\\D*${countOf(rows, phase)}\\b`));
  }
}

test('a series is split by a field of its own, narrowed by numbers, and shared with its columns', async ({
  page,
  browser,
}) => {
  await open(page, `/${dataset}`);
  await expectRows(page, ROWS.length);
  await expectPhases(page, ROWS);

  await page.getByRole('combobox', { name: 'by', exact: true }).selectOption({ label: 'Phase of flight' });
  await expect(page).toHaveURL(/split=\.phase-of-flight/);

  const dear = ROWS.filter((row) => cost(row) >= 500 && cost(row) <= 1500);
  expect(dear.length).toBeGreaterThan(20);
  expect(dear.length).toBeLessThan(ROWS.length / 2);
  const range = page.getByRole('textbox', { name: /^Cost Total.*from\.\.to$/ });
  await range.fill('500..1500');
  await range.press('Enter');
  await expectRows(page, dear.length);
  await expect.poll(() => key(page, '.cost-total')).toBe('500..1500');
  await expectPhases(page, dear);

  await expect(page.getByRole('columnheader', { name: 'Flight plan' })).toHaveCount(0);
  await page.getByText('Columns', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Flight plan' }).check();
  await expect(page.getByRole('columnheader', { name: 'Flight plan' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  const address = await dialog.getByRole('textbox', { name: 'Address', exact: true }).inputValue();
  expect(address).toMatch(/\.cost-total=500\.\.1500&split=\.phase-of-flight&.*columns=[^&]*\.flight-plan/);

  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await open(other, address);
  await expectRows(other, dear.length);
  await expectPhases(other, dear);
  await expect(other.getByRole('columnheader', { name: 'Flight plan' })).toBeVisible();
  await expect(other.getByRole('combobox', { name: 'by', exact: true })).toHaveValue('.phase-of-flight');
  await fresh.close();

  const { pathname, search } = new URL(address);
  const csv = readCsv(await (await page.request.get(`${pathname}/incidents.csv${search}`)).text());
  expect(csv).toHaveLength(dear.length);
  const sum = (costs: readonly number[]) => costs.reduce((all, one) => all + one, 0);
  expect(sum(csv.map((row) => Number(row['own_cost-total'])))).toBe(sum(dear.map(cost)));
  for (const phase of PHASES) {
    expect(csv.filter((row) => row['own_phase-of-flight'] === phase)).toHaveLength(countOf(dear, phase));
  }
});

test('a value with a comma filters by itself, and the codebook lists every field', async ({ page }) => {
  await open(page, `/${dataset}`);
  await section(page, 'Phase of flight')
    .getByRole('checkbox', { name: /^Landing, roll/ })
    .click();
  await expectRows(page, countOf(ROWS, 'Landing, roll'));
  await page.reload();
  await expectRows(page, countOf(ROWS, 'Landing, roll'));

  await page.goto(`/${dataset}/about#own-fields`);
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row('.phase-of-flight')).toContainText('category');
  await expect(row('.cost-total')).toContainText('added up');
  await expect(row('.cost-total')).toContainText('all incidents');
});

test('a name that is one long word stays in its column, and a page of 320 px is no wider', async ({
  page,
}) => {
  const id = freshId('longword');
  const long = `Remarks${'about'.repeat(12)}`;
  const table = [
    `date,actor,city,killed,${long}`,
    ...Array.from({ length: 60 }, (_, at) => {
      const day = `202${at % 3}-0${1 + (at % 9)}-${10 + (at % 18)}`;
      return `${day},${['North', 'South', ''][at % 3]},Northby,${at % 4},${at % 2 === 0 ? 'early' : 'late'}`;
    }),
  ].join('\n');
  const folder = await mkdtemp(join(tmpdir(), 'annals-longword-'));
  try {
    const file = join(folder, 'longword.csv');
    await writeFile(file, table);
    await annals('import', file, '--as', id, '--json');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, `/${id}`);
  const heading = section(page, long).getByRole('heading');
  await heading.scrollIntoViewIfNeeded();
  const beyond = await heading.evaluate((one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    const column = one.closest('aside, [role="complementary"]') ?? document.body;
    return words.getBoundingClientRect().right - column.getBoundingClientRect().right;
  });
  expect(beyond).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, `/${id}`);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.getByText('Not established, or only suspected').first().scrollIntoViewIfNeeded();
  expect(await wide()).toBe(320);
  // A label that has room for its words is not broken for it: the figure beside it stands on the one line.
  const killed = page.locator('[data-index] td[data-column="fatalities"]').first();
  await killed.scrollIntoViewIfNeeded();
  expect(await killed.evaluate((one) => one.getBoundingClientRect().height)).toBeLessThanOrEqual(30);
  const columns = page.locator('summary', { hasText: 'Columns' });
  await columns.scrollIntoViewIfNeeded();
  await columns.click();
  const group = page.getByRole('group', { name: 'Columns shown' });
  await expect(group).toBeVisible();
  expect(await group.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThanOrEqual(320);
  expect(await wide()).toBe(320);
});
