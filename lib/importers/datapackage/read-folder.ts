import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { ByteSource } from '../../formats/source/byte-source';
import { fileSource } from '../../formats/source/file-source';
import type { Problem } from '../../problems/problem';
import { problemAt } from '../import-codes';
import { DESCRIPTOR_FILE } from './descriptor';

/** The largest file that is held as a text: 512 MiB, near the longest that a JavaScript string can be. */
const MOST_BYTES = 512 * 1024 * 1024;

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
async function textOf(source: ByteSource, file: string, mostBytes: number): Promise<string> {
  if (source.size > mostBytes) {
    const place = { file, row: null, column: null, value: String(source.size) };
    throw new PackageFolderError(problemAt(place, 'too-large', `larger than ${mostBytes} bytes`));
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(await source.slice(0, source.size));
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
 * Opens `datapackage.json` and the files it names. A file that is not there is left out of the map, and a folder that is not there
 * gives an empty one. Throws a {@link PackageFolderError} for a path outside the folder, or a descriptor of over `mostBytes`.
 */
export async function openPackageFolder(
  dir: string,
  mostBytes = MOST_BYTES,
): Promise<ReadonlyMap<string, ByteSource>> {
  const files = new Map<string, ByteSource>();
  const root = await realpath(dir).catch(() => null);
  if (root === null) return files;
  const add = async (file: string): Promise<void> => {
    const path = await placeOf(root, file);
    if (path !== null) files.set(file, await fileSource(path));
  };
  await add(DESCRIPTOR_FILE);
  const descriptor = files.get(DESCRIPTOR_FILE);
  const text = descriptor === undefined ? '' : await textOf(descriptor, DESCRIPTOR_FILE, mostBytes);
  for (const path of pathsIn(text)) await add(path);
  return files;
}

/** The texts of the same files, for a package that is held in memory. Throws for a file above `mostBytes`, too. */
export async function readPackageFolder(dir: string, mostBytes = MOST_BYTES): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [file, source] of await openPackageFolder(dir, mostBytes))
    texts.set(file, await textOf(source, file, mostBytes));
  return texts;
}
