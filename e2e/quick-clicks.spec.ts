import { isDeepStrictEqual } from 'node:util';
import { expect, type Page, type Request } from '@playwright/test';
import { attacks, regions } from './independent';
import { test } from './kept-page';
import { expectRows, figure, key, open, written } from './reader';

const inRegions = (ids: readonly string[]) =>
  attacks.filter((row) => row.regions?.split('|').some((id) => ids.includes(id)));

/** The headline of attacks: those whose nature is disputed are in doubt, all others certain. */
const figureOf = (rows: typeof attacks) =>
  written(rows.filter((row) => row.nature_disputed === 'false').length, rows.length, rows.length);

/** The five regions with the most attacks, by the CSV. */
const BUSIEST = regions
  .map(({ id = '', label = '' }) => ({ id, label, count: inRegions([id]).length }))
  .sort((a, b) => b.count - a.count)
  .slice(0, 5);

interface Sent {
  readonly queries: readonly {
    readonly kind: string;
    readonly offset?: number;
    readonly filter: { readonly regions: readonly string[] };
  }[];
}

interface Network {
  /** Plans that were answered, and those that the page gave up. */
  readonly answered: readonly Sent[];
  readonly stopped: readonly Sent[];
  /** Lets through what is held, and all that comes. */
  readonly release: () => void;
}

/** Opens a page that has its server alone to ask: its columns do not come. */
async function openAsking(page: Page, address: string): Promise<void> {
  await page.context().route('**/columns/**', (route) => route.abort());
  await open(page, address);
  await expect(page.getByText('The server goes on answering.')).toBeVisible();
}

/** Holds the queries of a page back until it is told not to, as a slow network does. */
async function slowNetwork(page: Page): Promise<Network> {
  const [answered, stopped]: [Sent[], Sent[]] = [[], []];
  const keep = (request: Request, list: Sent[]) => {
    if (!request.url().endsWith('/query')) return;
    const sent = request.postDataJSON() as Sent;
    // Further rows of the table and incidents that are opened are no plans.
    if (sent.queries.some(({ kind, offset = 0 }) => kind !== 'incident' && offset === 0)) list.push(sent);
  };
  page.on('requestfinished', (request) => keep(request, answered));
  page.on('requestfailed', (request) => keep(request, stopped));
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/query', async (route) => {
    await released;
    // What the page has given up meanwhile can go nowhere.
    await route.continue().catch(() => undefined);
  });
  return { answered, stopped, release };
}

const region = (page: Page, label: string) =>
  page
    .getByRole('region', { name: 'Region', exact: true })
    .getByRole('checkbox', { name: new RegExp(`^${label} \\d`) });

test('five quick clicks build on each other, and only the last asks to the end', async ({ page }) => {
  await openAsking(page, '/russia-militancy');
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  const { answered, stopped, release } = await slowNetwork(page);
  for (const { label } of BUSIEST) await region(page, label).click();

  const ids = BUSIEST.map(({ id }) => id);
  await expect.poll(() => key(page, 'region')?.split(',').sort()).toEqual([...ids].sort());
  for (const { label } of BUSIEST) await expect(region(page, label)).toHaveAttribute('aria-checked', 'true');
  // Controls are ahead; all else stands together on the view before.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  await expect(figure(page, 'Attacks')).toHaveText(figureOf(attacks));
  await expectRows(page, attacks.length);
  await expect(page.getByRole('region', { name: 'Headline figures' })).toHaveAttribute('aria-busy', 'true');
  expect(answered).toEqual([]);

  release();
  const found = inRegions(ids);
  await expect(figure(page, 'Attacks')).toHaveText(figureOf(found));
  await expectRows(page, found.length);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title ?? '');
  await expect(page.getByRole('region', { name: 'Headline figures' })).toHaveAttribute('aria-busy', 'false');
  const asked = answered.flatMap(({ queries }) => queries);
  // What is in sight once, and the rest once that is drawn.
  const totals = asked.filter(({ kind, filter }) => kind === 'total' && filter.regions.length > 0);
  expect(totals.filter((one, at) => totals.findIndex((other) => isDeepStrictEqual(one, other)) < at)).toEqual(
    [],
  );
  const rows = asked.filter(({ kind }) => kind === 'rows');
  expect(rows.map(({ filter }) => [...filter.regions].sort())).toEqual([[...ids].sort()]);
  // One for each click before the last, and one more where more of a view came into sight while it was asked for.
  expect(stopped.length).toBeGreaterThanOrEqual(4);
});

test('going back before the answers have come leaves the page as it was, and asks nothing to the end', async ({
  page,
}) => {
  await openAsking(page, '/russia-militancy');
  const { answered, stopped, release } = await slowNetwork(page);
  await region(page, BUSIEST[0]?.label ?? '').click();
  await expect(page.getByRole('region', { name: 'Headline figures' })).toHaveAttribute('aria-busy', 'true');
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Headline figures' })).toHaveAttribute('aria-busy', 'false');
  await expect(figure(page, 'Attacks')).toHaveText(figureOf(attacks));
  await expect.poll(() => stopped.length).toBe(1);
  release();
  expect(answered).toEqual([]);
});

test('an incident opens at once while the answers of a filter are on their way', async ({ page }) => {
  await openAsking(page, '/russia-militancy');
  const { release } = await slowNetwork(page);
  const { id = '', label = '' } = BUSIEST[0] ?? {};
  await region(page, label).click();
  await page.getByRole('table').first().locator('a[data-incident]').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(() => [key(page, 'region'), key(page, 'incident')]).toEqual([id, expect.any(String)]);
  release();
  await expectRows(page, inRegions([id]).length);
});
