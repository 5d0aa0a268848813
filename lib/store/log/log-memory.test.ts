import { appendFile, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onceForEachChange } from './log-memory';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-log-memory-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A reader that counts, over a file which lies there since the year 2020. */
async function setUp() {
  const file = join(dir, 'log');
  const made = { count: 0 };
  await writeFile(file, 'one\n');
  await utimes(file, 1_577_836_800, 1_577_836_800);
  const read = onceForEachChange(async (path) => {
    made.count += 1;
    return readFile(path, 'utf8');
  });
  return { file, made, read };
}

it('reads a file once for as long as it stays what it is', async () => {
  const { file, made, read } = await setUp();
  for (let i = 0; i < 5; i++) expect(await read(file)).toBe('one\n');
  expect(made.count).toBe(1);
});

it('sees each change at once, also of a file that keeps its size, and that it has gone', async () => {
  const { file, read } = await setUp();
  await read(file);
  await writeFile(file, 'two\n');
  expect(await read(file)).toBe('two\n');
  await writeFile(file, 'six\n');
  expect(await read(file)).toBe('six\n');
  await appendFile(file, 'ten\n');
  expect(await read(file)).toBe('six\nten\n');
  await rm(file);
  await expect(read(file)).rejects.toThrow('ENOENT');
});
