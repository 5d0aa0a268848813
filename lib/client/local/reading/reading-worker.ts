import { buffersOfLater } from '../../../formats/delimited/rows-apart';
import type { ThreadOfRows } from '../../../formats/source/byte-source';
import { blobSource } from '../../../formats/source/byte-source';
import type { RowsRequest } from '../../../formats/source/rows-request';
import type { PartToBuild } from '../../../importers/build/rows-build';
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
/** Bytes from which on it is worth while that whoever has read the rows builds half of them. */
const VERY_LARGE = 32_000_000;
const NEVER = new Promise<never>(() => undefined);

function rowsOf(rows: MessagePort, file: File, request: RowsRequest): ThreadOfRows {
  const { port1, port2 } = new MessageChannel();
  const message: ToRows = { kind: 'read', file, request, port: port2 };
  rows.postMessage(message, [port2]);
  return { port: port1, failed: NEVER, end: () => undefined };
}

function startApart(rows: MessagePort, part: PartToBuild): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const message: ToRows = { kind: 'build', part, port: port2 };
  rows.postMessage(message, [port2, ...buffersOfLater(part.later)]);
  return port1;
}

self.addEventListener('message', ({ data: { asked, rows } }: MessageEvent<ReadingPorts>) => {
  const sourceOf = (file: File) => {
    const source = blobSource(file, file.name);
    return file.size < LARGE
      ? source
      : { ...source, startRows: (request: RowsRequest) => rowsOf(rows, file, request) };
  };
  const session = readingSession(sourceOf, (size) =>
    size < VERY_LARGE ? null : (part) => startApart(rows, part),
  );
  serveReading(asked, session);
});
