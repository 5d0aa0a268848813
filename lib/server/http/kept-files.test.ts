import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bytesOf } from './byte-range';
import { keptFile, sweepKept } from './kept-files';

let store: string;
let folder: string;
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'annals-kept-files-'));
  await mkdir(join(store, 'a', 'revision'), { recursive: true });
  folder = join(store, 'a', 'revision.cache');
});
afterEach(() => rm(store, { recursive: true }));

async function* chunks(count: number) {
  for (let i = 0; i < count; i++) yield new Uint8Array(1_000);
}

it('makes a file once for all who ask for it at once', async () => {
  let made = 0;
  const stream = async () => {
    made += 1;
    return bytesOf(chunks(5));
  };
  const both = await Promise.all([keptFile(folder, 'x', stream), keptFile(folder, 'x', stream)]);
  expect(both.map((kept) => kept?.size)).toEqual([5_000, 5_000]);
  expect(made).toBe(1);
  for (const kept of both) await kept?.handle.close();
});

it('keeps none that is larger than one may be, and nothing of it', async () => {
  expect(await keptFile(folder, 'x', async () => bytesOf(chunks(5)), undefined, 4_000)).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

it('keeps nothing where nobody waits for it any more', async () => {
  const reader = new AbortController();
  async function* endless() {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      yield new Uint8Array(10);
    }
  }
  const asked = keptFile(folder, 'x', async () => bytesOf(endless()), reader.signal);
  reader.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => readdir(folder).catch(() => [])).toEqual([]);
});

it('keeps nothing of a revision that was removed meanwhile', async () => {
  const stream = async () => {
    await rm(join(store, 'a', 'revision'), { recursive: true });
    return bytesOf(chunks(1));
  };
  expect(await keptFile(folder, 'x', stream)).toBeNull();
  expect(await readdir(join(store, 'a'))).toEqual([]);
});

it('takes away those unused for longest, in all datasets together', async () => {
  for (const [at, name] of ['old', 'middle', 'new'].entries()) {
    const dir = join(store, name, 'r.cache');
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'file'), 'x'.repeat(1_000));
    await utimes(join(dir, 'file'), 1_000 + at, 1_000 + at);
  }
  await sweepKept(store, 2_500);
  const left = ['old', 'middle', 'new'].map(
    async (name) => (await readdir(join(store, name, 'r.cache'))).length,
  );
  expect(await Promise.all(left)).toEqual([0, 1, 1]);
});
