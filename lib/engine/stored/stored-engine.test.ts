import { execFileSync } from 'node:child_process';
import { mkdtempSync, statfsSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { inStoredOrder } from '../../../testing/stores/stored-order';
import type { Engine } from '../../query/engine';
import type { DatasetId, Series } from '../../series/model';
import { columnsFile, REVISION_FILES, revisionDir } from '../../store/log/layout';
import { publish } from '../../store/publish/publish';
import { readHead } from '../../store/revision/read-revision';
import { checkQueries, sampleQueries } from '../conformance/check';
import { conformance, readPackage } from '../conformance/conformance';
import { mostInColumns, openStoredEngine } from './stored-engine';

const BY = { source: 'test', importer: 'test/1', now: new Date('2024-06-24T12:00:00Z') };
const ID = 'x' as DatasetId;
const LIMITS = { few: 3, characters: 200, numbers: 50 };

async function storeOf(series: Series): Promise<{ store: string; revision: string }> {
  const store = await mkdtemp(join(tmpdir(), "annals-'columns-"));
  const { revision } = await publish(store, ID, series, [], BY);
  return { store, revision };
}

async function openIn(store: string, revision: string): Promise<Engine> {
  const head = await readHead(revisionDir(store, ID, revision));
  return openStoredEngine(store, ID, revision, head, { limits: LIMITS });
}

conformance(
  'columns beside a revision',
  async (series) => {
    const { store, revision } = await storeOf(series);
    return openIn(store, revision);
  },
  { kept: inStoredOrder, pairs: 100 },
);

function mount(...options: readonly string[]): void {
  execFileSync('mount', options, { stdio: 'ignore' });
}

/** Leaves so little room that no columns can be written. */
function fill(store: string): void {
  const { bavail, bsize } = statfsSync(store);
  writeFileSync(join(store, 'filler'), Buffer.alloc(bavail * bsize - 20_000));
}

/** Whether this process may mount file systems. */
function mayMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'annals-columns-mount-'));
  try {
    mount('-t', 'tmpfs', 'tmpfs', place);
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  }
}

describe('the columns beside a revision', () => {
  let series: Series;
  const said: string[] = [];
  let published: { store: string; revision: string };
  beforeAll(async () => {
    series = inStoredOrder(await readPackage('russia-militancy'));
    published = await storeOf(series);
    vi.spyOn(console, 'warn').mockImplementation((line: string) => void said.push(line));
  });

  /** A store of its own of the one revision, published once for all. */
  async function storeOfSeries(): Promise<{ store: string; revision: string }> {
    const store = await mkdtemp(join(tmpdir(), "annals-'columns-"));
    await cp(published.store, store, { recursive: true });
    return { store, revision: published.revision };
  }

  async function answersWell(store: string, revision: string): Promise<void> {
    const engine = await openIn(store, revision);
    await checkQueries(engine, series, sampleQueries(series, 20, 7));
    await engine.close();
  }

  it('are made once, and nothing is left of the making', async () => {
    const { store, revision } = await storeOfSeries();
    await answersWell(store, revision);
    const file = columnsFile(store, ID, revision);
    await utimes(file, 7, 7);
    await answersWell(store, revision);
    expect((await stat(file)).mtimeMs).toBe(7000);
    expect((await readdir(join(store, ID))).sort()).toEqual(
      [revision, 'revisions.jsonl', file.slice(join(store, ID).length + 1)].sort(),
    );
  });

  it('serve two who open them at once', async () => {
    const { store, revision } = await storeOfSeries();
    await Promise.all([answersWell(store, revision), answersWell(store, revision)]);
  });

  it.each(['', 'garbage', 'x'.repeat(20_000)])(
    'that are damaged as a whole are made anew',
    async (content) => {
      const { store, revision } = await storeOfSeries();
      await writeFile(columnsFile(store, ID, revision), content);
      await answersWell(store, revision);
    },
  );

  it('that are damaged within are made anew, once, with a line that says so', async () => {
    const { store, revision } = await storeOfSeries();
    await answersWell(store, revision);
    const file = columnsFile(store, ID, revision);
    const bytes = await readFile(file);
    const whole = Buffer.from(bytes);
    // All but the directory and the end of the file.
    for (let at = 0; at < bytes.length >> 1; at += 97) bytes[at]! ^= 0xff;
    await writeFile(file, bytes);
    said.length = 0;
    await answersWell(store, revision);
    expect(said.filter((line) => line.includes('made anew'))).toHaveLength(1);
    expect(await readFile(file)).toEqual(whole);
  });

  it('of another revision, or that other code made, are not used', async () => {
    const { store, revision } = await storeOfSeries();
    const other = await storeOf({ ...series, incidents: series.incidents.slice(1) });
    await answersWell(store, revision);
    const file = columnsFile(store, ID, revision);
    const whole = await readFile(file);
    await (await openIn(other.store, other.revision)).close();
    await writeFile(file, await readFile(columnsFile(other.store, ID, other.revision)));
    said.length = 0;
    await answersWell(store, revision);
    expect(said).toEqual([expect.stringContaining('was made of another revision')]);
    expect(await readFile(file)).toEqual(whole);
  });

  it('are not made of content that is not what the name of the revision promises', async () => {
    const { store, revision } = await storeOfSeries();
    const other = await storeOf({ ...series, incidents: series.incidents.slice(1) });
    const dir = (of: string, name: string) => join(revisionDir(of, ID, name), REVISION_FILES.incidents);
    const head = await readHead(revisionDir(store, ID, revision));
    await writeFile(dir(store, revision), await readFile(dir(other.store, other.revision)));
    const wrong = { ...head, incidents: head.incidents - 1 };
    await expect(openStoredEngine(store, ID, revision, wrong)).rejects.toThrow(
      'its bytes are not those that were written',
    );
    expect(await readdir(join(store, ID))).toHaveLength(2);
  });

  it.skipIf(!mayMount()).each([
    ['its file system is read-only', (store: string) => mount('-o', 'remount,ro', store)],
    ['its disk is full', fill],
  ])('are held in memory where %s', async (_, spoil) => {
    const { store: written, revision } = await storeOfSeries();
    const store = await mkdtemp(join(tmpdir(), 'annals-columns-small-'));
    mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', store);
    try {
      await cp(join(written, ID), join(store, ID), { recursive: true });
      spoil(store);
      await answersWell(store, revision);
      expect((await readdir(join(store, ID))).sort()).toEqual([revision, 'revisions.jsonl'].sort());
    } finally {
      execFileSync('umount', [store]);
    }
  });
});

it.each([
  ['500 MB', 5e8, 2_000_000],
  ['600 MB', 6e8, 2_400_000],
  ['a terabyte', 1e12, 10_000_000],
])('columns answer for what half of a memory of %s holds, and for two million anyway', (_, memory, most) => {
  expect(mostInColumns(memory)).toBe(most);
});
