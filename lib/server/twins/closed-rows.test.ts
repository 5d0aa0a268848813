import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { columnsIn, unpackedFile } from '../../client/served/read-file';
import { columnarEngine } from '../../engine/columnar/columnar-engine';
import { readColumns } from '../../engine/columnar/stored/stored-columns';
import { PANELS } from '../../export/html/embed-code';
import { EVERYTHING } from '../../query/info/everything';
import { answerPlan } from '../../query/plan/answers';
import { planView } from '../../query/plan/plan';
import type { DatasetId } from '../../series/model';
import { unpack } from '../../text/packed';
import { TWIN_NAMES } from '../../view/addresses/twin-names';
import { parseView } from '../../view/parse';
import { getColumns } from '../api/columns-api';
import { getDashboard } from '../api/dashboard-api';
import { postQuery } from '../api/query-api';
import { type Catalogue, makeCatalogue } from '../catalogue/catalogue';
import { diskStore } from '../catalogue/disk-store';
import { embed } from '../embeds/embeds';
import { loadAbout } from '../pages/about-page';
import { loadChanges } from '../pages/changes-page';
import { loadDashboard } from '../pages/dashboard-page';
import { loadIncident } from '../pages/incident-page';
import { answerTwin } from './answer-twin';

vi.mock('next/headers', () => ({ headers: async () => new Headers({ host: '127.0.0.1' }) }));

const REASON = 'The terms of use do not allow rows to be passed on.';
/** Stands in every cell of a row that is no name of a group. */
const SECRET = 'sEcReT';
const field = (name: string, more: object = {}) => ({ name, type: 'string', ...more });

const OWN = [
  field('own_text', { annals: { id: 'own-text', label: 'Text', kind: 'text' } }),
  field('own_web', { annals: { id: 'own-web', label: 'Web', kind: 'address' } }),
];
const FIELDS = [
  ...[
    'id',
    'date',
    'title',
    'type',
    'place',
    'territory_note',
    'targets',
    'scope_note',
    'notes',
    'source_ids',
  ],
];
const ROWS_OF = [
  [`one-${SECRET}`, '2020-02-03', `Attack ${SECRET}`, 'raid', `Place ${SECRET}`, `by ${SECRET}`],
  [`two-${SECRET}`, '2020-05', `Raid ${SECRET}`, 'raid', `Place ${SECRET}`, `by ${SECRET}`],
].map((cells) => [...cells, `Target ${SECRET}`, `Scope ${SECRET}`, `Notes ${SECRET}`, 'paper']);

