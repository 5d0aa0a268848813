import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { DatasetId } from '../../series/model';
import { checkStored } from '../log/recover';
import { StoreError } from '../log/store-error';
import { current, publish } from '../publish/publish';
import { verifyDataset } from './verify';

const ID = 'tiny' as DatasetId;
const OTHER = 'other' as DatasetId;
const NOW = new Date('2024-06-24T12:00:00Z');
const BY = { source: 'tiny.zip', importer: 'test/1', now: NOW };
const OPTIONS = { deep: false, now: NOW, signal: new AbortController().signal };
/** Flips in each file; small files are turned bit by bit elsewhere. */
const FLIPS = 60;

/** A generator with a seed (Park and Miller), so that a failure can be seen again. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fff_ffff;
    return state % below;
  };
}

let store = '';
let revision = '';
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-flips-'));
  await publish(store, ID, tinySeries('old'), [], BY);
  revision = (await publish(store, ID, tinySeries('new'), [], BY)).revision;
  const other = tinySeries('other');
  await publish(store, OTHER, { ...other, meta: { ...other.meta, id: OTHER } }, [], BY);
});

describe('a bit that turns in a stored file', () => {
  it.each([
    'SHA256SUMS',
    'actors.json',
    'incidents.parquet',
    'manifest.json',
    'problems.csv',
    'sources.json',
  ])(
    'of %s is found when the revision is opened and when the store is verified, and harms no other',
    async (name) => {
      const file = join(store, ID, revision, name);
      const bytes = await readFile(file);
      const random = randomly(name.length * 7919);
      for (let time = 0; time < FLIPS; time++) {
        const bit = random(bytes.length * 8);
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        await writeFile(file, changed);
        const error = await checkStored(store, ID, revision, NOW).catch((cause: unknown) => cause);
        expect([
          bit,
          error instanceof StoreError && error.file.startsWith(join(store, ID, revision)),
        ]).toEqual([bit, true]);
      }
      const { findings } = await verifyDataset(store, ID, OPTIONS);
      expect(findings.map(({ kind, revision: named }) => [kind, named])).toEqual([['damage', revision]]);
      expect((await verifyDataset(store, OTHER, OPTIONS)).findings).toEqual([]);
      await writeFile(file, bytes);
      expect((await verifyDataset(store, ID, OPTIONS)).findings).toEqual([]);
    },
  );

  it('is mended by an import of the same content, under the same name', async () => {
    const file = join(store, ID, revision, 'incidents.parquet');
    const bytes = await readFile(file);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(file, bytes);
    const before = await current(store, ID);
    expect(await publish(store, ID, tinySeries('new'), [], BY)).toEqual({ revision, created: false });
    expect((await verifyDataset(store, ID, { ...OPTIONS, deep: true })).findings).toEqual([]);
    expect(await current(store, ID)).toEqual(before);
  });
});

describe('a store of an older version', () => {
  /** The store without hashes: none beside the files, none in the log. */
  async function older(): Promise<string> {
    const copy = await mkdtemp(join(tmpdir(), 'annals-older-'));
    await cp(store, copy, { recursive: true });
    const log = join(copy, ID, 'revisions.jsonl');
    const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => !line.startsWith('{"checked"'));
    const text = lines.join('\n');
    await writeFile(
      log,
      text.replaceAll(/,"sums":"[0-9a-f]{64}"/g, '').replaceAll(/,"seal":"[0-9a-f]{64}"/g, ''),
    );
    for (const name of await readdir(join(copy, ID))) {
      if (name.length === 64) await writeFile(join(copy, ID, name, 'SHA256SUMS'), '');
    }
    return copy;
  }

  it('is held to the content of its revisions once, and to their bytes from then on', async () => {
    const copy = await older();
    await checkStored(copy, ID, revision, NOW);
    const file = join(copy, ID, revision, 'problems.csv');
    await writeFile(file, `${await readFile(file, 'utf8')}x`);
    await expect(checkStored(copy, ID, revision, NOW)).rejects.toThrow('problems.csv');
  });

  it('is not trusted where the days of a date are not those it means', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'annals-days-'));
    const series = tinySeries('days');
    const [first, ...rest] = series.incidents;
    const date = {
      ...first!.date,
      days: first!.date.days.map(({ from, to }) => ({ from: from, to: to + 1 })),
    };
    const wrong = { ...series, incidents: [{ ...first!, date }, ...rest] } as typeof series;
    const { revision: named } = await publish(copy, ID, wrong, [], BY);
    const { findings } = await verifyDataset(copy, ID, { ...OPTIONS, deep: true });
    expect(findings.map(({ revision: one, reason }) => [one, reason])).toEqual([
      [named, expect.stringMatching(/the days of the date “.+” of one are not those it means/)],
    ]);
  });
});
