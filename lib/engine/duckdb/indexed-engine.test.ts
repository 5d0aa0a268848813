import { cp, mkdtemp, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainSeries } from '../../../testing/stores/plain-series';
import { inStoredOrder } from '../../../testing/stores/stored-order';
import type { Engine } from '../../query/engine';
import { EVERYTHING } from '../../query/info/everything';
import type { DatasetId, Series } from '../../series/model';
import { indexFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import { StoreError } from '../../store/log/store-error';
import { publish } from '../../store/publish/publish';
import { readHead } from '../../store/revision/read-revision';
import { checkQueries, sampleQueries } from '../conformance/check';
import { conformance, readPackage } from '../conformance/conformance';
import { openIndexedEngine } from './indexed-engine';
import { tablesFingerprint } from './tables-fingerprint';

const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
const ID = 'x' as DatasetId;

async function storeOf(series: Series): Promise<{ store: string; revision: string }> {
  const store = await mkdtemp(join(tmpdir(), "annals-'index-"));
  const { revision } = await publish(store, ID, series, [], BY);
  return { store, revision };
}

async function openIn(store: string, revision: string): Promise<Engine> {
  return openIndexedEngine(store, ID, revision, await readHead(revisionDir(store, ID, revision)));
}

conformance(
  'duckdb on an index',
  async (series) => {
    const { store, revision } = await storeOf(series);
    return openIn(store, revision);
  },
  { kept: inStoredOrder, pairs: 100, oneIn: 5, sampled: 20 },
);

describe('the index of a revision', () => {
  let series: Series;
  let published: { store: string; revision: string };
  beforeAll(async () => {
    series = inStoredOrder(await readPackage('russia-militancy'));
    published = await storeOf(series);
  });

  /** A store of its own of the one revision, published once for all. */
  async function storeOfSeries(): Promise<{ store: string; revision: string }> {
    const store = await mkdtemp(join(tmpdir(), "annals-'index-"));
    await cp(published.store, store, { recursive: true });
    return { store, revision: published.revision };
  }

  async function answersWell(store: string, revision: string, questions = 5): Promise<void> {
    const engine = await openIn(store, revision);
    await checkQueries(engine, series, sampleQueries(series, questions, 7));
    await engine.close();
  }

  it('is made once, beside the revision, and nothing is left of the making', async () => {
    const { store, revision } = await storeOfSeries();
    await answersWell(store, revision);
    const index = indexFile(store, ID, revision);
    await utimes(index, 7, 7);
    await answersWell(store, revision);
    expect((await stat(index)).mtimeMs).toBe(7000);
    expect((await readdir(join(store, ID))).sort()).toEqual(
      [revision, 'revisions.jsonl', index.slice(join(store, ID).length + 1)].sort(),
    );
  });

  it('lists any number of rows in the order that is asked for, each with its own record', async () => {
    const many = plainSeries(ID, 700);
    const { store, revision } = await storeOf(many);
    const engine = await openIn(store, revision);
    const sort = [{ column: 'id', descending: false }] as const;
    const titles = new Map(many.incidents.map(({ id, title }) => [id as string, title]));
    for (const limit of [5, 150, 250, 700]) {
      const { rows } = await engine.run({ kind: 'rows', filter: EVERYTHING, sort, offset: 0, limit });
      const ids = [...titles.keys()].sort().slice(0, limit);
      expect(rows.map(({ incident }) => [incident.id, incident.title])).toEqual(
        ids.map((id) => [id, titles.get(id)]),
      );
    }
    await engine.close();
  });

  it('serves two who open it at once', async () => {
    const { store, revision } = await storeOfSeries();
    await Promise.all([answersWell(store, revision), answersWell(store, revision)]);
  });

  it.each(['', 'garbage', 'x'.repeat(20_000)])('that is damaged is made anew', async (content) => {
    const { store, revision } = await storeOfSeries();
    await writeFile(indexFile(store, ID, revision), content);
    await answersWell(store, revision);
  });

  it('that other code made is made anew', async () => {
    const { store, revision } = await storeOfSeries();
    await answersWell(store, revision);
    const index = indexFile(store, ID, revision);
    const instance = await DuckDBInstance.create(index);
    const connection = await instance.connect();
    await connection.run("UPDATE about SET made_by = 'older'");
    // What the older code would answer.
    await connection.run('UPDATE incidents SET first_day = first_day + 1000');
    connection.closeSync();
    instance.closeSync();
    await answersWell(store, revision);
  });

  it('that is damaged within is made anew under the questions that find it', async () => {
    const { store, revision } = await storeOfSeries();
    await answersWell(store, revision);
    const index = indexFile(store, ID, revision);
    const bytes = await readFile(index);
    // All but the headers and the first block, which opening reads.
    for (let at = bytes.length >> 2; at < bytes.length - 20_000; at += 97) bytes[at]! ^= 0xff;
    await writeFile(index, bytes);
    await answersWell(store, revision, 20);
  });

  describe('does not hide', () => {
    let other: { store: string; revision: string };
    beforeAll(async () => {
      other = await storeOf({
        ...series,
        meta: { ...series.meta, title: 'Other' },
        actors: series.actors.map((actor) => ({ ...actor, notes: 'Other.' })),
        sources: series.sources.map((source) => ({ ...source, title: 'Other' })),
        incidents: series.incidents.map((incident) => ({ ...incident, notes: 'Other.' })),
      });
    });

    it.each(Object.values(REVISION_FILES).filter((file) => file !== REVISION_FILES.problems))(
      'that %s was changed since',
      async (file) => {
        const { store, revision } = await storeOfSeries();
        await (await openIn(store, revision)).close();
        const foreign = await readFile(join(revisionDir(other.store, ID, other.revision), file));
        await writeFile(join(revisionDir(store, ID, revision), file), foreign);
        await expect(openIn(store, revision)).rejects.toThrow(StoreError);
      },
    );
  });
});

describe('the name of the code that fills an index', () => {
  it('is the same each time, and another where it makes something else of a date', () => {
    expect(tablesFingerprint()).toBe(tablesFingerprint());
    expect(tablesFingerprint(['2024-03-22'])).not.toBe(tablesFingerprint(['2024-03-23']));
  });
});
