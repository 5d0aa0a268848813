import { formatError } from '../errors/format-error';
import type { ImportLimits } from '../limits';
import type { ByteSource } from '../source/byte-source';
import type { UnpackedSource } from '../source/unpacked-source';
import { entrySource } from './entry-source';
import type { ZipEntry } from './zip-entry';

const DESCRIPTOR = 'datapackage.json';

/** The folder of a Data Package in an archive: '' or `name/`; null where there is none, or several. */
export function packageFolder(entries: readonly ZipEntry[]): string | null {
  const found = entries.filter(
    ({ name }) => /^(?:[^/]+\/)?datapackage\.json$/.test(name) && !name.startsWith('__MACOSX/'),
  );
  return found.length === 1 ? found[0]!.name.slice(0, -DESCRIPTOR.length) : null;
}

/** An entry whose damage is an error: what of a package is whole says nothing while the rest is not. */
function wholeEntry(source: UnpackedSource, path: string): ByteSource {
  return {
    ...source,
    async *stream(signal) {
      yield* source.stream(signal);
      const why = source.torn();
      if (why !== null) throw formatError(path, 'broken-file', `a file of the package is damaged: ${why}`);
    },
  };
}

/**
 * The files of a package by their paths inside its folder, unpacked anew each time that one is read. Throws where all are too
 * large by what they state; reading one throws where it is torn.
 */
export function packageFiles(
  zip: ByteSource,
  entries: readonly ZipEntry[],
  folder: string,
  file: string,
  limits: ImportLimits,
): ReadonlyMap<string, ByteSource> {
  const own = entries.filter(
    ({ name }) => name.startsWith(folder) && /\.(?:json|geojson|topojson|csv)$/i.test(name),
  );
  const size = own.reduce((sum, { unpacked }) => sum + Math.max(0, unpacked), 0);
  if (size > limits.unpackedBytes)
    throw formatError(file, 'over-limit', `the package has more than ${limits.unpackedBytes} bytes`);
  const files = own.map((entry) => {
    const path = `${file}/${entry.name}`;
    return [
      entry.name.slice(folder.length),
      wholeEntry(entrySource(zip, entry, path, limits), path),
    ] as const;
  });
  return new Map(files);
}