async function writePackage(data: string, id: string, closed: string | undefined): Promise<void> {
  const schema = { fields: [...FIELDS.map((name) => field(name)), ...OWN] };
  const table = (name: string, names: readonly string[]) => ({
    ...{ name, path: `${name}.csv`, schema: { fields: names.map((one) => field(one)) } },
  });
  const descriptor = {
    title: `Series ${id}`,
    licenses: [{ name: 'Terms of use' }],
    resources: [
      { name: 'incidents', path: 'incidents.csv', schema },
      table('types', ['id', 'label']),
      table('sources', ['id', 'publisher', 'title', 'url', 'url_status']),
    ],
    annals: {
      ...{ format: 1, publisher: 'Somebody', closed },
      coverage: { from: '2020-01-01', to: '2020-12-31', places: 'Everywhere' },
    },
  };
  const write = (name: string, lines: readonly (readonly string[])[]) =>
    writeFile(join(data, id, name), lines.map((cells) => `${cells.join(',')}\n`).join(''));
  await mkdir(join(data, id), { recursive: true });
  await writeFile(join(data, id, 'datapackage.json'), JSON.stringify(descriptor));
  const own = [`Text ${SECRET}`, `https://example.org/${SECRET}`];
  const broken = [`three-${SECRET}`, `date ${SECRET}`, ...(ROWS_OF[0] ?? []).slice(2), ...own];
  await write('incidents.csv', [
    [...FIELDS, ...OWN.map(({ name }) => name)],
    ...ROWS_OF.map((cells) => [...cells, ...own]),
    broken,
  ]);
  await write('types.csv', [
    ['id', 'label'],
    ['raid', 'Raid'],
  ]);
  await write('sources.csv', [
    ['id', 'publisher', 'title', 'url', 'url_status'],
    ['paper', `Paper ${SECRET}`, `Title ${SECRET}`, `https://example.org/${SECRET}`, 'as seen'],
  ]);
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

  it('draws its page, and gives the page’s own scripts, figures without a row', async () => {
    const [text, open] = await Promise.all(
      ['closed', 'shared'].map(async (dataset) => {
        const page = await loadDashboard(dataset, { foo: '1' });
        if (page.kind !== 'ok') throw new Error(page.kind);
        const [, , , , id = '', , revision = ''] = page.at.split(/[/?]/);
        const response = await getDashboard(new Request(`http://127.0.0.1${page.at}`), id, revision);
        const text = await response.text();
        // What the server draws and what the browser draws must be the same.
        expect(unpack(text)).toEqual(JSON.parse(JSON.stringify(page.data)));
        return text;
      }),
    );
    expect(text).not.toContain(SECRET);
    expect(open).toContain(SECRET);
  });

  it('gives its columns to no browser, and those of an open series so that a browser answers as the server does', async () => {
    const pages = await Promise.all(['closed', 'shared'].map((dataset) => loadDashboard(dataset, {})));
    const [closed, open] = pages.map((page) => (page.kind === 'ok' ? page.data : null));
    expect(closed?.columns).toBeNull();
    const at = new URL(`http://127.0.0.1${open?.columns?.at}`);
    const [, , , , , , revision = ''] = at.pathname.split('/');
    const refused = await getColumns(new Request(at), 'closed', closed?.info.revision ?? '');
    expect([refused.status, (await refused.json()).detail]).toEqual([403, REASON]);
    const other = await getColumns(new Request(`${at.origin}${at.pathname}?made=0`), 'shared', revision);
    expect(other.status).toBe(404);

    const given = await getColumns(new Request(at), 'shared', revision);
    if (given.body === null || open === null || open === undefined) throw new Error('nothing was given');
    const received: number[] = [];
    const file = await unpackedFile(given.body, (bytes) => received.push(bytes));
    expect(received.at(-1)).toBe(Number(given.headers.get('x-annals-bytes')));
    const columns = readColumns(columnsIn(file), { ...open.info.guide, sources: [] });
    const { view } = parseView('shared' as DatasetId, new URLSearchParams(), {
      standard: open.info.standard,
    });
    expect(await answerPlan(columnarEngine(columns), planView(view, open.info))).toEqual(open.initial);
  });

  it('still answers with figures and pictures', async () => {
    const open = TWIN_NAMES.filter((name) => !ROWS.includes(name));
    expect(open.length).toBe(TWIN_NAMES.length - ROWS.length);
    for (const name of open) {
      const answer = await twin('closed', name);
      expect([name, answer.status]).toEqual([name, 200]);
    }
  });

  it.each(TWIN_NAMES)('says nothing of any row in %s, packed or not', async (name) => {
    for (const query of [
      '',
      '?q=attack',
      `?incident=one-${SECRET}`,
      '?split=type&measure=incidents',
      '?compare=actor:none&select=2020',
    ]) {
      const request = new Request(`http://127.0.0.1/closed/${name}${query}`);
      const bytes = Buffer.from(await (await answerTwin(request, 'closed', name)).arrayBuffer());
      // An address that names an incident is told what it named.
      const told = query.startsWith('?incident')
        ? bytes.toString().replaceAll(`one-${SECRET}`, '')
        : bytes.toString();
      expect(told).not.toContain(SECRET);
    }
  });

  it('says something of rows in all of them where it is open', async () => {
    const bare = ['view.json', 'changes.json', 'problems.csv', 'timeline.svg', 'incidents.json', 'feed.atom'];
    for (const name of bare) {
      const request = new Request(`http://127.0.0.1/shared/${name}`);
      const text = await (await answerTwin(request, 'shared', name)).text();
      // One revision alone has nothing that changed.
      expect([name, text.includes(SECRET)]).toEqual([name, name !== 'changes.json']);
    }
  });

  it.each(PANELS.map(({ id }) => id))('says nothing of any row in the embedded %s', async (panel) => {
    const page = await (await embed(ask(panel), 'closed', panel)).text();
    expect(page).not.toContain(SECRET);
  });

  describe('asked by query', () => {
    const filter = EVERYTHING;
    const by = (split: string) => ({ filter, bin: 'year', measure: 'incidents', split, stacked: false });
    const sort = [{ column: 'title', descending: false }];
    const QUERIES = [
      { kind: 'rows', filter, sort, offset: 0, limit: 1000 },
      { kind: 'position', filter, sort, incident: `one-${SECRET}` },
      { kind: 'marks', filter, split: 'none', limit: 2000 },
      { kind: 'spells', filter },
      { kind: 'incident', incident: `one-${SECRET}` },
      { kind: 'total', filter, bin: 'year' },
      ...['.own-text', '.own-web', 'type', 'region', 'actor'].flatMap((split) => [
        { kind: 'facet', filter, facet: split },
        { kind: 'groups', filter, measure: 'incidents', split },
        { kind: 'bins', ...by(split) },
      ]),
    ];

    it.each(QUERIES)('%j says nothing of any row', async (query) => {
      const answerOf = async (dataset: string) => {
        const status = await held.annalsCatalogue?.find(dataset);
        const revision = status?.kind === 'ok' ? status.revision : '';
        const init = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ revision, queries: [query] }),
        };
        const path = `http://127.0.0.1/api/v1/datasets/${dataset}/query`;
        const response = await postQuery(new Request(path, init), dataset);
        expect(response.status).toBe(200);
        return response.text();
      };
      const closed = await answerOf('closed');
      expect(closed).not.toContain(SECRET);
      const open = await answerOf('shared');
      if (['rows', 'marks', 'spells', 'incident'].includes(query.kind)) expect(open).toContain(SECRET);
      const counts = ({
        results: [result],
      }: {
        results: { total: unknown; matched: unknown; quiet: unknown }[];
      }) => [result?.total, result?.matched, result?.quiet];
      expect(counts(JSON.parse(closed))).toEqual(counts(JSON.parse(open)));
    });
  });

  it.each([
    ['dashboard', () => loadDashboard('closed', {})],
    ['dashboard of an incident', () => loadDashboard('closed', { q: 'attack' })],
    ['changes', () => loadChanges('closed', {})],
    ['about', () => loadAbout('closed', {})],
    ['incident', () => loadIncident('closed', `one-${SECRET}`, {})],
  ])('gives the page of its %s no row', async (_, load) => {
    const page = await load();
    expect(['ok', 'closed']).toContain(page.kind);
    expect(JSON.stringify(page)).not.toContain(SECRET);
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

  describe('on a server that is set to show the rows of every series', () => {
    beforeAll(() => {
      process.env.ANNALS_ROWS = 'all';
    });
    afterAll(() => {
      delete process.env.ANNALS_ROWS;
    });

    it('gives its rows as that of any other series, and still says in its package what its licence says', async () => {
      for (const name of ROWS) {
        const { status, body } = await twin('closed', name);
        expect([name, status]).toEqual([name, 200]);
        // A client reads a few files at once, and no more.
        await body?.cancel();
      }
      expect(await (await twin('closed', 'incidents.csv')).text()).toContain(SECRET);
      expect(await (await embed(ask('table'), 'closed', 'table')).text()).toContain(SECRET);
      const files = unzipSync(new Uint8Array(await (await twin('closed', 'package.zip')).arrayBuffer()));
      const descriptor = Object.entries(files).find(([name]) => name.endsWith('datapackage.json'))?.[1];
      expect(JSON.parse(Buffer.from(descriptor ?? []).toString()).annals.closed).toBe(REASON);
    });

    it('shows them on its pages, which say nothing of a licence that keeps them in', async () => {
      const page = await loadDashboard('closed', {});
      if (page.kind !== 'ok') throw new Error(page.kind);
      expect(page.data.info.guide.meta.licence.closed).toBeUndefined();
      expect(JSON.stringify(page.data.initial)).toContain(SECRET);
      expect((await loadIncident('closed', `one-${SECRET}`, {})).kind).toBe('ok');
    });
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
