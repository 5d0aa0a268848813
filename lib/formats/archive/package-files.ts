import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { ByteSource } from '../source/byte-source';
import { joined } from '../source/unpacked-source';
import { entrySource } from './entry-source';
import type { ZipEntry } from './zip-entry';

const DESCRIPTOR = 'datapackage.json';
/** Bytes of a package, whose texts are held whole. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The folder of a Data Package in an archive: '' or `name/`; null where there is none, or several. */
export function packageFolder(entries: readonly ZipEntry[]): string | null {
  const found = entries.filter(
    ({ name }) => /^(?:[^/]+\/)?datapackage\.json$/.test(name) && !name.startsWith('__MACOSX/'),
  );
  return found.length === 1 ? found[0]!.name.slice(0, -DESCRIPTOR.length) : null;
}

/** The texts of a package by their paths inside its folder. Throws where one of them is torn or all are too large. */
export async function packageFiles(
  zip: ByteSource,
  entries: readonly ZipEntry[],
  folder: string,
  file: string,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const own = entries.filter(({ name }) => name.startsWith(folder) && /\.(?:json|csv)$/i.test(name));
  const files = new Map<string, string>();
  let size = 0;
  for (const entry of own) {
    const path = `${file}/${entry.name}`;
    const source = entrySource(zip, entry, path, limits);
    const parts: Uint8Array[] = [];
    for await (const chunk of source.stream(signal)) {
      parts.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES)
        throw formatError(file, 'over-limit', `the package has more than ${MOST_BYTES} bytes`);
    }
    const why = source.torn();
    if (why !== null) throw formatError(path, 'broken-file', `a file of the package is damaged: ${why}`);
    files.set(
      entry.name.slice(folder.length),
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(joined(parts)),
    );
  }
  return files;
}
