import { createHash } from 'node:crypto';
import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { TWIN_NAMES } from '../lib/view/addresses/twin-names';

const QUERY = 'from=2020-01-01&to=2020-12-31&actor=islamic-state';

/** What a route answers with. */
interface Route {
  readonly path: string;
  readonly type: string;
  /** Text is packed for those who take it; NDJSON, pictures of dots, workbooks, Parquet and archives are not. */
  readonly packed?: false;
  /** Files of a revision can be fetched in parts. */
  readonly ranges?: true;
  /** How long a frozen answer may be kept: for ever, where nothing is said. */
  readonly kept?: string;
}

const FOR_A_DAY = 'public, max-age=86400';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const ROUTES: readonly Route[] = [
  { path: 'view.json', type: 'application/json' },
  { path: 'incidents.json', type: 'application/json' },
  { path: 'problems.csv', type: 'text/csv; charset=utf-8; header=present' },
  ...['timeline', 'activity', 'comparison', 'map'].flatMap((panel): Route[] => [
    { path: `${panel}.svg`, type: 'image/svg+xml; charset=utf-8' },
    { path: `${panel}.png`, type: 'image/png', packed: false },
  ]),
  { path: 'card.png', type: 'image/png', packed: false },
  { path: 'comparison.json', type: 'application/json' },
  { path: 'comparison.csv', type: 'text/csv; charset=utf-8; header=present' },
  { path: 'watch.json', type: 'application/json' },
  { path: 'view.html', type: 'text/html; charset=utf-8' },
  { path: 'incidents.csv', type: 'text/csv; charset=utf-8; header=present', ranges: true },
  { path: 'incidents.ndjson', type: 'application/x-ndjson; charset=utf-8', packed: false, ranges: true },
  { path: 'incidents.geojson', type: 'application/geo+json; charset=utf-8', ranges: true },
  { path: 'incidents.xlsx', type: SHEET, packed: false, ranges: true },
  { path: 'incidents.parquet', type: 'application/vnd.apache.parquet', packed: false, ranges: true },
  { path: 'package.zip', type: 'application/zip', packed: false, ranges: true },
];
const EMBEDS: readonly Route[] = ['activity', 'timeline', 'comparison', 'map', 'table', 'headline'].map(
  (path) => ({
    path,
    type: 'text/html; charset=utf-8',
    kept: 'public, max-age=86400',
  }),
);
const FEEDS: readonly Route[] = [
  { path: 'feed.atom', type: 'application/atom+xml; charset=utf-8' },
  { path: 'feed.json', type: 'application/feed+json; charset=utf-8' },
  { path: 'watch.atom', type: 'application/atom+xml; charset=utf-8' },
];

test('no twin is left out here', () => {
  const asked = [...ROUTES, ...FEEDS].map(({ path }) => path);
  expect([...asked, 'changes.json'].sort()).toEqual([...TWIN_NAMES].sort());
});

const DATASET = '/russia-militancy';
const under = (folder: string) => (route: Route) => ({ ...route, path: `${folder}/${route.path}` });
const ALL = [...ROUTES.map(under(DATASET)), ...EMBEDS.map(under(`/embed${DATASET}`))];
const LIVE = [...ALL, ...FEEDS.map(under(DATASET))];

let revision = '';
test.beforeAll(async ({ request }) => {
  const { datasets } = await (await request.get('/api/v1/datasets')).json();
  revision = datasets.find(({ id }: { id: string }) => `/${id}` === DATASET).revision.slice(0, 12);
});

/** Headers that are the same to GET and to HEAD: those of the very transfer aside, which packs what has a body. */
function lasting(response: APIResponse): Record<string, string> {
  const passing = [
    'date',
    'connection',
    'keep-alive',
    'transfer-encoding',
    'content-encoding',
    'x-request-id',
  ];
  return Object.fromEntries(Object.entries(response.headers()).filter(([name]) => !passing.includes(name)));
}

async function plain(request: APIRequestContext, address: string, headers: Record<string, string> = {}) {
  return request.get(address, { headers: { 'accept-encoding': 'identity', ...headers } });
}

for (const { path, type, packed } of LIVE) {
  test(`${path} is asked for again, and answers 304 to those who hold it`, async ({ request }) => {
    const address = `${path}?${QUERY}`;
    const first = await plain(request, address);
    expect([first.status(), first.headers()['content-type']]).toEqual([200, type]);
    expect(first.headers()['cache-control']).toBe('no-cache');
    const { etag = '' } = first.headers();
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const held of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await plain(request, address, { 'if-none-match': held });
      expect([again.status(), (await again.body()).length, again.headers().etag]).toEqual([304, 0, etag]);
      expect(again.headers()['content-security-policy']).toBe(first.headers()['content-security-policy']);
    }
    expect((await plain(request, address, { 'if-none-match': '"x"' })).status()).toBe(200);
    expect((await plain(request, `${path}?${QUERY}&relation=claimed`)).headers().etag).not.toBe(etag);
    expect(first.headers()['set-cookie']).toBeUndefined();
    expect(packed ?? /accept-encoding/i.test(first.headers().vary ?? '')).toBe(packed ?? true);
  });
}

