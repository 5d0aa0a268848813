import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { processOf, temporaryName } from './layout';
import { codeOf } from './store-error';

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

/** Moves a folder into place. False where somebody else did so before: revisions of one name are the same. */
export async function moveInto(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(cause) ?? '') && (await exists(to))) return false;
    throw cause;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

/** Removes what dead processes left half written, an hour after it was last touched. `now` is in milliseconds. */
async function sweep(dir: string, now: number): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = processOf(name);
    if (pid === null || isAlive(pid)) continue;
    const path = join(dir, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > HOUR) await rm(path, { recursive: true, force: true });
  }
}

/** Makes `dir` and an empty folder in it that is this process's own, after sweeping what dead ones left. */
export async function makeTemporary(dir: string, now: number): Promise<string> {
  await mkdir(dir, { recursive: true });
  await sweep(dir, now);
  const temporary = join(dir, temporaryName(process.pid, randomBytes(6).toString('hex')));
  await mkdir(temporary);
  return temporary;
}
