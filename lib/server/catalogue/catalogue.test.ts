import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '../../../testing/stores/memory-store';
import { plainSeries } from '../../../testing/stores/plain-series';
import { writePackage } from '../../../testing/stores/small-package';
import type { DatasetId, IncidentId } from '../../series/model';
import { openRequest } from '../requests/open-request';
import { type Catalogue, makeCatalogue } from './catalogue';
import { onRemoval } from './removals';
import { DamagedError, type SeriesStore } from './series-store';

let dir: string;
let said: string[];
let store: SeriesStore;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-catalogue-'));
  said = [];
  store = memoryStore();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const start = (): Catalogue => makeCatalogue(store, dir, (line) => said.push(line));

const asked = (dataset: string, query = '') => ({
  ...{ reader: { origin: 'http://localhost' }, dataset },
  params: new URLSearchParams(query),
});

const GOOD = 'one,2020-02-03,First\ntwo,2020-05,Second\n';
const TORN = 'one,2020-02-03,"First\n';

describe('the catalogue', () => {
  test('imports every package once, before the first answer', async () => {
    await writePackage(dir, 'b', GOOD);
    await writePackage(dir, 'a', GOOD);
    const catalogue = start();
    const [first, second] = await Promise.all([catalogue.list(), catalogue.list()]);
    expect(first.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'ok'],
      ['b', 'ok'],
    ]);
    expect(second).toEqual(first);
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^a: 2 incidents; revision [0-9a-f]{12} published$/);
  });

  test('says what is wrong with a damaged package and shows the others', async () => {
    await writePackage(dir, 'good', GOOD);
    await writePackage(dir, 'torn', TORN);
    await mkdir(join(dir, 'headless'));
    await writeFile(join(dir, 'headless', 'incidents.csv'), `id,date,title\n${GOOD}`);
    await writePackage(dir, 'Bad_Name', GOOD);
    await mkdir(join(dir, 'no-package'));
    const all = await start().list();
    expect(all.map(({ id, kind }) => [id, kind])).toEqual([
      ['Bad_Name', 'damaged'],
      ['good', 'ok'],
      ['headless', 'damaged'],
      ['torn', 'damaged'],
    ]);
    expect(all[0]).toMatchObject({ problems: [{ file: 'data/Bad_Name', code: 'bad-id' }] });
    const torn = all.find(({ id }) => id === 'torn');
    expect(torn?.kind === 'damaged' && torn.problems[0]).toMatchObject({
      file: 'incidents.csv',
      row: 2,
      code: 'torn-quote',
    });
    const headless = all.find(({ id }) => id === 'headless');
    expect(headless?.kind === 'damaged' && headless.problems[0]).toMatchObject({
      file: 'datapackage.json',
      code: 'missing-descriptor',
    });
  });

  test('takes a package of which no row can be used for damaged, not for empty', async () => {
    await writePackage(dir, 'hopeless', 'one,yesterday,First\ntwo,2020-13,Second\n');
    await writePackage(dir, 'empty', '');
    const all = await start().list();
    expect(all.map(({ id, kind }) => [id, kind])).toEqual([
      ['empty', 'ok'],
      ['hopeless', 'damaged'],
    ]);
    expect(all[1]).toMatchObject({
      problems: [
        { row: 2, code: 'bad-date' },
        { row: 3, code: 'bad-date' },
      ],
    });
  });

  test('keeps the older revision where the newest package is damaged, and says so', async () => {
    await writePackage(dir, 'a', GOOD);
    const before = await start().find('a');
    await writePackage(dir, 'a', TORN);
    const after = await start().find('a');
    expect(after).toMatchObject({
      kind: 'ok',
      revision: before?.kind === 'ok' ? before.revision : '',
      failed: [{ file: 'incidents.csv', code: 'torn-quote' }],
    });
  });

  test('publishes a changed package and can still open the revision before', async () => {
    await writePackage(dir, 'a', GOOD);
    const before = await start().find('a');
    await writePackage(dir, 'a', `${GOOD}three,2020-07-01,Third\n`);
    const catalogue = start();
    const after = await catalogue.find('a');
    if (before?.kind !== 'ok' || after?.kind !== 'ok') throw new Error('not imported');
    expect(after.revision).not.toBe(before.revision);
    expect((await catalogue.open(after.id, after)).info.incidents).toBe(3);
    expect((await catalogue.open(after.id, before)).info.incidents).toBe(2);
  });

  test('names the file of a revision that cannot be read', async () => {
    await writePackage(dir, 'a', GOOD);
    const problem = {
      file: 'a/x/incidents.parquet',
      row: null,
      column: null,
      value: null,
      code: 'torn',
      reason: 'ends early',
    };
    store = { ...store, open: () => Promise.reject(new DamagedError([problem])) };
    const opened = await openRequest(start(), asked('a'));
    expect(opened).toEqual({ kind: 'damaged', dataset: 'a', problems: [problem] });
  });

  test('shows a dataset whose log is broken as damaged', async () => {
    await writePackage(dir, 'a', GOOD);
    await writePackage(dir, 'b', GOOD);
    const { current, publish } = store;
    const broken = new DamagedError([
      { file: 'a/revisions.jsonl', row: 3, column: null, value: '{', code: 'torn', reason: 'not JSON' },
    ]);
    store = {
      ...store,
      current: (id) => (id === 'a' ? Promise.reject(broken) : current(id)),
      publish: (series, ...more) =>
        series.meta.id === 'a' ? Promise.reject(broken) : publish(series, ...more),
    };
    const all = await start().list();
    expect(all.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'damaged'],
      ['b', 'ok'],
    ]);
    expect(all[0]).toMatchObject({ problems: [{ file: 'a/revisions.jsonl', row: 3 }] });
  });

  test.each(['nope', '..', '../etc', '__proto__', 'constructor', '', 'api'])(
    'has no dataset “%s”',
    async (id) => {
      await writePackage(dir, 'a', GOOD);
      expect(await start().find(id)).toBeNull();
      expect(await openRequest(start(), asked(id))).toEqual({
        kind: 'no-dataset',
        dataset: id,
        removed: null,
      });
    },
  );

  test('writes cards before anybody lists: after the import, and of what was published since', async () => {
    await writePackage(dir, 'a', GOOD);
    const catalogue = start();
    const cardOf = async () => {
      const current = await store.current('a' as DatasetId);
      return current && store.readCard('a' as DatasetId, current.revision);
    };
    await catalogue.find('a');
    await expect.poll(cardOf).toMatchObject({ incidents: 2 });
    await store.publish(plainSeries('a', 7), []);
    expect(await cardOf()).toBeNull();
    await catalogue.find('a');
    await expect.poll(cardOf).toMatchObject({ incidents: 7 });
  });

  test('lets one signal stand for many queries at once, without a warning', async () => {
    await writePackage(dir, 'a', GOOD);
    const catalogue = start();
    const [status] = await catalogue.list();
    if (status?.kind !== 'ok') throw new Error('damaged');
    const { engine } = await catalogue.open(status.id, status, new AbortController().signal);
    const warned: string[] = [];
    const warn = ({ name }: Error) => warned.push(name);
    process.on('warning', warn);
    const incidents = Array.from({ length: 40 }, (_, at) => `no-${at}` as IncidentId);
    await Promise.all(incidents.map((incident) => engine.run({ kind: 'incident', incident })));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', warn);
    expect(warned).toEqual([]);
  });
});

