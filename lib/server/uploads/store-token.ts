import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file of the store that holds its token; only its owner may read it. */
export const TOKEN_FILE = 'token';

async function readToken(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim() === '' ? null : text.trim();
}

/** Makes a token that nobody can guess; of two that make one at once, both get the same. */
async function makeToken(store: string, file: string): Promise<string | null> {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(store, { recursive: true });
    await writeFile(beside, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    await link(beside, file).catch(() => undefined);
    await chmod(file, 0o600);
  } catch {
    // A store that may not be written takes no changes either.
  } finally {
    await rm(beside, { force: true }).catch(() => undefined);
  }
  return readToken(file);
}

/**
 * What a request must show to change the store: `ANNALS_TOKEN`, else what stands in the store, which is made when it is first
 * asked for. Null where it cannot be made: then nobody may.
 */
export async function tokenOf(store: string, set: string | undefined): Promise<string | null> {
  if (set) return set;
  const file = join(/* turbopackIgnore: true */ store, TOKEN_FILE);
  return (await readToken(file)) ?? makeToken(store, file);
}
