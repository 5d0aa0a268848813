import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mapping } from '../../mapping/mapping';
import { usageError } from '../terminal/exit';

/** Beside the datasets of the store; no dataset's id begins with a dot. Within, a folder for each header, a file for each dataset. */
const FOLDER = '.mappings';

function folderOf(store: string, shape: string): string {
  return join(store, FOLDER, shape.replace(/[^A-Za-z0-9-]/g, '_'));
}

/** A mapping as it was kept, and for which dataset. */
export interface SavedMapping {
  readonly dataset: string;
  readonly json: unknown;
}

async function readSaved(folder: string, dataset: string): Promise<SavedMapping | null> {
  try {
    return { dataset, json: JSON.parse(await readFile(join(folder, `${dataset}.json`), 'utf8')) };
  } catch {
    return null;
  }
}

async function namesByAge(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  const order = names.map((name, at) => [name, times[at] ?? 0] as const).sort((a, b) => b[1] - a[1]);
  return order.map(([name]) => name.slice(0, -'.json'.length));
}

/**
 * The mapping that was decided on for a header of this shape: that of the dataset, else the one kept last for another;
 * null where there is none.
 */
export async function savedMapping(
  store: string,
  shape: string,
  dataset: string,
): Promise<SavedMapping | null> {
  const folder = folderOf(store, shape);
  const own = await readSaved(folder, dataset);
  if (own) return own;
  const [last] = await namesByAge(folder);
  return last === undefined ? null : readSaved(folder, last);
}

/** Keeps a mapping for the next file of the dataset with the same header; what the series is called is no matter of its header. */
export async function keepMapping(store: string, dataset: string, mapping: Mapping): Promise<void> {
  const folder = folderOf(store, mapping.shape);
  await mkdir(folder, { recursive: true });
  const meta = { ...mapping.meta, title: null, description: null };
  await writeMapping(join(folder, `${dataset}.json`), { ...mapping, meta });
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
