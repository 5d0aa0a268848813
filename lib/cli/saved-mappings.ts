import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mapping } from '../importers/mapping/mapping';
import { usageError } from './exit';

/** Beside the datasets of the store; no dataset's id begins with a dot. */
const FOLDER = '.mappings';

function placeOf(store: string, shape: string): string {
  return join(store, FOLDER, `${shape.replace(/[^A-Za-z0-9-]/g, '_')}.json`);
}

/** The mapping that was decided on for a header of this shape, as it was kept; null where there is none. */
export async function savedMapping(store: string, shape: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(placeOf(store, shape), 'utf8'));
  } catch {
    return null;
  }
}

/** Keeps a mapping for the next file with the same header; what the series is called is no matter of its header. */
export async function keepMapping(store: string, mapping: Mapping): Promise<void> {
  await mkdir(join(store, FOLDER), { recursive: true });
  const meta = { ...mapping.meta, title: null, description: null };
  await writeMapping(placeOf(store, mapping.shape), { ...mapping, meta });
}

/** Writes a mapping as a file of its own, whole or not at all. */
export async function writeMapping(path: string, mapping: Mapping): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(mapping, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

/** Reads a mapping that was named on the command line. Throws a CommandError where it is no JSON. */
export async function readMapping(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw usageError(`The mapping “${path}” cannot be read: ${reason}.`, 'bad-mapping');
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not JSON';
    throw usageError(`The mapping “${path}” is not JSON: ${reason}.`, 'bad-mapping');
  }
}
