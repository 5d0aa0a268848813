import type { Problem } from '../../problems/problem';
import { FormatError } from '../errors/format-error';
import type { RawBatch } from '../raw-table';
import type { ByteSource, ThreadOfRows } from '../source/byte-source';
import type { RowsRequest } from '../source/rows-request';
import { delimitedRows } from './delimited-rows';
import { type PackedBatch, packBatch, unpackBatch } from './packed-batch';

/** Batches that may wait to be taken. */
const MOST_WAITING = 24;
/** Batches that are said to be taken at once, for each message costs both sides. */
const TAKEN_AT_ONCE = 8;

/** What the thread says. */
type FromThread =
  | { readonly kind: 'batch'; readonly batch: PackedBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly problem: Problem | null; readonly message: string };

/** What it is told: that {@link TAKEN_AT_ONCE} batches were taken, or that nobody waits for more. */
type ToThread = 'taken' | 'left';

/** What a thread of rows does: reads those that are asked for, and sends them as they are taken. */
export async function giveRows(port: MessagePort, source: ByteSource, request: RowsRequest): Promise<void> {
  const { file, layout, limits } = request;
  let [waiting, isLeft, wake] = [0, false, (): void => {}];
  port.onmessage = ({ data }: MessageEvent<ToThread>) => {
    if (data === 'taken') waiting -= TAKEN_AT_ONCE;
    else isLeft = true;
    wake();
  };
  const send = (message: FromThread, handedOver: ArrayBuffer[] = []) => port.postMessage(message, handedOver);
  try {
    for await (const rows of delimitedRows(source, file, layout, limits)) {
      while (waiting >= MOST_WAITING && !isLeft) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (isLeft) return;
      waiting += 1;
      const batch = packBatch(rows);
      send({ kind: 'batch', batch }, [batch.lines.buffer]);
    }
    send({ kind: 'end' });
  } catch (error) {
    const problem = error instanceof FormatError ? error.problem : null;
    send({ kind: 'failed', problem, message: error instanceof Error ? error.message : String(error) });
  }
}

/** The rows that a thread reads, as {@link delimitedRows} gives them. The thread is let go at the end, and wherever this is left. */
export async function* rowsApart(
  { port, failed, end }: ThreadOfRows,
  { layout }: RowsRequest,
  signal?: AbortSignal,
): AsyncGenerator<RawBatch> {
  const come: FromThread[] = [];
  let [wake, failure, taken]: [() => void, unknown, number] = [() => {}, null, 0];
  const fail = (error: unknown): void => {
    failure ??= error;
    wake();
  };
  failed.catch(fail);
  const leave = () => fail(signal?.reason);
  signal?.addEventListener('abort', leave);
  port.onmessage = ({ data }: MessageEvent<FromThread>) => {
    come.push(data);
    wake();
  };
  const tell = (message: ToThread) => port.postMessage(message);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const message = come.shift();
      if (message?.kind === 'end') return;
      if (message?.kind === 'failed') {
        throw message.problem === null ? new Error(message.message) : new FormatError(message.problem);
      }
      if (message !== undefined) {
        if (++taken % TAKEN_AT_ONCE === 0) tell('taken');
        yield unpackBatch(message.batch, layout.columns.length);
      } else if (failure !== null) throw failure;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', leave);
    tell('left');
    port.close();
    end();
  }
}
