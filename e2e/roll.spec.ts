import { expect, type Page } from '@playwright/test';
import { attacks, ISLAMIC_STATE, links } from './independent';
import { test } from './kept-page';
import { expectRows, key, open } from './reader';

const UKRAINE = ['ukraine', 'gur', 'sbu', 'ua-forces'];

/** The attacks that links tie firmly to any of some actors: neither possible nor only suspected. */
function tiedTo(actors: readonly string[]): number {
  const firm = links.filter(
    ({ actor, relation, certainty }) =>
      actors.includes(actor ?? '') && relation !== 'suspected' && certainty !== 'possible',
  );
  const incidents = new Set(firm.map(({ incident }) => incident));
  return attacks.filter(({ id }) => incidents.has(id)).length;
}

const legend = (page: Page) => page.getByRole('list', { name: /^Groups by actor/ });
const facets = (page: Page) => page.getByRole('complementary', { name: 'Filters' });

test('two parents are compared whole after one click each, with one number for one name', async ({
  page,
}) => {
  await open(page, '/russia-militancy?mode=lines');
  await facets(page)
    .getByRole('checkbox', { name: /^IS \d/ })
    .click();
  await facets(page)
    .getByRole('checkbox', { name: /^Ukraine \d/ })
    .click();
  await expect.poll(() => key(page, 'actor')).toBe('islamic-state,ukraine');
  expect(key(page, 'roll')).toBeNull();
  await expect(
    legend(page).getByRole('link', { name: `IS with its parts ${tiedTo(ISLAMIC_STATE)}` }),
  ).toBeVisible();
  await expect(
    legend(page).getByRole('link', { name: `Ukraine with its parts ${tiedTo(UKRAINE)}` }),
  ).toBeVisible();
  await expect(
    facets(page).getByRole('checkbox', { name: new RegExp(`^IS ${tiedTo(ISLAMIC_STATE)}\\b`) }),
  ).toBeVisible();
});

test('inside one parent its parts stand apart, and itself says that they are not in it', async ({ page }) => {
  await open(page, '/russia-militancy?mode=lines&actor=islamic-state');
  await expect(
    legend(page).getByRole('link', { name: `IS itself ${tiedTo(['islamic-state'])}` }),
  ).toBeVisible();
  await expect(legend(page).getByRole('link', { name: /^ISCP/ })).toBeVisible();
  await page.getByRole('region', { name: 'Over time' }).getByText('More', { exact: true }).click();
  await page.getByRole('link', { name: 'With their parts' }).click();
  await expect.poll(() => key(page, 'roll')).toBe('up');
  await expect(
    legend(page).getByRole('link', { name: `IS with its parts ${tiedTo(ISLAMIC_STATE)}` }),
  ).toBeVisible();
});

test('a rolled-up bar selects its incidents, and a frozen link keeps how it was counted', async ({
  page,
  request,
}) => {
  await open(page, '/russia-militancy?bin=year');
  const bar = page.getByRole('link', { name: /^IS with its parts alone, 2018: / });
  const best = Number(
    /: (\d+)/.exec((await bar.getAttribute('aria-label')) ?? (await bar.textContent()) ?? '')?.[1],
  );
  const href = (await bar.getAttribute('href')) ?? '';
  expect(href).toContain('select=2018,only:islamic-state');
  const view = await (await request.get(href.replace('?', '/view.json?'))).json();
  expect(view.selected.incidents.best).toBe(best);
  await page.goto(href);
  await expectRows(page, view.selected.incidents.high);
  const { revision } = view;
  const groups = async (query: string) => {
    const { bins } = await (await request.get(`/russia-militancy/view.json?${query}`)).json();
    return [...new Set(bins.map(({ series }: { series: string }) => series))];
  };
  expect(await groups(`r=${revision}`)).toContain('iscp');
  expect(await groups(`r=${revision}&roll=up`)).not.toContain('iscp');
  expect(await groups('')).not.toContain('iscp');
});
