import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { open } from './reader';

const VIEW = 'actor=islamic-state&relation=claimed&bin=year';
const PANELS = ['activity', 'timeline', 'comparison', 'table', 'headline'] as const;

/** A page of somebody else, on an origin of its own: what a test puts into `body` for a path. */
const bodies = new Map<string, string>();
let server: Server;
let host = '';
const codes = new Map<string, string>();

function hosted(name: string, body: string): string {
  bodies.set(
    `/${name}`,
    `<!doctype html><html lang="en"><title>Somebody else</title><body style="margin:0">${body}`,
  );
  return `${host}/${name}`;
}

const frameOf = (page: Page) => page.frameLocator('iframe');

/** How high the frame is, and how high and wide what is in it. */
async function measures(page: Page) {
  const box = await page.locator('iframe').boundingBox();
  const inner = await frameOf(page)
    .locator('body')
    .evaluate((body) => ({
      needs: Math.ceil(body.getBoundingClientRect().height),
      beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
  return { height: box?.height ?? 0, ...inner };
}

test.beforeAll(async ({ browser, baseURL }) => {
  server = createServer((request, response) => {
    const body = bodies.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // Another host name as well: another site, not only another port.
  host = `http://localhost:${(server.address() as AddressInfo).port}`;
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  await open(page, `/russia-militancy?${VIEW}`);
  await page.keyboard.press('Alt+Shift+S');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Live', exact: true }).check();
  for (const panel of PANELS) {
    await dialog.getByRole('combobox', { name: 'Show' }).selectOption(panel);
    codes.set(panel, await dialog.getByRole('textbox', { name: 'Code' }).inputValue());
  }
  await page.close();
});

test.afterAll(() => {
  server.close();
});

for (const panel of PANELS) {
  test(`the panel ${panel} stands in a page of another origin, as high as it needs to be`, async ({
    page,
    context,
  }) => {
    await page.goto(hosted(panel, codes.get(panel) ?? ''));
    await expect(frameOf(page).getByRole('heading', { level: 1 })).toContainText(
      'claimed by the Islamic State',
    );
    for (const width of [280, 640, 1200]) {
      await page.setViewportSize({ width, height: 700 });
      await expect
        .poll(async () => {
          const { height, needs } = await measures(page);
          return Math.abs(height - needs);
        })
        .toBeLessThanOrEqual(1);
      const { height, beyond } = await measures(page);
      expect([width, beyond]).toEqual([width, 0]);
      expect(height).toBeLessThan(900);
    }
    await expect(frameOf(page).getByText(/Source: /)).toBeVisible();
    expect(await context.cookies()).toEqual([]);
  });
}

test('without the script, and without any, the frame has a sane height and a picture', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 640, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(hosted('still', codes.get('activity') ?? ''));
  const picture = frameOf(page).locator('noscript img, img');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
  const { height, needs } = await measures(page);
  expect(height).toBe(480);
  expect(needs).toBeLessThan(2 * height);
  await context.close();
  const plain = await browser.newPage({ viewport: { width: 640, height: 900 } });
  await plain.goto(hosted('unsized', (codes.get('timeline') ?? '').replace(/<script.*$/s, '')));
  await expect(frameOf(plain).getByRole('heading', { level: 1 })).toBeVisible();
  const unsized = await measures(plain);
  expect(unsized.needs).toBeLessThanOrEqual(unsized.height);
  await plain.close();
});

test('the theme is that of the reader, or the one that the address asks for', async ({ page }) => {
  const code = codes.get('headline') ?? '';
  const background = () =>
    frameOf(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  const seen: Record<string, string> = {};
  for (const [name, theme, scheme] of [
    ['auto in light', '', 'light'],
    ['auto in dark', '', 'dark'],
    ['dark in light', '&amp;theme=dark', 'light'],
    ['light in dark', '&amp;theme=light', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(hosted('theme', code.replace('bin=year', `bin=year${theme}`)));
    await expect(frameOf(page).getByRole('heading', { level: 1 })).toBeVisible();
    seen[name] = await background();
  }
  expect(seen['dark in light']).toBe(seen['auto in dark']);
  expect(seen['light in dark']).toBe(seen['auto in light']);
  expect(seen['auto in light']).not.toBe(seen['auto in dark']);
});

test('the keyboard goes through the marks to the link back', async ({ page, baseURL }) => {
  await page.goto(hosted('keys', codes.get('activity') ?? ''));
  await expect(frameOf(page).getByRole('link', { name: 'Open this view in Annals' })).toBeVisible();
  const reached: string[] = [];
  const focused = () =>
    frameOf(page)
      .locator(':focus')
      .evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '')
      .catch(() => '');
  for (let press = 0; press < 40 && reached.at(-1) !== 'Open this view in Annals'; press++) {
    await page.keyboard.press('Tab');
    if ((await frameOf(page).locator(':focus').count()) > 0) reached.push(await focused());
  }
  expect(reached).toContain('ISCP itself, 2018: 6 (4–6) attacks');
  expect(reached.at(-1)).toBe('Open this view in Annals');
  const link = frameOf(page).getByRole('link', { name: 'Open this view in Annals' });
  await expect(link).toHaveAttribute('href', `${baseURL}/russia-militancy?${VIEW}`);
  await expect(link).toHaveAttribute('target', '_blank');
});

test('the script is small, the panels set no cookies, and only they may be framed', async ({
  page,
  request,
}) => {
  const script = await request.get('/embed.js');
  expect((await script.body()).length).toBeLessThan(2048);
  const panel = await request.get(`/embed/russia-militancy/activity?${VIEW}`);
  expect(panel.headers()['set-cookie']).toBeUndefined();
  expect(panel.headers()['x-frame-options']).toBeUndefined();
  expect(panel.headers()['content-security-policy']).toContain('frame-ancestors *');
  for (const address of ['/russia-militancy', '/russia-militancy/share', '/', '/methods']) {
    const { 'content-security-policy': policy, 'x-frame-options': option } = (
      await request.get(address)
    ).headers();
    expect([address, policy?.includes("frame-ancestors 'none'"), option]).toEqual([address, true, 'DENY']);
  }
  const refused = page.waitForEvent('console', (message) => /frame/i.test(message.text()));
  const { origin } = new URL(panel.url());
  await page.goto(
    hosted('refused', `<iframe src="${origin}/russia-militancy" width="600" height="400"></iframe>`),
  );
  await refused;
  await expect(frameOf(page).getByRole('region', { name: 'Headline figures' })).toHaveCount(0);
});

for (const [address, status] of [
  ['/embed/russia-militancy/nothing', 404],
  ['/embed/nobody/activity', 404],
  ['/embed/russia-militancy/activity?theme=pink', 400],
  ['/embed/russia-militancy/activity?from=2017-13', 400],
  ['/embed/russia-militancy/activity?r=0123456789ab', 404],
] as const) {
  test(`a panel that cannot be shown says why in the frame: ${address}`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(status);
    expect(response.headers()['content-type']).toContain('text/html');
    expect(await response.text()).toMatch(/<h1>.+<\/h1><p>.+<\/p>/);
  });
}

test.describe('where a setting says who may frame', () => {
  let other: ChildProcess;
  let origin = '';

  test.beforeAll(async () => {
    const root = join(import.meta.dirname, '..');
    const probe = createServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    origin = `http://127.0.0.1:${port}`;
    other = spawn(
      process.execPath,
      ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
      {
        cwd: root,
        stdio: 'ignore',
        env: {
          ...process.env,
          ANNALS_STORE: process.env.ANNALS_E2E_STORE,
          ANNALS_FRAME_ANCESTORS: 'https://news.example',
        },
      },
    );
    await expect
      .poll(
        () =>
          fetch(origin).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
  });

  test.afterAll(() => {
    other.kill();
  });

  test('a page that is not named cannot frame a panel', async ({ page, request }) => {
    const address = `${origin}/embed/russia-militancy/headline`;
    const policy = (await request.get(address)).headers()['content-security-policy'];
    expect(policy).toContain('frame-ancestors https://news.example');
    const refused = page.waitForEvent('console', (message) => /frame/i.test(message.text()));
    await page.goto(hosted('stranger', `<iframe src="${address}"></iframe>`));
    await refused;
    await expect(frameOf(page).getByRole('heading', { level: 1 })).toHaveCount(0);
  });
});

test('a page says how it can be embedded, and oEmbed tells it', async ({ page, request }) => {
  await page.goto(`/russia-militancy?${VIEW}`);
  const at = async (type: string) =>
    (await page.locator(`link[rel="alternate"][type="${type}"]`).getAttribute('href')) ?? '';
  const json = await (await request.get(await at('application/json+oembed'))).json();
  expect(json).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Annals' });
  expect(json.title).toContain('claimed by the Islamic State');
  const xml = await request.get(await at('text/xml+oembed'));
  expect(xml.headers()['content-type']).toContain('text/xml');
  expect(await xml.text()).toContain('<type>rich</type>');
  const narrow = await (
    await request.get(`${await at('application/json+oembed')}&maxwidth=300&maxheight=200`)
  ).json();
  expect(narrow.width).toBe(300);
  expect(narrow.height).toBe(200);
  expect(narrow.html).toContain('width="300"');
  await page.goto(hosted('oembed', json.html));
  await expect(frameOf(page).getByRole('heading', { level: 1 })).toContainText(
    'claimed by the Islamic State',
  );
  for (const [query, status] of [
    ['url=https%3A%2F%2Fexample.org%2F', 404],
    ['', 404],
    [`url=${encodeURIComponent(`${new URL(xml.url()).origin}/russia-militancy`)}&maxwidth=10`, 400],
    [`url=${encodeURIComponent(`${new URL(xml.url()).origin}/russia-militancy`)}&format=yaml`, 400],
  ] as const) {
    const response = await request.get(`/api/oembed?${query}`);
    expect([query, response.status()]).toEqual([query, status]);
    expect(response.headers()['content-type']).toContain('application/problem+json');
  }
});
