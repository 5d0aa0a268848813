import { expect, test } from '@playwright/test';
import { DAYS } from './days';
import { attacks, claimedBest, firstDay } from './independent';
import { byRecharts, CLAIMED, expectRows, key, open } from './reader';

const chart = /per (day|week|month|quarter|year)/;

test('a bar is a link to exactly the incidents it counts, choices are in the address, and the table twin has the counts of the CSV', {
  tag: DAYS,
}, async ({ page, browser }) => {
  await open(page, CLAIMED);
  const region = page.getByRole('region', { name: chart });
  const choose = (name: string, label: string) =>
    region.getByRole('combobox', { name, exact: true }).selectOption({ label });

  await test.step('a bar is a link to exactly the incidents it counts', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false, baseURL: new URL(page.url()).origin });
    for (const [name, rows] of [
      [/^IS itself, Apr 2017: 1/, 1],
      [/^IS supporters, May 2018: 2/, 2],
    ] as const) {
      const bar = page.getByRole('link', { name });
      await expect(bar).toHaveCount(1);
      await plain.goto((await bar.getAttribute('href')) ?? '');
      await expectRows(plain, rows);
    }
    await plain.close();
  });

  await test.step('mode, measure, split and bin are in the address', async () => {
    await region.getByRole('link', { name: 'Lines' }).click();
    await expect.poll(() => key(page, 'mode')).toBe('lines');
    await choose('of', 'Fatalities');
    await expect.poll(() => key(page, 'measure')).toBe('fatalities');
    await choose('by', 'Type');
    await expect.poll(() => key(page, 'split')).toBe('type');
    await choose('per', 'Year');
    await expect.poll(() => key(page, 'bin')).toBe('year');
    await region.getByRole('link', { name: 'Bars' }).click();
    await expect.poll(() => key(page, 'mode')).toBeNull();
  });

  await test.step('the table twin has the counts of the CSV, year by year', async () => {
    await choose('of', 'Attacks');
    await choose('by', 'No split');
    await expect(region.getByRole('heading', { level: 2 })).toHaveText('Attacks per year');
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
});

test('a share is of its bin, and means are drawn as lines', async ({ page }) => {
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
