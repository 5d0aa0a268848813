import { expect } from '@playwright/test';
import { test } from './kept-page';
import { open } from './reader';

test('on paper the page keeps what it says, opens its notes, and leaves out what only a screen can use', async ({
  page,
}) => {
  await open(page, '/russia-militancy');
  const note = page.getByText('Arson and drone strikes are a sample', { exact: false }).last();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Attacks', exact: true })).toBeVisible();
  for (const name of ['Zoom in', 'Show all 15 actors', 'Set window']) {
    await expect(page.getByRole('button', { name })).toBeHidden();
  }
  await expect(page.getByRole('link', { name: 'Last 12 months' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Knife attacks', exact: true })).toBeHidden();
  await expect(note).toBeVisible();
  await expect(page.getByText('Zoom in to see', { exact: false })).toHaveCount(0);
});

test('on paper panels and lanes are parts between which pages break, with an axis that each page repeats', async ({
  page,
}) => {
  await open(page, '/russia-militancy?mode=panels');
  const lanes = await page
    .getByRole('group', { name: /^Timeline of/ })
    .locator('[data-lane]')
    .count();
  await page.emulateMedia({ media: 'print' });
  const [chart, timeline] = [page.locator('[data-paper]').first(), page.locator('[data-paper]').last()];
  await expect(timeline.locator('[data-lane]')).toHaveCount(lanes);
  const shown = (parted: typeof chart) =>
    parted.evaluate((element) =>
      [...element.children].map((part) => [
        getComputedStyle(part).display,
        getComputedStyle(part.firstElementChild!).breakInside,
        /20\d\d/.test(part.textContent ?? ''),
      ]),
    );
  expect((await shown(chart))[0]).toEqual(['table-footer-group', 'avoid', true]);
  expect((await shown(timeline))[0]).toEqual(['table-header-group', 'avoid', true]);
  for (const parted of [chart, timeline]) {
    expect((await shown(parted))[1]?.slice(0, 2)).toEqual(['table-row-group', 'avoid']);
    // Nothing around it holds its parts together, in no browser.
    const around = await parted.evaluate((element) => {
      const displays: string[] = [];
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        displays.push(getComputedStyle(at).display);
        if (getComputedStyle(at).breakInside !== 'auto') displays.push('avoid');
      }
      return displays.filter((display) => /grid|flex|avoid/.test(display));
    });
    expect(around).toEqual([]);
  }
});
