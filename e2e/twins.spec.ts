import { expect, test } from '@playwright/test';
import { attacks, claimedBest, claimedByIs, claimedLow, firstDay, readCsv, sum } from './independent';

const query = 'actor=islamic-state&relation=claimed';

test('view.json has the figures counted from the CSV, and its stack adds up to them', async ({ request }) => {
  const view = await (await request.get(`/russia-militancy/view.json?${query}&bin=year`)).json();
  expect(view.dataset).toBe('russia-militancy');
  expect(view.total.incidents).toEqual({
    low: claimedLow.length,
    best: claimedBest.length,
    high: claimedByIs.length,
  });
  expect(view.total.fatalities.high).toBe(sum(claimedByIs, 'killed_high'));
  const byYear: Record<string, number> = {};
  for (const { start, best } of view.bins) byYear[start] = (byYear[start] ?? 0) + best;
  const expected: Record<string, number> = {};
  for (const { date } of claimedBest) {
    const start = `${firstDay(date ?? '').slice(0, 4)}-01-01`;
    expected[start] = (expected[start] ?? 0) + 1;
  }
  expect(byYear).toEqual(expected);
  const iskp = view.bins.filter(({ series }: { series: string }) => series === 'iskp');
  expect(iskp).toEqual([{ start: '2024-01-01', series: 'iskp', low: 1, best: 1, high: 1 }]);
});

test('incidents.json pages through every row once', async ({ request }) => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await (await request.get(`/russia-militancy/incidents.json?limit=10${next}`)).json();
    expect(page.total).toBe(attacks.length);
    ids.push(...page.rows.map(({ id }: { id: string }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect([...ids].sort()).toEqual(attacks.map(({ id }) => id).sort());
});

test('incidents.csv reads back with the rows, low and best of the view', async ({ request }) => {
  const response = await request.get(`/russia-militancy/incidents.csv?${query}`);
  expect(response.headers()['content-type']).toContain('text/csv');
  const rows = readCsv((await response.text()).replace(/^\ufeff/, ''));
  expect(rows.map(({ id }) => id).sort()).toEqual(claimedByIs.map(({ id }) => id).sort());
  expect(rows.filter(({ in_low }) => in_low === 'true').length).toBe(claimedLow.length);
  expect(rows.filter(({ in_best }) => in_best === 'true').length).toBe(claimedBest.length);
});

for (const [address, status] of [
  ['/russia-militancy/view.json?from=2017-13', 400],
  ['/russia-militancy/view.json?actor=nobody', 400],
  ['/russia-militancy/view.json?from=1&from=2', 400],
  ['/russia-militancy/view.json?from=2024&to=2017', 400],
  ['/russia-militancy/view.json?sort=colour', 400],
  ['/russia-militancy/incidents.json?limit=0', 400],
  ['/russia-militancy/incidents.json?cursor=nonsense', 400],
  ['/russia-militancy/view.json?r=0123456789ab', 404],
  ['/no-such-series/view.json', 404],
  ['/..%2f..%2fetc/view.json', 404],
  ['/%00/view.json', 404],
  [`/russia-militancy/view.json?q=${'x'.repeat(100_000)}`, 414],
  [`/russia-militancy/incidents.csv?actor=${'x,'.repeat(50_000)}`, 414],
] as const) {
  test(`a twin answers ${address.slice(0, 60)} with the problem document ${status}`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(status);
    expect(response.headers()['content-type']).toContain('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({
      status,
      type: expect.stringMatching(/^\/problems\//),
      title: expect.any(String),
    });
  });
}
