import { packageFiles } from '../../export/package/package-files';
import { zipFiles } from '../../export/package/package-zip';
import { revisionDir } from '../../store/layout';
import { readHead, readIncidents } from '../../store/read-revision';
import { storeFolder } from '../catalogue/store-folder';
import { bytesOf } from '../http/byte-range';
import { fileResponse } from '../http/file-response';
import { identityOf, rowsTwin } from './twin';

async function* zipOf(dir: string): AsyncGenerator<Uint8Array> {
  const head = await readHead(dir);
  const { sources, ...guide } = head.rest;
  yield* zipFiles(packageFiles({ guide, sources, incidents: () => readIncidents(dir, head) }));
}

/** package.zip: the whole revision as a Data Package that imports back to the same revision. Filters have no part in it. */
export function packageZip(request: Request, dataset: string): Promise<Response> {
  return rowsTwin(request, dataset, {}, (ok) => {
    const { guide, revision } = ok.opened.info;
    const { id } = guide.meta;
    const dir = revisionDir(storeFolder(), id, revision);
    return fileResponse(request, identityOf(ok), {
      type: 'application/zip',
      stream: async () => bytesOf(zipOf(dir)),
      headers: { 'content-disposition': `attachment; filename="${id}-${revision.slice(0, 12)}.zip"` },
    });
  });
}
