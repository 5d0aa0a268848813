import { packageFiles } from '../export/package-files';
import { zipFiles } from '../export/package-zip';
import { revisionDir } from '../store/layout';
import { readHead, readIncidents } from '../store/read-revision';
import { dataResponse } from './respond';
import { storeFolder } from './store-folder';
import { identityOf, rowsTwin } from './twin';

async function* zipOf(dir: string): AsyncGenerator<Uint8Array> {
  const { rest, incidents } = await readHead(dir);
  const { sources, ...guide } = rest;
  yield* zipFiles(packageFiles({ guide, sources, incidents: () => readIncidents(dir, incidents) }));
}

function bytesOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/** package.zip: the whole revision as a Data Package that imports back to the same revision. Filters have no part in it. */
export function packageZip(request: Request, dataset: string): Promise<Response> {
  return rowsTwin(request, dataset, {}, (ok) => {
    const { guide, revision } = ok.opened.info;
    const { id } = guide.meta;
    const dir = revisionDir(storeFolder(), id, revision);
    const more = { 'content-disposition': `attachment; filename="${id}-${revision.slice(0, 12)}.zip"` };
    return dataResponse(request, identityOf(ok), 'application/zip', async () => bytesOf(zipOf(dir)), more);
  });
}