describe('openRequest', () => {
  const open = (query: string, options = {}) => openRequest(start(), asked('a', query), options);

  test('opens the current revision where none is named, and a named one by its prefix', async () => {
    await writePackage(dir, 'a', GOOD);
    const current = await open('');
    if (current.kind !== 'ok') throw new Error(current.kind);
    const { revision } = current.revision.info;
    const named = await open(`r=${revision.slice(0, 12)}`);
    expect(named.kind === 'ok' && named.revision.info.revision).toBe(revision);
    expect(named.kind === 'ok' && named.issues).toEqual([]);
  });

  test.each([
    ['r=0123456789ab', 'unknown-revision'],
    ['r=current', 'unknown-revision'],
    ['r=0123456789ab&r=0123456789ac', 'repeated-key'],
  ])('never shows another revision for “%s”', async (query, code) => {
    await writePackage(dir, 'a', GOOD);
    const opened = await open(query);
    expect(opened).toMatchObject({
      kind: 'unknown-revision',
      title: 'Series a',
      issues: [{ key: 'r', code }],
    });
  });

  test('tells when a revision was removed, and why', async () => {
    await writePackage(dir, 'a', GOOD);
    store = {
      ...store,
      resolve: async () => ({ kind: 'removed', removed: '2024-07-01', reason: 'Withdrawn.' }),
    };
    expect(await open('r=0123456789ab')).toMatchObject({
      kind: 'unknown-revision',
      issues: [
        {
          key: 'r',
          code: 'revision-removed',
          message: 'This revision was removed on 1 Jul 2024: Withdrawn.',
        },
      ],
    });
    const gone = await openRequest(start(), asked('nothing-left', 'r=0123456789ab'));
    expect(gone).toMatchObject({ kind: 'no-dataset', removed: expect.stringContaining('Withdrawn.') });
  });

  test('forgets a revision that was removed, and lets others forget it', async () => {
    await writePackage(dir, 'a', GOOD);
    let isRemoved = false;
    const whole = store;
    store = {
      ...whole,
      resolve: async (id, prefix) =>
        isRemoved
          ? { kind: 'removed', removed: '2024-07-01', reason: 'Withdrawn.' }
          : whole.resolve(id, prefix),
      history: async (id) => (isRemoved ? [] : whole.history(id)),
    };
    const catalogue = start();
    const ask = (query: string) => openRequest(catalogue, asked('a', query));
    expect((await ask('')).kind).toBe('ok');
    let forgotten = 0;
    onRemoval(() => {
      forgotten += 1;
    });
    await ask('r=0123456789ab');
    expect(forgotten).toBe(0);
    isRemoved = true;
    for (let at = 0; at < 2; at++) await ask('r=0123456789ab').catch(() => undefined);
    // The notice offers the current revision, which is opened anew each time.
    expect(forgotten).toBeGreaterThan(0);
  });

  test('asks for more digits where several revisions begin alike', async () => {
    await writePackage(dir, 'a', GOOD);
    store = { ...store, resolve: async () => ({ kind: 'ambiguous', count: 2 }) };
    expect(await open('r=0123456789ab')).toMatchObject({
      kind: 'unknown-revision',
      issues: [{ key: 'r', message: expect.stringContaining('2 revisions begin') }],
    });
  });

  test('lists everything that is wrong with the view', async () => {
    await writePackage(dir, 'a', GOOD);
    const opened = await open('actor=nobody&from=x&incident=nothing&colour=red&limit=5', {
      others: ['limit'],
    });
    expect(opened.kind === 'ok' && opened.issues.map(({ key, code }) => [key, code])).toEqual([
      ['colour', 'unknown-key'],
      ['from', 'bad-value'],
      ['actor', 'unknown-id'],
      ['incident', 'unknown-incident'],
    ]);
  });

  test('keeps to the revision of a cursor where the address names none', async () => {
    await writePackage(dir, 'a', GOOD);
    expect((await open('', { pinned: 'f'.repeat(64) })).kind).toBe('unknown-revision');
  });
});
