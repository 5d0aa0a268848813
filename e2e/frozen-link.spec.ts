import { expect, type Page, test } from '@playwright/test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { violationsInBoth } from './axe';
import { annals, freshId, publish, type Row } from './publish';
import { expectRows, figure, open } from './reader';

test.describe.configure({ mode: 'serial' });

const pad = (n: number) => String(n).padStart(2, '0');

/** Twenty made-up incidents: bombings by one, shootings by the other, in turn. */
const BEFORE: readonly Row[] = Array.from({ length: 20 }, (_, at) => ({
  id: `e${pad(at + 1)}`,
  date: `${at < 12 ? 2020 : 2021}-${pad((at % 12) + 1)}-10`,
  title: `Incident number ${at + 1}`,
  type: at % 2 === 0 ? 'bombing' : 'shooting',
  place: 'Quillmere',
  killed: String(at % 4),
  actor: at % 2 === 0 ? 'red-front' : 'blue-guard',
}));

const ADDED: readonly Row[] = [
  {
    id: 'n1',
    date: '2021-10-01',
    title: 'New one',
    type: 'bombing',
    place: 'Ostervale',
    killed: '5',
    actor: 'red-front',
  },
  {
    id: 'n2',
    date: '2021-10-02',
    title: 'New two',
    type: 'shooting',
    place: 'Ostervale',
    killed: '',
    actor: 'blue-guard',
  },
  {
    id: 'n3',
    date: '2021-10-03',
    title: 'New three',
    type: 'shooting',
    place: 'Ostervale',
    killed: '1',
    actor: '',
  },
];
const EDITS: Readonly<Record<string, Partial<Row>>> = {
  e02: { date: '2020-02-12' },
  e03: { date: '2020-04' },
  e04: { killed: '7' },
  e06: { actor: 'red-front' },
};
const AFTER: readonly Row[] = [
  ...BEFORE.filter(({ id }) => id !== 'e05').map((row) => ({ ...row, ...EDITS[row.id] })),
  ...ADDED,
];
const killed = (rows: readonly Row[]) => String(rows.reduce((sum, row) => sum + Number(row.killed), 0));

const dataset = freshId('edited');
const title = 'A series that is edited';
const revisions: string[] = [];
/** The link as the dialog of the page wrote it, before anything was edited. */
let link = '';

const banner = (page: Page) => page.getByRole('complementary', { name: 'Since this link' });

test.beforeAll(async ({ browser, baseURL }) => {
  revisions.push(await publish(dataset, { title, rows: BEFORE }));
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  await open(page, `/${dataset}`);
  await page.getByRole('link', { name: 'Share', exact: true }).click();
  link = await page.getByRole('dialog').getByRole('textbox', { name: 'Address' }).inputValue();
  await page.close();
});

test('a frozen link to the current revision has no banner', async ({ page }) => {
  await open(page, link);
  await expect(figure(page, 'Incidents')).toHaveText('20');
  await expect(banner(page)).toHaveCount(0);
});

test('after an edit the old link shows its own numbers and says what has changed since', async ({ page }) => {
  revisions.push(await publish(dataset, { title, rows: AFTER }));
  await open(page, link);
  await expect(figure(page, 'Incidents')).toHaveText('20');
  await expect(figure(page, 'Killed')).toHaveText(killed(BEFORE));
  await expectRows(page, 20);
  await expect(banner(page)).toContainText(
    'Since this link: 3 added, 1 removed, 2 re-dated, 1 toll changed, 1 re-attributed in this view',
  );
});

test('the banner speaks of the view, and follows its filters', async ({ page }) => {
  await open(page, link);
  const filters = page.getByRole('complementary', { name: 'Filters' });
  await filters.getByRole('checkbox', { name: /^Bombing/ }).click();
  await expect(banner(page)).toContainText('Since this link: 1 added, 1 removed, 1 re-dated in this view');
  await expect(figure(page, 'Incidents')).toHaveText('10');
  await page.goto(`${link.replace('&r=', '&actor=red-front&r=')}`);
  await expect(banner(page)).toContainText(
    'Since this link: 1 added, 1 removed, 1 now in this view, 1 re-dated in this view',
  );
  await page.goto(`/${dataset}?from=2021-01-01&to=2021-03-31&r=${revisions[0]?.slice(0, 12)}`);
  await expect(banner(page)).toContainText('Since this link: nothing has changed in this view');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the banner, the differences and the current view are there', async ({ page }) => {
    await page.goto(link);
    await expect(banner(page)).toContainText('3 added, 1 removed, 2 re-dated, 1 toll changed');
    await banner(page).getByRole('link', { name: 'See the differences' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('What changed');
  });
});

