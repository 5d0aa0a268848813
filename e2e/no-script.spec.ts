import { expect, test } from '@playwright/test';
import { attacks, claimedByIs } from './independent';
import { CLAIMED, expectRows, figure, marks } from './reader';

test.use({ javaScriptEnabled: false });

test('without scripts the page has title, figures, timeline, chart and the first rows', async ({ page }) => {
  await page.goto(CLAIMED);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('claimed by the Islamic State');
  await expect(figure(page, 'Attacks')).toHaveText('23 (16–24)');
  await expect(marks(page)).toHaveCount(claimedByIs.length);
  await expect(page.getByRole('link', { name: /^ISCP itself, May 2018: 2/ })).toHaveCount(1);
  await expect(page.getByRole('table').first().getByRole('row')).not.toHaveCount(0);
  await expect(page.getByRole('table').first()).toContainText('Crocus City Hall');
});

test('without scripts sort links and filter links work', async ({ page }) => {
  await page.goto(CLAIMED);
  await page.getByRole('columnheader', { name: 'Killed' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/sort=-?fatalities/);
  await page
    .getByRole('complementary', { name: 'Filters' })
    .getByRole('link', { name: /^Stabbing/ })
    .click();
  await expect(page).toHaveURL(/type=stabbing/);
  await expectRows(page, 7);
});

test('without scripts a mark and a title open the incident page, and dates are a form', async ({ page }) => {
  await page.goto(CLAIMED);
  await page
    .getByRole('table')
    .first()
    .getByRole('link', { name: /Crocus City Hall/ })
    .click();
  await expect(page).toHaveURL(/incidents\/2024-crocus-city-hall/);
  await page.goto(CLAIMED);
  await page.getByRole('textbox', { name: 'From' }).fill('2018');
  await page.getByRole('button', { name: 'Set window' }).click();
  await expect(page).toHaveURL(/from=2018/);
  await expect(page).toHaveURL(/actor=islamic-state/);
});

test('without scripts the panels have their styles: nothing runs past the side of a narrow page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/russia-militancy');
  const legend = page.getByRole('list', { name: /toggles the filter/ });
  await expect(legend).toHaveCSS('list-style-type', 'none');
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});

test('without scripts every row is reached by links, page by page, and every value of a filter as data', async ({
  page,
}) => {
  await page.goto('/russia-militancy?scope=in&sort=date');
  await page.getByRole('link', { name: 'All, page by page' }).click();
  await expect(page).toHaveURL(/incidents\?sort=date/);
  const rows = page.getByRole('table', { name: 'Attacks', exact: true }).getByRole('row');
  await expect(rows).toHaveCount(1 + attacks.length);
  await expect(rows.last()).toContainText('2024');
  await rows.nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/incidents\/2017-/);
  await page.goto('/russia-militancy/incidents?page=9');
  await expect(page.getByText(`${attacks.length} attacks`).first()).toBeVisible();
  await page.goto('/russia-militancy');
  await expect(page.locator('noscript a[href$="view.json"]').first()).toHaveCount(1);
});

test('on a phone the heads of the table cover no card', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/russia-militancy');
  const table = page.getByRole('table', { name: 'Attacks' });
  const [head, first] = [
    await table.locator('thead').boundingBox(),
    await table.locator('tbody tr').first().boundingBox(),
  ];
  if (head === null || first === null) throw new Error('there is no table');
  expect(head.y + head.height).toBeLessThanOrEqual(first.y + 1);
});
