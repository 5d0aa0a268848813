/**
 * Saves the first view of a stored series of over 600 incidents as one page and opens it from the disk, without a network:
 * `tsx bench/files/saved-page.ts STORE DATASET [--width 1280] [--out FILE.html] [--picture FILE.png]`. Prints bytes and times as one
 * line of JSON: until the page is drawn, until a word is searched, until all rows are shown.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../bin/browser.mjs';
import { planListing } from '../../lib/export/documents/listing';
import { savedPage, savePolicy } from '../../lib/export/html/save-page';
import { loadInfo } from '../../lib/query/info/load-info';
import { askForPicture } from '../../lib/render/picture/picture-input';
import type { DatasetId } from '../../lib/series/model';
import { openStored } from '../../lib/server/catalogue/disk-store';
import { current } from '../../lib/store/publish/publish';
import { parseView } from '../../lib/view/parse';

const BATCH = 2_000;

async function pageOf(store: string, id: DatasetId): Promise<string> {
  const last = await current(store, id);
  if (last === null) throw new Error(`${id} is not in ${store}`);
  const { engine, guide, sources, incidents } = await openStored(store, id, last.revision);
  const info = await loadInfo(engine, { guide, revision: last.revision, published: '2026-01-01', incidents });
  const { view } = parseView(id, new URLSearchParams(), { standard: info.standard });
  const policy = savePolicy((text) => createHash('sha256').update(text).digest('base64'));
  const { total } = await engine.run(planListing(view, info, 0, 1));
  const said = { sources, policy, url: '/', origin: 'Saved.', citation: '', matched: total };
  const input = { ...(await askForPicture(engine, view, info)), ...said };
  const batches = async function* () {
    for (let at = 0; at < total; at += BATCH) {
      const { rows } = await engine.run(planListing(view, info, at, BATCH));
      yield rows.map(({ incident }) => incident);
    }
  };
  let whole = '';
  for await (const piece of savedPage(input, batches())) whole += piece;
  await engine.close();
  return whole;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
}

/** Waits until a frame is drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    out: { type: 'string' },
    picture: { type: 'string' },
  },
});
const [store = '', dataset = ''] = positionals;
const folder = await mkdtemp(join(tmpdir(), 'bench-saved-'));
const file = values.out ?? join(folder, 'page.html');
await writeFile(file, await pageOf(store, dataset as DatasetId));
const browser = await chromium.launch({
  executablePath: (await findBrowser()) ?? '',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({
    viewport: { width: Number(values.width), height: 900 },
    offline: true,
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const open = await timed(() => page.goto(pathToFileURL(file).href).then(() => drawn(page)));
  if (values.picture) await page.screenshot({ path: values.picture });
  const rows = page.locator('tr.row');
  const field = page.getByRole('searchbox');
  const word = await timed(async () => {
    await field.fill('homs');
    await page.waitForFunction(() => /^[\d,]+ of/.test(document.querySelector('#count')?.textContent ?? ''));
    await drawn(page);
  });
  const found = await page.locator('#count').textContent();
  const all = await timed(async () => {
    await field.fill('');
    await page.getByRole('button', { name: /^Show all/ }).click();
    await page.waitForFunction(() => document.querySelector<HTMLElement>('#more')?.hidden);
    await drawn(page);
  });
  const bytes = (await stat(file)).size;
  console.log(JSON.stringify({ bytes, open, word, found, all, rows: await rows.count(), errors }));
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
