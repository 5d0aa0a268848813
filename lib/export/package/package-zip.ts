import { Zip, ZipDeflate } from 'fflate';
import type { PackageFile } from './package-files';

/** The earliest time that an archive can hold: the same files give the same bytes, whenever they are packed. */
const NO_TIME = '1980-01-01T12:00:00';

/** An archive of files, by pieces, each made when it is asked for. Its table of contents, and so the whole, is below 4 GB. */
export async function* zipFiles(files: Iterable<PackageFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else ready.push(chunk);
  });
  const taken = () => {
    if (fault) throw fault;
    const chunks = ready;
    ready = [];
    return chunks;
  };
  const encoder = new TextEncoder();
  for (const { path, text } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = NO_TIME;
    zip.add(entry);
    for await (const piece of text) {
      entry.push(encoder.encode(piece));
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
