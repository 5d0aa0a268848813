import { expect } from '@playwright/test';
import { links, linksOf } from './independent';
import { test } from './kept-page';
import { CLAIMED, key, open } from './reader';

test('an incident opens with its claims, its figures and its sources, and Escape closes it', async ({
  page,
}) => {
  await open(page, CLAIMED);
  const title = page.getByRole('table').getByRole('link', { name: /Crocus City Hall/ });
  await title.click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { level: 2 }).first()).toContainText('Crocus City Hall');
  await expect(panel).toContainText('22 Mar 2024');
  await expect(panel).toContainText('Amaq');
  await expect(panel).toContainText('143');
  await expect(panel).toContainText('149');
  await expect(
    panel.getByRole('link', { name: /ISIS claims attack on Crocus City Hall/ }).first(),
  ).toHaveAttribute('rel', /noopener/);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect.poll(() => key(page, 'incident')).toBeNull();
  await expect(title).toBeFocused();
});

test('previous and next follow the order of the table', async ({ page }) => {
  await open(page, `${CLAIMED}&incident=2024-crocus-city-hall`);
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText(/1 of 24/);
  await panel.getByRole('link', { name: /Next/ }).click();
  await expect.poll(() => key(page, 'incident')).toBe('2020-grozny-december');
  await expect(panel).toContainText(/2 of 24/);
});

test('rival claims stand side by side, with who disputes them', async ({ page }) => {
  const rivals = links.filter(
    ({ incident, relation }) => incident === '2017-khabarovsk-fsb' && relation === 'claimed',
  );
  expect(rivals.map(({ actor }) => actor).sort()).toEqual(['islamic-state', 'russian-insurgent-army']);
  expect(linksOf('2017-khabarovsk-fsb', ['islamic-state'], 'claimed')[0]?.disputed_by).not.toBe('');
  await page.goto('/russia-militancy/incidents/2017-khabarovsk-fsb');
  const main = page.getByRole('main');
  await expect(main).toContainText('Islamic State');
  await expect(main).toContainText('Russian Insurgent Army');
  await expect(main).toContainText(/disputed by/i);
});

test('an incident that does not exist is a clear note', async ({ page }) => {
  await open(page, `${CLAIMED}&incident=2099-nowhere`);
  await expect(page.getByText(/2099-nowhere/).first()).toBeVisible();
  const response = await page.goto('/russia-militancy/incidents/2099-nowhere');
  expect(response?.status()).toBe(404);
});
