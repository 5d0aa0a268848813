import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary, temporaryName } from '../log/layout';
import { codeOf } from '../log/store-error';

const HOUR = 3_600_000;

/** Flushes a file or a folder to the disk. Some systems cannot flush folders; there the order of writes must do. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (cause) {
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes(codeOf(cause) ?? '')) throw cause;
  } finally {
    await handle.close();
  }
}

/** Whether there is a file or folder. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** When a file, or anything in a folder, was last written; null where it is no more. */
async function lastWritten(path: string): Promise<number | null> {
  const about = await stat(path).catch(() => null);
  if (about === null) return null;
  if (!about.isDirectory()) return about.mtimeMs;
  const names = await readdir(path).catch(() => []);
  const within = await Promise.all(names.map((name) => lastWritten(join(path, name))));
  return Math.max(about.mtimeMs, ...within.map((time) => time ?? 0));
}

/** What is left half written in the folder of a dataset: untouched for an hour. `now` is in milliseconds. */
export async function leftovers(dir: string, now: number): Promise<readonly string[]> {
  const names = (await readdir(dir).catch(() => [])).filter(isTemporary);
  const times = await Promise.all(names.map((name) => lastWritten(join(dir, name))));
  return names.filter((_, i) => now - (times[i] ?? now) > HOUR).map((name) => join(dir, name));
}

async function sweep(dir: string, now: number): Promise<void> {
  for (const path of await leftovers(dir, now)) await rm(path, { recursive: true, force: true });
}

/** A path in a folder that nobody has: what is left there is swept in time. `of` is as for {@link makeTemporary}. */
export function newName(dir: string, of = ''): string {
  return join(dir, temporaryName(randomBytes(6).toString('hex'), of));
}

/** Makes a folder and those around it. On a read-only file system Node says of that `ENOENT`; of the folder alone it says why it cannot be made. */
async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
    await mkdir(dir);
  }
}

/**
 * Makes `dir` and an empty folder in it that is the caller's own, after sweeping what was left there. `of` is the revision
 * that it belongs to, where one is known.
 */
export async function makeTemporary(dir: string, now: number, of = ''): Promise<string> {
  await makeFolder(dir);
  await sweep(dir, now);
  const temporary = newName(dir, of);
  await mkdir(temporary);
  return temporary;
}
