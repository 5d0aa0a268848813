import { expect } from '@playwright/test';
import { attacks, ISLAMIC_STATE, links } from './independent';
import { test } from './kept-page';
import { CLAIMED, expectRows, figure, key, open } from './reader';

const facets = 'Filters';

test('a facet shows the number that selecting it gives, and a parent counts the incidents of its parts once', async ({
  page,
}) => {
  await open(page, '/russia-militancy');
  const inChechnya = attacks.filter(({ regions }) => regions?.split('|').includes('chechnya')).length;
  const value = page
    .getByRole('complementary', { name: facets })
    .getByRole('checkbox', { name: /^Chechnya/ });
  await expect(value).toContainText(String(inChechnya));
  await value.click();
  await expect(page).toHaveURL(/region=chechnya/);
  await expect(figure(page, 'Attacks')).toContainText(String(inChechnya));
  await value.click();
  await expect.poll(() => key(page, 'region')).toBeNull();

  const tied = attacks.filter(({ id }) =>
    links.some((link) => link.incident === id && ISLAMIC_STATE.includes(link.actor ?? '')),
  );
  await page
    .getByRole('complementary', { name: facets })
    .getByRole('checkbox', { name: /^IS \d/ })
    .click();
  await expectRows(page, tied.length);
});

test('chips take clauses away one by one and all at once, back and forward retrace the steps, and presets set the window', async ({
  page,
}) => {
  await open(page, CLAIMED);
  await page.getByRole('link', { name: 'Remove Claimed or attributed: claimed' }).click();
  await expect(page).toHaveURL(/\?actor=islamic-state$/);
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(/russia-militancy$/);
  await expect(figure(page, 'Attacks')).toContainText(String(attacks.length));
  await page.goBack();
  await expect(page).toHaveURL(/\?actor=islamic-state$/);
  await page.goBack();
  await expect(figure(page, 'Attacks')).toHaveText('23 (16–24)');
  await page.goForward();
  expect(key(page, 'relation')).toBeNull();
  await expect(page.getByRole('link', { name: 'Remove Actor: IS' })).toBeVisible();
  await page.goBack();
  await expect.poll(() => key(page, 'relation')).toBe('claimed');

  const windows = page.getByRole('navigation', { name: 'Window' });
  await windows.getByRole('link', { name: '2024' }).click();
  await expect(page).toHaveURL(/from=2024&to=2024/);
  // Of years that have no room in the line the list leads to each.
  await windows.getByRole('combobox').selectOption('2018');
  await expect(page).toHaveURL(/from=2018&to=2018/);
  const in2018 = attacks.filter(
    ({ id, date }) =>
      date?.replace('[', '').startsWith('2018') &&
      links.some(
        (l) => l.incident === id && ISLAMIC_STATE.includes(l.actor ?? '') && l.relation === 'claimed',
      ),
  );
  await expectRows(page, in2018.length);
});

test('choosing operations by the state sets attacks aside', async ({ page }) => {
  await open(page, '/russia-militancy?initiator=non-state');
  const begun = page.getByRole('region', { name: 'Started by' });
  await begun.getByRole('checkbox', { name: /^The state itself/ }).click();
  await expect(page).toHaveURL(/initiator=state$/);
});

test('an empty view says why and offers the way out', async ({ page }) => {
  await open(page, '/russia-militancy?actor=iskp&region=chechnya');
  await expect(page.getByText(/^no attack matches/i).first()).toBeVisible();
  await page
    .getByRole('link', { name: /without|clear|remove/i })
    .first()
    .click();
  await expect(page).not.toHaveURL(/actor=iskp&region=chechnya/);
});