for (const { path, kept } of ALL) {
  test(`${path} of a revision may be kept, and is the same each time`, async ({ request }) => {
    const address = `${path}?${QUERY}&r=${revision}`;
    const first = await plain(request, address);
    expect(first.headers()['cache-control']).toBe(kept ?? FOR_A_DAY);
    const second = await plain(request, address);
    expect(second.headers().etag).toBe(first.headers().etag);
    expect((await second.body()).equals(await first.body())).toBe(true);
  });
}

for (const { path, packed } of LIVE) {
  test(`${path} answers HEAD with the headers of GET, and is packed or not`, async ({ request }) => {
    const address = `${path}?${QUERY}`;
    const headers = { 'accept-encoding': 'gzip' };
    const [get, head] = [await request.get(address, { headers }), await request.head(address, { headers })];
    expect(head.status()).toBe(200);
    expect(lasting(head)).toEqual(lasting(get));
    expect((await head.body()).length).toBe(0);
    expect(get.headers()['content-encoding']).toBe(packed === false ? undefined : 'gzip');
    expect(get.headers().etag).toMatch(packed === false ? /^"/ : /^W\/"/);
    const bytes = await (await plain(request, address)).body();
    expect((await get.body()).equals(bytes)).toBe(true);
  });
}

for (const { path } of ALL.filter(({ ranges }) => ranges)) {
  test(`${path} of a revision can be fetched in parts`, async ({ request }) => {
    const address = `${path}?${QUERY}&r=${revision}`;
    const whole = await plain(request, address);
    const { etag = '', 'accept-ranges': ranges } = whole.headers();
    expect(ranges).toBe('bytes');
    const bytes = await whole.body();
    const [middle, size] = [Math.floor(bytes.length / 2), bytes.length];
    for (const [range, first, last] of [
      [`bytes=0-${middle}`, 0, middle],
      [`bytes=${middle + 1}-`, middle + 1, size - 1],
      ['bytes=-7', size - 7, size - 1],
    ] as const) {
      const part = await plain(request, address, { range, 'if-range': etag });
      expect([part.status(), part.headers()['content-range']]).toEqual([
        206,
        `bytes ${first}-${last}/${size}`,
      ]);
      expect((await part.body()).equals(bytes.subarray(first, last + 1))).toBe(true);
    }
    const outside = await plain(request, address, { range: `bytes=${size}-` });
    expect([outside.status(), outside.headers()['content-range']]).toEqual([416, `bytes */${size}`]);
    const other = await plain(request, address, { range: 'bytes=0-3', 'if-range': '"x"' });
    const several = await plain(request, address, { range: 'bytes=0-1,3-4' });
    expect([other.status(), several.status()]).toEqual([200, 200]);
  });
}

test('a feed says when it last changed, and is 304 to those who ask since then', async ({ request }) => {
  for (const { path } of FEEDS) {
    const address = `${DATASET}/${path}`;
    const since = (await plain(request, address)).headers()['last-modified'] ?? '';
    expect(Date.parse(since)).toBeLessThanOrEqual(Date.now());
    expect((await plain(request, address, { 'if-modified-since': since })).status()).toBe(304);
    const before = new Date(Date.parse(since) - 1000).toUTCString();
    expect((await plain(request, address, { 'if-modified-since': before })).status()).toBe(200);
  }
});

test('changes.json between two named revisions may be kept, and else must be asked for again', async ({
  request,
}) => {
  const frozen = await plain(request, `${DATASET}/changes.json?since=${revision}&until=${revision}`);
  expect([frozen.status(), frozen.headers()['cache-control']]).toEqual([200, FOR_A_DAY]);
  for (const query of ['', `since=${revision}`, `since=${revision}&until=`]) {
    const live = await plain(request, `${DATASET}/changes.json?${query}`);
    expect([live.status(), live.headers()['cache-control']]).toEqual([200, 'no-cache']);
    const { etag = '' } = live.headers();
    const again = await plain(request, `${DATASET}/changes.json?${query}`, { 'if-none-match': etag });
    expect(again.status()).toBe(304);
  }
});

