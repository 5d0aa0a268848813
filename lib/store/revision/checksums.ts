import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { REVISION_FILES } from '../log/layout';
import { missingOr, StoreError } from '../log/store-error';
import { sha256 } from './hash-list';

/** The hashes of the files of a revision, in the form that `sha256sum --check` reads. */
export const SUMS_FILE = 'SHA256SUMS';

const NAMES = Object.values(REVISION_FILES).sort();
const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash).catch((cause: unknown) => {
    throw missingOr(file, cause);
  });
  return hash.digest('hex');
}

async function hashFiles(dir: string): Promise<readonly (readonly [name: string, hash: string])[]> {
  return Promise.all(NAMES.map(async (name) => [name, await hashFile(join(dir, name))] as const));
}

/** Writes the hashes of the files of a revision beside them, and gives the hash of what was written. */
export async function writeSums(dir: string): Promise<string> {
  const text = (await hashFiles(dir)).map(([name, hash]) => `${hash}  ${name}\n`).join('');
  await writeFile(join(dir, SUMS_FILE), text);
  return sha256(text);
}

/**
 * Checks every file of a revision against the hashes beside them, and these against `sums`, their hash in the log. Throws
 * a StoreError that names the file which is not what was written.
 */
export async function checkFiles(dir: string, sums: string): Promise<void> {
  const file = join(dir, SUMS_FILE);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw missingOr(file, cause);
  });
  if (sha256(text) !== sums) throw new StoreError(file, 'its bytes are not those that were written');
  const written = new Map(
    text.split('\n').flatMap((line) => {
      const [, hash = '', name = ''] = LINE.exec(line) ?? [];
      return name === '' ? [] : [[name, hash] as const];
    }),
  );
  for (const [name, hash] of await hashFiles(dir)) {
    if (written.get(name) === hash) continue;
    throw new StoreError(join(dir, name), 'its bytes are not those that were written');
  }
}
