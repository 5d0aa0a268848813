import { workerData } from 'node:worker_threads';
import { giveRows } from '../../../formats/delimited/rows-apart';
import { fileSource } from '../../../formats/source/file-source';
import type { RowsRequest } from '../../../formats/source/rows-request';

/** What the thread is told at its start. */
export interface RowsThreadData {
  readonly path: string;
  readonly request: RowsRequest;
  readonly port: MessagePort;
}

/** The program of a thread that reads rows of a file while others make something of them. */
const { path, request, port } = workerData as RowsThreadData;
await giveRows(port, await fileSource(path), request);
