import { request as httpRequest } from 'node:http';
import { expect } from '@playwright/test';
import { test } from './kept-page';

const DATASET = '/russia-militancy';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Sends a path as it is written: a browser would tidy up dots and escapes first. */
function send(base: string | undefined, path: string, method = 'GET', body = ''): Promise<Answer> {
  const { hostname, port } = new URL(base ?? '');
  const headers = body === '' ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const LONG = 'x'.repeat(100_000);

/** Query, status, code of the answer, and the keys that it lists. */
const BAD_VIEWS: readonly (readonly [
  query: string,
  status: number,
  code: string,
  keys: readonly string[],
])[] = [
  ['actor=nobody', 400, 'bad-view', ['actor']],
  ['type=nothing&region=nowhere', 400, 'bad-view', ['type', 'region']],
  ['from=2017-13', 400, 'bad-view', ['from']],
  ['from=2023-02-29', 400, 'bad-view', ['from']],
  ['from=2020&to=2019', 400, 'bad-view', ['from']],
  ['measure=injured&measure=fatalities', 400, 'bad-view', ['measure']],
  ['sort=nothing', 400, 'bad-view', ['sort']],
  ['initiator=state,mixed', 400, 'bad-view', ['initiator']],
  ['colour=red', 400, 'bad-view', ['colour']],
  ['from=1000&bin=day', 400, 'bad-view', ['bin']],
  ['r=0123456789ab', 404, 'unknown-revision', ['r']],
  ['r=latest', 404, 'unknown-revision', ['r']],
  ['incident=nothing', 404, 'unknown-incident', ['incident']],
];

for (const [query, status, code, keys] of BAD_VIEWS) {
  test(`the twins answer ${status} to “${query}” and the page explains it`, async ({ baseURL, page }) => {
    for (const twin of ['view.json', 'incidents.json', 'incidents.csv']) {
      const answer = await send(baseURL, `${DATASET}/${twin}?${query}`);
      expect(answer.type).toBe('application/problem+json');
      const problem = JSON.parse(answer.body);
      expect(problem).toMatchObject({ status, type: `/problems/${code}`, instance: `${DATASET}/${twin}` });
      expect(problem.errors.map(({ key }: { key: string }) => key)).toEqual(keys);
      expect(answer.status).toBe(status);
    }
    const response = await page.goto(`${DATASET}?${query}`);
    // A page of the revision shows the view and a note; without a revision there is none to show.
    expect(response?.status()).toBe(code === 'unknown-revision' ? 404 : 200);
    const problem = JSON.parse((await send(baseURL, `${DATASET}/view.json?${query}`)).body);
    // The panel of an incident that is not there says so itself.
    if (code === 'unknown-incident') await expect(page.getByText('No such attack')).toBeVisible();
    else
      for (const { message } of problem.errors) await expect(page.getByText(message).first()).toBeVisible();
  });
}

const BAD_PATHS: readonly (readonly [path: string, status: number])[] = [
  ['/nothing', 404],
  ['/nothing/view.json', 404],
  [`${DATASET}/incidents/nothing`, 404],
  [`${DATASET}/incidents/..%2f..%2fetc%2fpasswd`, 404],
  ['/..%2f..%2fetc%2fpasswd', 404],
  ['/..%2f..%2fetc/view.json', 404],
  ['/../../etc/passwd', 404],
  ['/%00', 404],
  [`${DATASET}/incidents/%00`, 404],
  ['/%E0%A4%A', 400],
  ['/%E0%A4%A/view.json', 400],
  [`${DATASET}?q=${LONG}`, 414],
  [`${DATASET}/view.json?q=${LONG}`, 414],
  [`/${LONG}`, 414],
  ['/api/nothing', 404],
  ['/problems/nothing', 404],
  ['/__proto__', 404],
  ['/constructor/view.json', 404],
];

for (const [path, status] of BAD_PATHS) {
  const name = path.length > 60 ? `${path.slice(0, 40)}… (${path.length} characters)` : path;
  test(`${name} is answered with ${status}`, async ({ baseURL }) => {
    const answer = await send(baseURL, path);
    expect(answer.status).toBe(status);
    const data = /^\/api\/|\.json/.test(path);
    expect(answer.type).toContain(data ? 'application/problem+json' : 'text/html');
    if (data) expect(JSON.parse(answer.body)).toMatchObject({ status });
  });
}

test('a query of 7,900 characters is still read', async ({ baseURL }) => {
  const query = `q=${'x'.repeat(200)}&actor=${'a,'.repeat(3_800)}iskp`;
  const answer = await send(baseURL, `${DATASET}/view.json?${query}`);
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body).errors).toMatchObject([{ key: 'actor', code: 'unknown-id' }]);
});

test('limits, cursors, methods and bodies that cannot be used are problems', async ({ baseURL }) => {
  const query = '/api/v1/datasets/russia-militancy/query';
  const cases: readonly (readonly [Answer, number, string])[] = [
    [await send(baseURL, `${DATASET}/incidents.json?limit=0`), 400, 'bad-limit'],
    [await send(baseURL, `${DATASET}/incidents.json?limit=1001`), 400, 'bad-limit'],
    [await send(baseURL, `${DATASET}/incidents.json?limit=ten`), 400, 'bad-limit'],
    [await send(baseURL, `${DATASET}/incidents.json?cursor=x`), 400, 'bad-cursor'],
    [await send(baseURL, `${DATASET}/view.json`, 'DELETE'), 405, 'method-not-allowed'],
    [await send(baseURL, query), 405, 'method-not-allowed'],
    [await send(baseURL, query, 'POST', '{"queries":[]}'), 400, 'bad-body'],
    [await send(baseURL, query, 'POST', `"${LONG.repeat(3)}"`), 413, 'body-too-large'],
    [await send(baseURL, '/api/v1/datasets/nothing/query', 'POST', '{}'), 404, 'unknown-dataset'],
  ];
  for (const [answer, status, code] of cases) {
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ status, type: `/problems/${code}` });
  }
});

test('a cursor goes on where the page before ended and is of no use for another view', async ({
  baseURL,
}) => {
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const asked: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { rows, next } = JSON.parse(
      (await send(baseURL, `${DATASET}/incidents.json?limit=25${asked}`)).body,
    );
    ids.push(...rows.map(({ id }: { id: string }) => id));
    cursor = next;
    if (cursor === null) break;
    const other = await send(baseURL, `${DATASET}/incidents.json?sort=title&cursor=${cursor}`);
    expect(JSON.parse(other.body)).toMatchObject({ type: '/problems/bad-cursor' });
  }
  const whole = JSON.parse((await send(baseURL, `${DATASET}/incidents.json?limit=1000`)).body);
  expect(ids).toEqual(whole.rows.map(({ id }: { id: string }) => id));
  expect(ids).toHaveLength(whole.total);
});

test('answers of a named revision may be kept for ever, others are asked for again', async ({ request }) => {
  const current = await request.get(`${DATASET}/view.json`);
  expect(current.headers()['cache-control']).toBe('no-cache');
  const { etag = '' } = current.headers();
  const again = await request.get(`${DATASET}/view.json`, { headers: { 'if-none-match': etag } });
  expect(again.status()).toBe(304);
  const { revision } = await current.json();
  const named = await request.get(`${DATASET}/view.json?r=${revision.slice(0, 12)}`);
  expect(named.headers()['cache-control']).toContain('max-age=86400');
});

test('pages carry a strict policy, and run no script without its nonce', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const response = await page.goto(DATASET);
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]+' 'strict-dynamic'(;|$)/);
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  await page.waitForLoadState('networkidle');
  expect(errors).toEqual([]);
});
