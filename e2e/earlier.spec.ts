import { expect, test } from '@playwright/test';
import { CLAIMED, figure } from './reader';

/*
 * The bundled series brings the revision that was published before it. What differs between the two was counted with
 * Python from both sets of CSV files.
 */
test.use({ javaScriptEnabled: false });

const SERIES = '/russia-militancy';
const OLD = 'r=2c837bbee631';

test('an old link shows its numbers on a fresh machine, and says what has changed since', async ({
  page,
}) => {
  await page.goto(`${CLAIMED}&from=2017-01-01&to=2024-06-30&${OLD}`);
  await expect(figure(page, 'Attacks')).toHaveText('23 (18–24)');
  const banner = page.getByRole('complementary', { name: 'Since this link' });
  await expect(banner).toContainText(
    'Since this link: 4 tolls changed, 5 re-attributed, 1 otherwise corrected in this view',
  );
  await page.goto(`${SERIES}?from=2017-01-01&to=2024-06-30&${OLD}`);
  await expect(banner).toContainText(
    'Since this link: 14 added, 3 re-dated, 12 tolls changed, 9 re-attributed, 2 otherwise corrected in this view',
  );
});

test('the page of changes lists what the current revision brought', async ({ page, request }) => {
  await page.goto(`${SERIES}/changes`);
  const item = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  const killed = item('Gun and arson attack on the Crocus City Hall').getByRole('row', { name: /^Killed/ });
  await expect(killed).toContainText(/145 \(143–145\).*149 \(143–149\)/s);
  await expect(item('Man stabs two police officers in Kotelnikovo')).toContainText('Added');
  const { before, summary } = await (await request.get(`${SERIES}/changes.json`)).json();
  expect(before.revision).toMatch(/^2c837bbee631/);
  expect(summary).toMatchObject({ added: 14, removed: 0, redated: 3, toll: 12, reattributed: 9, total: 35 });
});

test('the figures say as of when their sources speak, and the series why a count is another', async ({
  page,
  request,
}) => {
  await page.goto(CLAIMED);
  await expect(figure(page, 'Attacks')).toHaveText('23 (16–24)');
  const notes = page.getByRole('region', { name: 'About the figures' });
  await expect(notes).toContainText('Figures as published until Nov 2026.');
  await notes.getByRole('link', { name: 'Where they come from' }).click();
  const provenance = page.getByRole('region', { name: 'Provenance and licence' });
  await expect(provenance).toContainText('were 18 / 23 / 24 in the revision before');
  await expect(provenance).toContainText('are 16 / 23 / 24 in this one');
  await page.goto(`${SERIES}/incidents/2024-crocus-city-hall`);
  await expect(page.getByRole('main')).toContainText('Figures as published until Nov 2026.');
  expect(await (await request.get(`${SERIES}/activity.svg`)).text()).toContain('until Nov 2026.');
  expect((await (await request.get(`${SERIES}/view.json`)).json()).sourcesUntil).toBe('2026-11');
  // The revision before did not say it, and does not now.
  await page.goto(`${SERIES}?${OLD}`);
  await expect(notes).not.toContainText('as published until');
});
