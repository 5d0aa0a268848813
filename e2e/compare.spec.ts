import { expect, type Page, test } from '@playwright/test';
import { violationsInBoth } from './axe';
import { attacks, type CsvRow, firstDay, links, sum } from './independent';
import { figure, key, open, written } from './reader';

test.use({ hasTouch: true });

const ISCP = ['iscp', 'iscp-ingush-group'];
const firm = ({ relation, certainty }: CsvRow) => relation !== 'suspected' && certainty !== 'possible';
const tied = (id: string | undefined, actors: readonly string[]) =>
  links.filter(({ incident, actor }) => incident === id && actors.includes(actor ?? ''));

/** Attacks of some actors as the methods count them: best by links that are firm, low by those nobody doubts. */
function countOf(actors: readonly string[]) {
  const all = attacks.filter(({ id }) => tied(id, actors).length > 0);
  const best = all.filter(({ id }) => tied(id, actors).some(firm));
  const low = all.filter(
    ({ id, nature_disputed }) =>
      nature_disputed === 'false' &&
      tied(id, actors).some(({ certainty, disputed_by }) => certainty === 'certain' && disputed_by === ''),
  );
  return { best, text: written(low.length, best.length, all.length) };
}

const panel = (page: Page) => page.getByRole('region', { name: /^Compared/ });
const row = (page: Page, name: RegExp) =>
  panel(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

test('two groups stand side by side with the counts of the CSV, and every figure opens', async ({
  page,
  request,
}) => {
  await open(page, '/russia-militancy');
  const filters = page.getByRole('complementary', { name: 'Filters' });
  // By mouse, by keyboard and by touch: a facet, the panel, a figure.
  await filters.getByRole('link', { name: 'Compare ISCP', exact: true }).click();
  await filters.getByRole('link', { name: 'Compare ISKP', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'compare')).toBe('actor:iscp,iskp');
  const [iscp, iskp] = [countOf(ISCP), countOf(['iskp'])];
  await expect(
    row(page, /^ISCP with its parts/)
      .getByRole('link', { name: iscp.text })
      .first(),
  ).toBeVisible();
  await expect(row(page, /^ISKP/).getByRole('link', { name: iskp.text }).first()).toBeVisible();
  const share = Math.round((1000 * iscp.best.length) / attacks.length) / 10;
  await expect(row(page, /^ISCP/)).toContainText(`${share} %`);
  const both = iscp.best.filter(({ id }) => iskp.best.some((one) => one.id === id));
  expect(both).toEqual([]);
  await expect(panel(page)).not.toContainText('in both');
  const answer = await (
    await request.get('/russia-militancy/comparison.json?compare=actor:iscp,iskp')
  ).json();
  expect(answer.compare.sides.map((side: { incidents: { best: number } }) => side.incidents.best)).toEqual([
    iscp.best.length,
    iskp.best.length,
  ]);
  const svg = await (await request.get('/russia-militancy/comparison.svg?compare=actor:iscp,iskp')).text();
  expect(svg).toContain(iscp.text);
  expect(await violationsInBoth(page, 'section:has(table[aria-label^=Compared])')).toEqual([]);
  const opens = row(page, /^ISKP/).getByRole('link', { name: iskp.text }).first();
  await opens.scrollIntoViewIfNeeded();
  await opens.tap();
  await expect.poll(() => [key(page, 'actor'), key(page, 'compare')]).toEqual(['iskp', null]);
  await expect(figure(page, 'Attacks')).toHaveText(iskp.text);
  await page.goBack();
  // By keyboard alone: along the points of the chart, into what one counts, and a side out of the comparison.
  const ofIskp = attacks.filter(({ id }) => tied(id, ['iskp']).length > 0);
  const [first = ''] = ofIskp.map(({ date }) => firstDay(date ?? '')).sort();
  await panel(page)
    .getByRole('group', { name: /Arrow keys move over the points/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await expect(page.locator(':focus')).toHaveAttribute(
    'aria-label',
    new RegExp(`^ISKP, .*${first.slice(0, 4)}: \\d`),
  );
  await page.keyboard.press('Enter');
  await expect.poll(() => [key(page, 'actor'), key(page, 'compare')]).toEqual(['iskp', null]);
  await page.goBack();
  await row(page, /^ISKP/)
    .getByRole('link', { name: /out of the comparison/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => key(page, 'compare')).toBe('actor:iscp');
});

test('a year stands against the one before, without scripts too; what nobody searched has no figure', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  await page.goto('/russia-militancy?from=2018&to=2018&split=none');
  await page.getByRole('link', { name: 'with the 12 months before' }).click();
  await expect(page).toHaveURL(/compare=period:before/);
  const years = ['2018', '2017'].map((year) =>
    attacks.filter(({ date }) => firstDay(date ?? '').startsWith(year)),
  );
  for (const [at, year] of years.entries()) {
    const name = at === 0 ? /^2018 \(this window\)/ : /^2017 \(as long, right before\)/;
    await expect(row(page, name)).toContainText(String(year.length));
    // Where the nature of an incident is disputed, its killed stand in high alone.
    const settled = year.filter(({ nature_disputed }) => nature_disputed === 'false');
    await expect(row(page, name)).toContainText(String(sum(settled, 'killed_best')));
  }
  await page.goto('/russia-militancy?from=2018&to=2018&compare=period:2010');
  await expect(row(page, /^2010/).getByRole('cell').nth(1)).toHaveText('–');
  await expect(row(page, /^2010/)).toContainText('Outside the coverage');
  await page.close();
});
