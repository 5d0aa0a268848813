import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Problem } from '../../problems/problem';
import { problemAt } from '../import-codes';
import { DESCRIPTOR_FILE } from './descriptor';

/** The largest file taken: 512 MiB, near the longest text that a JavaScript string can hold. */
export const MOST_BYTES = 512 * 1024 * 1024;

/** A folder that is not to be read: a table lies outside it, or a file is too large. */
export class PackageFolderError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.file}: ${problem.reason}`);
    this.name = 'PackageFolderError';
  }
}

/** The real path of a file that may be missing (null). A path, or a link, that leads outside the folder is refused. */
async function placeOf(root: string, file: string): Promise<string | null> {
  const refuse = () => {
    const place = { file: DESCRIPTOR_FILE, row: null, column: 'resources', value: file };
    return new PackageFolderError(problemAt(place, 'outside-folder', `${file} lies outside the package`));
  };
  const leaves = (path: string) => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  if (isAbsolute(file) || leaves(relative(root, join(root, file)))) throw refuse();
  const real = await realpath(join(root, file)).catch(() => null);
  if (real !== null && leaves(relative(root, real))) throw refuse();
  return real;
}

/** The text of a file. Bytes that are not UTF-8 become U+FFFD, which the importer reports cell by cell. */
async function readText(path: string, file: string, mostBytes: number): Promise<string> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    const place = { file, row: null, column: null, value: String(size) };
    throw new PackageFolderError(problemAt(place, 'too-large', `larger than ${mostBytes} bytes`));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(path));
}

/** The paths that a descriptor names; none where it cannot be read, which is for the importer to say. */
function pathsIn(descriptor: string): string[] {
  try {
    const { resources } = JSON.parse(descriptor) as { resources?: { path?: unknown }[] };
    return (resources ?? []).flatMap(({ path }) => (typeof path === 'string' ? [path] : []));
  } catch {
    return [];
  }
}

/**
 * Reads `datapackage.json` and the files it names. A file that is not there is left out of the map,
 * and a folder that is not there gives an empty one. Throws a
 * {@link PackageFolderError} for a path outside the folder or a file above `mostBytes`.
 */
export async function readPackageFolder(dir: string, mostBytes = MOST_BYTES): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const root = await realpath(dir).catch(() => null);
  if (root === null) return files;
  const add = async (file: string): Promise<string> => {
    const path = await placeOf(root, file);
    const text = path === null ? null : await readText(path, file, mostBytes);
    if (text !== null) files.set(file, text);
    return text ?? '';
  };
  for (const path of pathsIn(await add(DESCRIPTOR_FILE))) await add(path);
  return files;
}