test('the differences are listed incident by incident, field by field, old and new', async ({ page }) => {
  await open(page, link);
  await banner(page).getByRole('link', { name: 'See the differences' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What changed');
  const of = (name: string | RegExp) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  const cells = (name: string, field: string) =>
    of(new RegExp(`${name}\\b`)).getByRole('row', { name: new RegExp(`^${field}`) });
  await expect(cells('Incident number 2', 'Date')).toContainText(/10 Feb 2020.*12 Feb 2020/s);
  await expect(cells('Incident number 3', 'Date')).toContainText(/10 Mar 2020.*Apr 2020/s);
  await expect(cells('Incident number 4', 'Killed')).toContainText(/3.*7/s);
  await expect(cells('Incident number 6', 'Actors')).toContainText(/blue guard.*red front/s);
  for (const row of ADDED) await expect(of(row.title)).toContainText('Added');
  await expect(of(/Incident number 5\b/)).toContainText('Removed');
  const twin = page.getByRole('link', { name: 'As data' });
  const data = await (await page.request.get((await twin.getAttribute('href')) ?? '')).json();
  expect(data.summary).toMatchObject({
    added: 3,
    removed: 1,
    redated: 2,
    toll: 1,
    reattributed: 1,
    total: 8,
  });
  expect(await violationsInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('the current view is one link away, and a live link shows the new numbers', async ({ page }) => {
  await open(page, link);
  await banner(page)
    .getByRole('link', { name: /current revision/i })
    .click();
  await expect(figure(page, 'Incidents')).toHaveText('22');
  await expect(figure(page, 'Killed')).toHaveText(killed(AFTER));
  await expect(banner(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/[?&]r=/);
  await open(page, `/${dataset}`);
  await expect(figure(page, 'Incidents')).toHaveText('22');
});

test('the feeds tell of each change, and answer 304 while nothing is new', async ({ page, request }) => {
  await page.goto(`/${dataset}`);
  const atomUrl = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  const jsonUrl = await page.locator('link[type="application/feed+json"]').getAttribute('href');
  const response = await request.get(atomUrl ?? '');
  const atom = parseAtomFeed(await response.text());
  const newest = (atom.entries ?? []).slice(0, 8);
  const titles = newest.map((entry) => JSON.stringify(entry.title));
  const told = (verb: string) => titles.filter((text) => text.includes(`${verb}: `)).length;
  expect([told('Added'), told('Removed'), told('Corrected'), told('Re-attributed')]).toEqual([3, 1, 3, 1]);
  expect(atom.entries).toHaveLength(8 + BEFORE.length);
  expect(new Set((atom.entries ?? []).map(({ id }) => id)).size).toBe(8 + BEFORE.length);
  const texts = JSON.stringify(newest);
  expect(texts).toContain('Date: 10 Feb 2020 → 12 Feb 2020');
  expect(texts).toContain('Killed: 3 → 7');
  expect(texts).toContain('Actors: blue guard: claimed, certain → red front: claimed, certain');
  const json = parseJsonFeed(await (await request.get(jsonUrl ?? '')).text());
  expect(json.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id));

  const { etag = '', 'last-modified': modified = '' } = response.headers();
  const again = await request.get(atomUrl ?? '', { headers: { 'if-none-match': etag } });
  expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  const since = await request.get(atomUrl ?? '', { headers: { 'if-modified-since': modified } });
  expect(since.status()).toBe(304);
});

test('a link to a revision that was removed says so, and why', async ({ page, request }) => {
  const [old = ''] = revisions;
  await annals('remove', dataset, '--revision', old, '--reason', 'Withdrawn by the Gazette.', '--yes');
  const answer = await page.goto(link);
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole('heading', { name: 'This revision was removed' })).toBeVisible();
  await expect(page.getByText('Withdrawn by the Gazette.')).toBeVisible();
  const query = new URL(link).search;
  for (const file of ['view.json', 'incidents.csv', 'activity.svg', 'view.html']) {
    const twin = await request.get(`/${dataset}/${file}${query}`);
    expect([file, twin.status()]).toEqual([file, 410]);
  }
  expect((await request.get(`/embed/${dataset}/activity${query}`)).status()).toBe(410);
  await page.getByRole('link', { name: 'Open the current revision' }).click();
  await expect(figure(page, 'Incidents')).toHaveText('22');
});
