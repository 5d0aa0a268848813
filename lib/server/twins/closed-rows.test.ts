import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TWIN_NAMES } from '../../view/twin-names';
import { type Catalogue, makeCatalogue } from '../catalogue/catalogue';
import { diskStore } from '../catalogue/disk-store';
import { embed } from '../embeds/embeds';
import { answerTwin } from './answer-twin';

const REASON = 'The terms of use do not allow rows to be passed on.';
const SECRET = 'Attack on the secret bridge';
const field = (name: string) => ({ name, type: 'string' });

async function writePackage(data: string, id: string, closed: string | undefined): Promise<void> {
  const schema = { fields: [field('id'), field('date'), field('title')] };
  const descriptor = {
    title: `Series ${id}`,
    licenses: [{ name: 'Terms of use' }],
    resources: [{ name: 'incidents', path: 'incidents.csv', schema }],
    annals: {
      ...{ format: 1, publisher: 'Somebody', closed },
      coverage: { from: '2020-01-01', to: '2020-12-31', places: 'Everywhere' },
    },
  };
  await mkdir(join(data, id), { recursive: true });
  await writeFile(join(data, id, 'datapackage.json'), JSON.stringify(descriptor));
  await writeFile(join(data, id, 'incidents.csv'), `id,date,title\none,2020-02-03,${SECRET}\n`);
}

const held = globalThis as typeof globalThis & { annalsCatalogue?: Catalogue };
const kept = { catalogue: held.annalsCatalogue, store: process.env.ANNALS_STORE };
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-closed-'));
  const [store, data] = [join(dir, 'store'), join(dir, 'data')];
  await writePackage(data, 'closed', REASON);
  await writePackage(data, 'shared', undefined);
  process.env.ANNALS_STORE = store;
  held.annalsCatalogue = makeCatalogue(diskStore(store), data, () => {});
});
afterAll(async () => {
  if (kept.catalogue) held.annalsCatalogue = kept.catalogue;
  else delete held.annalsCatalogue;
  if (kept.store === undefined) delete process.env.ANNALS_STORE;
  else process.env.ANNALS_STORE = kept.store;
  await rm(dir, { recursive: true });
});

const ask = (path: string) => new Request(`http://127.0.0.1/closed/${path}`);

/** Everything that passes rows on. */
const ROWS = [
  ...['incidents.json', 'incidents.csv', 'incidents.ndjson', 'incidents.geojson', 'incidents.xlsx'],
  ...['incidents.parquet', 'package.zip', 'view.html', 'feed.atom', 'feed.json'],
];
const twin = (dataset: string, name: string) => answerTwin(ask(name), dataset, name);

describe('a series whose rows may not be passed on', () => {
  it.each(ROWS)('refuses %s and says why', async (name) => {
    const response = await twin('closed', name);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: '/problems/rows-closed', detail: REASON });
    const open = await twin('shared', name);
    expect(open.status).toBe(200);
    await open.arrayBuffer();
  });

  it('still answers with figures and pictures', async () => {
    const open = TWIN_NAMES.filter((name) => !ROWS.includes(name));
    expect(open.length).toBe(TWIN_NAMES.length - ROWS.length);
    for (const name of open) {
      const answer = await twin('closed', name);
      expect([name, answer.status]).toEqual([name, 200]);
      if (answer.headers.get('content-type') === 'application/json')
        expect(await answer.text()).not.toContain(SECRET);
    }
  });

  it('embeds its charts, and no table', async () => {
    for (const panel of ['activity', 'comparison', 'headline']) {
      const response = await embed(ask(panel), 'closed', panel);
      expect([panel, response.status]).toEqual([panel, 200]);
    }
    const table = await (await embed(ask('table'), 'closed', 'table')).text();
    expect(table).toContain(REASON);
    expect(table).not.toContain(SECRET);
    expect(await (await embed(ask('table'), 'shared', 'table')).text()).toContain(SECRET);
  });

  it('tells how much changed, and lists nothing of it', async () => {
    const response = await twin('closed', 'changes.json');
    expect(response.status).toBe(200);
    expect((await response.json()).incidents).toEqual([]);
  });

  it('closes an older revision that was open, once the current one is closed', async () => {
    const start = () => makeCatalogue(diskStore(join(dir, 'store')), join(dir, 'data'), () => {});
    const open = await start().find('shared');
    const old = open?.kind === 'ok' ? open.revision.slice(0, 12) : '';
    await writePackage(join(dir, 'data'), 'shared', REASON);
    held.annalsCatalogue = start();
    expect(old).toMatch(/^[0-9a-f]{12}$/);
    const request = new Request(`http://127.0.0.1/shared/incidents.csv?r=${old}`);
    expect((await answerTwin(request, 'shared', 'incidents.csv')).status).toBe(403);
    const table = new Request(`http://127.0.0.1/embed/shared/table?r=${old}`);
    const page = await (await embed(table, 'shared', 'table')).text();
    expect(page).toContain(REASON);
    expect(page).not.toContain(SECRET);
  });
});
