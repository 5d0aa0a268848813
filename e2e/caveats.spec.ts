import { expect, test } from '@playwright/test';
import { attacks, firstDay } from './independent';
import { expectRows, figure, key, open } from './reader';

const DAY = 86_400_000;
const COVERAGE_END = '2024-06-30';

/** The first and last day that an EDTF text of a day, a month or one of several days names, as days since 1970. */
function endsOf(edtf: string): readonly [number, number] {
  const names = edtf
    .replace(/[[\]{}~?%]/g, '')
    .split(/,|\.\.|\/.*/)
    .filter((name) => name !== '');
  const first = (name: string) => Date.parse(name.length === 7 ? `${name}-01` : name) / DAY;
  const last = (name: string) => {
    if (name.length > 7) return first(name);
    const [year, month] = name.split('-').map(Number);
    return Date.UTC(year ?? 0, month ?? 1, 0) / DAY;
  };
  return [first(names[0] ?? ''), last(names.at(-1) ?? '')];
}

test('the last incident is bounded from both sides, and opens all that may be it', async ({ page }) => {
  const ends = attacks.filter(({ type }) => type === 'drone-strike').map(({ date }) => endsOf(date ?? ''));
  const [earliest, latest] = [0, 1].map((side) => Math.max(...ends.map((pair) => pair[side] ?? 0)));
  const end = Date.parse(COVERAGE_END) / DAY;
  const [least, most] = [end - (latest ?? 0), end - (earliest ?? 0)];
  await open(page, '/russia-militancy?type=drone-strike');
  const last = figure(page, 'Since the last');
  await expect(last).toHaveText(`${least === most ? least : `${least}–${most}`} days`);
  await last.click();
  const candidates = ends.filter((pair) => pair[1] >= (earliest ?? 0)).length;
  if (candidates > 1) {
    await expectRows(page, candidates);
    await expect
      .poll(() => key(page, 'from'))
      .toBe(new Date((earliest ?? 0) * DAY).toISOString().slice(0, 10));
  }
});

test('a year that the window cuts is a part of one, on the page and as data', async ({ page, request }) => {
  const address = 'bin=year&to=2023-03-31&split=none';
  const { bins } = await (await request.get(`/russia-militancy/view.json?${address}`)).json();
  const years = bins.map(({ start, partial }: { start: string; partial?: true }) => [
    start.slice(0, 4),
    partial,
  ]);
  const expected = [...new Set(attacks.map(({ date }) => firstDay(date ?? '')))]
    .filter((day) => day <= '2023-03-31')
    .map((day) => day.slice(0, 4));
  expect(years).toEqual(
    [...new Set(expected)].sort().map((year) => [year, year === '2023' ? true : undefined]),
  );
  await open(page, `/russia-militancy?${address}`);
  await expect(page.getByText('2023 is cut by the window: only Jan–Mar 2023.')).toBeVisible();
  await expect(page.getByText('2022 is cut by the window')).toHaveCount(0);
});

test.describe('as the server writes it', () => {
  test.use({ javaScriptEnabled: false });

  test('where nobody looked there is no zero', async ({ page, request }) => {
    await page.goto('/russia-militancy?from=2010&to=2012');
    const headline = page.getByRole('region', { name: 'Headline figures' });
    await expect(headline).toContainText('Attacks– Outside the coverage, where nothing was looked for');
    await expect(headline).not.toContainText(/(Attacks|Killed|Injured)\s*0/);
    const table = page.getByRole('region', { name: 'Attacks', exact: true });
    await expect(table).toContainText(
      'Nothing is counted: outside the coverage, where nothing was looked for',
    );
    await expect(page.getByRole('link', { name: /^Undisputed only/ })).toHaveText('Undisputed only –');
    const { coverage } = await (await request.get('/russia-militancy/view.json?from=2010&to=2012')).json();
    expect(coverage.searched).toBe('none');
    expect(coverage.notSearched).toEqual([{ from: '2010-01-01', to: '2012-12-31' }]);
  });

  test('a figure over what was searched less well says so beside it', async ({ page }) => {
    await page.goto('/russia-militancy?region=dagestan&from=2021&to=2023');
    const headline = page.getByRole('region', { name: 'Headline figures' });
    await expect(headline).toContainText('In part searched thinly and a sample.');
    const notes = page.getByRole('region', { name: 'About the figures' });
    await expect(notes).toContainText('clash with security forces, 2021–2023');
    await expect(notes).not.toContainText('sabotage');
    await expect(notes).not.toContainText('none of them in doubt');
  });
});

test('a window whose rolling end lies before it begins is refused as any reversed one', async ({
  request,
}) => {
  for (const query of ['from=2024-06&to=-30m', 'from=2024&to=2023']) {
    const response = await request.get(`/russia-militancy/view.json?${query}`);
    expect(response.status(), query).toBe(400);
    expect((await response.json()).errors[0].code).toBe('reversed-window');
  }
});
