import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test as fresh, type Page } from '@playwright/test';
import { claimedByIs } from './independent';
import { test } from './kept-page';
import { freshId, publish, type Row } from './publish';
import { CLAIMED, open } from './reader';

const HOSTILE =
  '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'"> \u202egnp =1+1 \u05d0';
const pad = (n: number) => String(n).padStart(2, '0');
/** 520 made-up incidents, more than a page fetches by itself; one with a title that would do harm. */
const MANY: readonly Row[] = Array.from({ length: 520 }, (_, at) => ({
  id: `m${String(at).padStart(3, '0')}`,
  date: `${at % 2 === 0 ? 2020 : 2021}-${pad((at % 12) + 1)}-${pad((at % 28) + 1)}`,
  title: at === 7 ? HOSTILE : `Number ${at}`,
  type: at % 3 === 0 ? 'bombing' : 'shooting',
  place: 'Quillmere',
  killed: String(at % 5),
  actor: at % 2 === 0 ? 'red-front' : 'blue-guard',
  notes: at === 7 ? '</td></table><script>document.title="run"</script>' : '',
}));
const dataset = freshId('many');

/** Pages of a PDF that Chromium wrote. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-saved-'));
  await publish(dataset, { title: 'Many', rows: MANY });
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Saves a view, cuts the network and opens the file; what the page asked for, beyond itself, and what went wrong in it. */
async function openSaved(page: Page, address: string) {
  const response = await page.request.get(address);
  expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.html"$/);
  const file = join(folder, `${dataset}-${Math.random().toString(36).slice(2)}.html`);
  await writeFile(file, await response.body());
  await page.context().setOffline(true);
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return { asked: asked.filter((one) => one !== url), errors };
}

const rows = (page: Page) => page.locator('tr.row:visible');

test('a saved view opens from a disk without a network, and sorts, searches and shows details', async ({
  page,
}) => {
  const { asked, errors } = await openSaved(page, CLAIMED.replace('?', '/view.html?'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('claimed by the Islamic State');
  await expect(page.getByText('23 (16–24) attacks')).toBeVisible();
  for (const name of ['Timeline', 'Activity', 'Comparison']) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  }
  const drawings = page.locator('.live > svg:visible');
  expect(await drawings.count()).toBe(4);
  await expect(rows(page)).toHaveCount(claimedByIs.length);

  await page.getByRole('button', { name: 'Killed' }).click();
  await page.getByRole('button', { name: 'Killed' }).click();
  await expect(page.getByRole('columnheader', { name: 'Killed' })).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('Crocus City Hall');

  await rows(page).first().getByRole('button', { name: 'Details' }).click();
  const details = page.locator('tr.details:visible');
  await expect(details).toHaveCount(1);
  await expect(details).toContainText('Id2024-crocus-city-hall');
  await expect(details.getByRole('link').first()).toHaveAttribute('href', /^https?:\/\//);

  await page.getByRole('searchbox', { name: 'Search' }).fill('magnitogorsk');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('status')).toHaveText(`2 of ${claimedByIs.length} attacks`);
  expect(asked).toEqual([]);
  expect(errors).toEqual([]);
});

test('hostile text in a saved view is text, and runs nothing', async ({ page }) => {
  await openSaved(page, `/${dataset}/view.html`);
  await expect(
    page.getByRole('cell', { name: '<script>document.title="run"</script><img src=x' }),
  ).toBeVisible();
  expect(await page.title()).not.toBe('run');
  expect(await page.locator('img').count()).toBe(0);
  await expect(rows(page)).toHaveCount(MANY.length);
});

test('a saved view prints every row with its details, and nothing is cut', async ({ page }) => {
  await openSaved(page, `/${dataset}/view.html`);
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('tr.details:visible')).toHaveCount(MANY.length);
  await expect(page.locator('thead')).toHaveCSS('display', 'table-header-group');
  await expect(page.locator('.scroll')).toHaveCSS('overflow', 'visible');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(703);
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(30);
});

test('the dashboard prints every row, however far the table was scrolled', async ({ page }) => {
  await open(page, `/${dataset}`);
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('table', { name: 'Incidents' });
  await expect(table.locator('tbody tr[data-index]')).toHaveCount(MANY.length);
  await expect(page.getByText(/^The first \d+ of/)).toHaveCount(0);
  await expect(table).toHaveCSS('display', 'table');
  await expect(table.locator('thead')).toHaveCSS('display', 'table-header-group');
  for (const name of [/^Timeline/, /^Activity|^Attacks per|^Incidents per/, 'Incidents']) {
    await expect(page.getByRole('heading', { name }).first()).toBeVisible();
  }
  const cut = await table.evaluate((element) => {
    const beyond: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { overflowY, maxHeight } = getComputedStyle(at);
      if (overflowY !== 'visible' || maxHeight !== 'none') beyond.push(at.className || at.tagName);
    }
    return { beyond, wide: document.documentElement.scrollWidth };
  });
  expect(cut.beyond).toEqual([]);
  expect(cut.wide).toBeLessThanOrEqual(703);
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(12);
});

fresh('the keyboard’s print waits for the rows that are not here', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset.printed = String(document.querySelectorAll('tr[data-index]').length);
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await open(page, `/${dataset}`);
  await page.keyboard.press('Control+P');
  await expect(page.locator('html')).toHaveAttribute('data-printed', String(MANY.length));
});
