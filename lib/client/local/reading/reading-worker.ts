import type { ThreadOfRows } from '../../../formats/source/byte-source';
import { blobSource } from '../../../formats/source/byte-source';
import type { RowsRequest } from '../../../formats/source/rows-request';
import { serveReading } from './reading-apart';
import { readingSession } from './reading-session';
import type { ToRows } from './rows-worker';

/** The worker of /open that makes incidents of a file: told once where it is asked from, and where rows are read for it. */
export interface ReadingPorts {
  readonly asked: MessagePort;
  readonly rows: MessagePort;
}

/** Bytes from which on rows are worth the way from another worker. */
const LARGE = 8_000_000;
/** A worker that breaks is told of by the page that started it. */
const NEVER = new Promise<never>(() => undefined);

function rowsOf(rows: MessagePort, file: File, request: RowsRequest): ThreadOfRows {
  const { port1, port2 } = new MessageChannel();
  const message: ToRows = { file, request, port: port2 };
  rows.postMessage(message, [port2]);
  return { port: port1, failed: NEVER, end: () => undefined };
}

self.addEventListener('message', ({ data: { asked, rows } }: MessageEvent<ReadingPorts>) => {
  const session = readingSession((file) => {
    const source = blobSource(file, file.name);
    return file.size < LARGE ? source : { ...source, startRows: (request) => rowsOf(rows, file, request) };
  });
  serveReading(asked, session);
});
