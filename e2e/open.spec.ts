import { expect } from '@playwright/test';
import { DAYS } from './days';
import { attacks, claimedBest, claimedByIs, claimedLow, incidents, sum } from './independent';
import { test } from './kept-page';
import { CLAIMED, expectRows, figure, open, written } from './reader';

const disputedOut = (rows: typeof attacks) => rows.filter((row) => row.nature_disputed === 'false');

test('the front page lists the series with its size and leads to a named view in one click', async ({
  page,
}) => {
  await page.goto('/');
  const card = page.getByRole('article').filter({ hasText: 'Militant incidents in Russia' });
  await expect(card).toContainText(`${incidents.length}`);
  await card
    .getByRole('link', { name: 'Attacks claimed by the Islamic State since 2017', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('claimed by the Islamic State');
  await expect(figure(page, 'Attacks')).toHaveText(written(16, 23, 24));
});

test('the headline figures are those counted from the CSV, and each opens its incidents', {
  tag: DAYS,
}, async ({ page }) => {
  await open(page, CLAIMED);
  await expect(figure(page, 'Attacks')).toHaveText(
    written(claimedLow.length, claimedBest.length, claimedByIs.length),
  );
  await expect(figure(page, 'Killed')).toHaveText(
    written(
      sum(claimedLow, 'killed_low'),
      sum(disputedOut(claimedBest), 'killed_best'),
      sum(claimedByIs, 'killed_high'),
    ),
  );
  const reporting = disputedOut(claimedBest).filter(({ killed_best }) => killed_best !== '').length;
  await expect(page.getByText(`reported for ${reporting} of ${claimedByIs.length} attacks`)).toBeVisible();
  await figure(page, 'Killed').click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Crocus City Hall');
  await figure(page, 'Busiest month').click();
  await expect(page).toHaveURL(/from=2018-05/);
  await expectRows(page, 4);
});

test('a published count stands beside that of the series and is not called a match', async ({ page }) => {
  await open(page, CLAIMED);
  const notes = page.getByRole('region', { name: 'About the figures' });
  await expect(notes).toContainText('Published: 22');
  await expect(notes).toContainText('This series: 23 (16–24), 20 certain and 3 probable');
  await expect(notes).not.toContainText(/match/i);
  await notes.getByRole('link', { name: 'how they differ' }).click();
  await expect(page.getByRole('heading', { name: 'Published counts' })).toBeInViewport();
  await open(page, '/russia-militancy?actor=iskp&relation=claimed');
  await expect(page.getByText('Published:')).toHaveCount(0);
});

test('the whole series leaves out what the state began and what is out of scope', async ({ page }) => {
  await open(page, '/russia-militancy');
  await expect(figure(page, 'Attacks')).toContainText(String(attacks.length));
  await open(page, '/russia-militancy?initiator=state');
  const operations = incidents.filter((row) => row.initiator === 'state' && row.in_scope === 'true');
  await expect(
    page.getByRole('link', { name: String(operations.length), exact: true }).first(),
  ).toBeVisible();
});

test('about, methods and incident pages open from the dashboard', async ({ page }) => {
  await open(page, CLAIMED);
  await page.getByRole('link', { name: 'About this series' }).click();
  await expect(page.getByRole('heading', { name: 'How to cite' })).toBeVisible();
  await page.getByRole('link', { name: 'Methods', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Methods');
});
