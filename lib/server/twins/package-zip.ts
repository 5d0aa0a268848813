import { packageFiles } from '../../export/package/package-files';
import { zipFiles } from '../../export/package/package-zip';
import { revisionDir } from '../../store/log/layout';
import { readHead, readIncidents } from '../../store/revision/read-revision';
import { storeFolder } from '../catalogue/server-catalogue';
import { bytesOf } from '../http/byte-range';
import { fileName, type TwinAnswer, type TwinRequest } from './twin';

async function* zipOf(dir: string): AsyncGenerator<Uint8Array> {
  const head = await readHead(dir);
  const { sources, ...guide } = head.rest;
  yield* zipFiles(packageFiles({ guide, sources, incidents: () => readIncidents(dir, head) }));
}

/** package.zip: the whole revision as a Data Package that imports back to the same revision. Filters have no part in it. */
export async function packageZip(asked: TwinRequest): Promise<TwinAnswer<ReadableStream<Uint8Array>>> {
  const dir = revisionDir(storeFolder(), asked.dataset, asked.revision.info.revision);
  return { kind: 'answer', body: async () => bytesOf(zipOf(dir)), headers: fileName(asked, '.zip') };
}
