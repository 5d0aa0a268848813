import { expect, test } from '@playwright/test';
import { DAYS } from './days';
import { attacks, claimedBest, firstDay } from './independent';
import { byRecharts, CLAIMED, expectRows, key, open } from './reader';

const chart = /per (day|week|month|quarter|year)/;

test('the table twin has the counts of the CSV, year by year', { tag: DAYS }, async ({ page }) => {
  await open(page, `${CLAIMED}&bin=year&split=none`);
  const region = page.getByRole('region', { name: chart });
  await region.getByText('Show as table').click();
  const years = new Map<string, number>();
  for (const { date } of claimedBest) {
    const year = firstDay(date ?? '').slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  for (const [year, count] of years) {
    const row = region
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${year}`) }) });
    await expect(row).toContainText(String(count));
  }
});

test('mode, measure, split and bin are in the address', async ({ page }) => {
  await open(page, CLAIMED);
  const region = page.getByRole('region', { name: chart });
  await region.getByRole('link', { name: 'Lines' }).click();
  await expect.poll(() => key(page, 'mode')).toBe('lines');
  await region.getByRole('combobox', { name: 'of', exact: true }).selectOption({ label: 'Fatalities' });
  await expect.poll(() => key(page, 'measure')).toBe('fatalities');
  await region.getByRole('combobox', { name: 'by', exact: true }).selectOption({ label: 'Type' });
  await expect.poll(() => key(page, 'split')).toBe('type');
  await region.getByRole('combobox', { name: 'per', exact: true }).selectOption({ label: 'Year' });
  await expect.poll(() => key(page, 'bin')).toBe('year');
  await region.getByRole('link', { name: 'Bars' }).click();
  await expect.poll(() => key(page, 'mode')).toBeNull();
});

test('a share is of its bin, and means are drawn as lines', { tag: DAYS }, async ({ page }) => {
  await open(page, '/russia-militancy?bin=year&measure=share&split=type&mode=stack');
  const region = page.getByRole('region', { name: chart });
  await expect(region.getByRole('heading', { level: 2 })).toHaveText(
    'Share of attacks (%) per year by type, stacked',
  );
  await region.getByText('Show as table').click();
  const of2018 = attacks.filter(({ date }) => firstDay(date ?? '').startsWith('2018'));
  const share = (100 * of2018.filter(({ type }) => type === 'armed-assault').length) / of2018.length;
  const row = region.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^2018/ }) });
  await expect(row).toContainText(String(Math.round(share * 10) / 10));
  await region
    .getByRole('combobox', { name: 'of', exact: true })
    .selectOption({ label: 'Killed per attack' });
  await expect.poll(() => key(page, 'measure')).toBe('killed-per-incident');
  await expect(region.getByRole('heading', { level: 2 })).toHaveText(
    'Killed per attack per year by type, as lines',
  );
  await expect(region.first()).toContainText(
    'Means do not add up, so they are drawn as lines, not in a stack.',
  );
});

test('a bar is a link to exactly the incidents it counts', { tag: DAYS }, async ({ page }) => {
  await open(page, CLAIMED);
  const bar = page.getByRole('link', { name: /^IS itself, Apr 2017: 1/ });
  await expect(bar).toHaveCount(1);
  await page.goto((await bar.getAttribute('href')) ?? '');
  await expectRows(page, 1);
  await open(page, CLAIMED);
  const supporters = page.getByRole('link', { name: /^IS supporters, May 2018: 2/ });
  await page.goto((await supporters.getAttribute('href')) ?? '');
  await expectRows(page, 2);
});

test('the legend toggles the actor filter', async ({ page }) => {
  await open(page, '/russia-militancy');
  const legend = page.getByRole('list', { name: /^Groups by actor/ });
  await legend.getByRole('link', { name: /^IS with its parts/ }).click();
  await expect.poll(() => key(page, 'actor')).toBe('islamic-state');
  await legend.getByRole('link', { name: /^ISCP/ }).click();
  await expect.poll(() => key(page, 'actor')).toBe('iscp');
  await legend.getByRole('link', { name: /^ISCP/ }).click();
  await expect.poll(() => key(page, 'actor')).toBeNull();
});

test('Recharts takes the place of the server’s picture without moving anything', async ({ page }) => {
  await page.goto(CLAIMED);
  const strip = page.getByRole('group', { name: 'Overview of the whole coverage, with the window' });
  await expect(strip).toHaveCount(1);
  // Asked of the page at one moment: what the server drew makes room for what the scripts draw.
  const top = () =>
    page.evaluate(() => {
      const element = document.querySelector('[role=group][aria-label^="Overview of the whole"]');
      return (element?.getBoundingClientRect().top ?? 0) + scrollY;
    });
  const before = await top();
  await byRecharts(page);
  expect(before).toBeGreaterThan(0);
  expect(await top()).toBe(before);
});