for (const address of [
  DATASET,
  `${DATASET}?${QUERY}`,
  `${DATASET}/about`,
  `${DATASET}/changes`,
  `${DATASET}/share`,
  `${DATASET}/incidents/2024-crocus-city-hall`,
]) {
  test(`the page ${address} is never kept without asking, and its scripts run each time`, async ({
    request,
  }) => {
    const first = await request.get(address, { headers: { 'accept-encoding': 'gzip' } });
    expect(first.status()).toBe(200);
    expect(first.headers()['cache-control']).toBe('private, no-cache');
    expect(first.headers()['content-encoding']).toBe('gzip');
    const { etag } = first.headers();
    // Each page has a nonce of its own, so no page may be answered with “you hold it”.
    const again = await request.get(address, { headers: etag ? { 'if-none-match': etag } : {} });
    expect(again.status()).toBe(200);
    const [nonce = ''] = /'nonce-[^']+'/.exec(again.headers()['content-security-policy'] ?? '') ?? [];
    expect(await again.text()).toContain(`nonce="${nonce.slice("'nonce-".length, -1)}"`);
    const head = await request.head(address);
    expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
  });
}

test('a frozen page leads to the feed of its live view, and to how it is embedded', async ({ request }) => {
  const html = await (await request.get(`${DATASET}?${QUERY}&r=${revision}`)).text();
  const links = [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)].map(
    ([, type, href]) => [type, (href ?? '').replaceAll('&amp;', '&')],
  );
  expect(links.map(([type]) => type)).toEqual(
    expect.arrayContaining(['application/atom+xml', 'application/feed+json', 'application/json+oembed']),
  );
  for (const [type, href = ''] of links.filter(([type]) => /atom|feed/.test(type ?? ''))) {
    expect([...new URL(href).searchParams.keys()]).toEqual(['from', 'to', 'actor']);
    const answer = await request.get(href);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
  }
});

for (const { path } of EMBEDS) {
  test(`the policy of /embed${DATASET}/${path} allows its script, also where the page is one that was kept`, async ({
    request,
  }) => {
    const address = `/embed${DATASET}/${path}?${QUERY}`;
    const page = await plain(request, address);
    const scripts = [...(await page.text()).matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
      ([, text]) => text ?? '',
    );
    expect(scripts).toHaveLength(1);
    const [hash] = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    const kept = await plain(request, address, { 'if-none-match': page.headers().etag ?? '' });
    expect([page.status(), kept.status()]).toEqual([200, 304]);
    for (const answer of [page, kept]) {
      expect(answer.headers()['content-security-policy']).toContain(`script-src ${hash};`);
    }
  });
}

test('the script for pages that embed can be kept and asked for again', async ({ request }) => {
  const script = await request.get('/embed.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(script.headers()).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
    'content-encoding': 'gzip',
  });
  expect((await script.body()).length).toBeLessThan(2_000);
  const { etag = '' } = script.headers();
  expect((await request.get('/embed.js', { headers: { 'if-none-match': etag } })).status()).toBe(304);
});

test('a problem is never kept', async ({ request }) => {
  for (const path of ['view.json?actor=nobody', 'timeline.png?width=1', 'incidents.csv?r=0123456789ab']) {
    const answer = await request.get(`${DATASET}/${path}`);
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(answer.headers()).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
    });
    const head = await request.head(`${DATASET}/${path}`);
    expect([head.status(), (await head.body()).length]).toEqual([answer.status(), 0]);
  }
});

test('every answer has a policy and forbids guessing its type', async ({ request }) => {
  const script = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get(DATASET)).text())?.[0] ?? '';
  expect(script).not.toBe('');
  const paths = [
    '/',
    DATASET,
    '/nothing',
    `${DATASET}/nothing.json`,
    '/api/v1/datasets',
    '/embed.js',
    script,
  ];
  for (const path of [...paths, ...LIVE.map((route) => route.path), '/_next/nothing.js', '/methods']) {
    const headers = (await request.get(path)).headers();
    expect([path, headers['content-security-policy'], headers['x-content-type-options']]).toEqual([
      path,
      expect.stringContaining('default-src'),
      'nosniff',
    ]);
  }
  expect((await request.get('/_next/image?url=%2Ficon.png&w=640&q=75')).status()).toBe(404);
  for (const method of ['TRACE', 'PROPFIND', 'OPTIONS']) {
    expect([method, (await request.fetch(DATASET, { method })).status()]).toEqual([method, 405]);
  }
});

test('the scripts of a page tell the browser to compile them while they come', async ({ request }) => {
  const page = await (await request.get('/russia-militancy')).text();
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+\.js)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(5);
  for (const path of scripts) {
    const text = await (await request.get(path)).text();
    expect(text.slice(0, 29), path).toBe('//# allFunctionsCalledOnLoad\n');
  }
});
