import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ByteSource, ThreadOfRows } from '../../../formats/source/byte-source';
import { fileSource } from '../../../formats/source/file-source';
import type { RowsRequest } from '../../../formats/source/rows-request';
import { programFolder } from '../../../store/program-folder';

/** Bytes from which on a thread is worth its start. */
const LARGE = 16_000_000;

function start(path: string, request: RowsRequest): ThreadOfRows {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(join(programFolder(), 'bin', 'read-rows.mjs'), {
    workerData: { path, request, port: port2 },
    transferList: [port2 as never],
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that reads rows has ended')));
  });
  failed.catch(() => undefined);
  return { port: port1, failed, end: () => void worker.terminate() };
}

/** A file of the disk, whose rows a thread of their own reads where they are many. */
export async function fileInThread(path: string, name?: string): Promise<ByteSource> {
  const source = await fileSource(path, name);
  if (source.size < LARGE) return source;
  return { ...source, startRows: (request) => start(path, request) };
}
