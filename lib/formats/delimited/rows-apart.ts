import { pause } from '../../caches/pause';
import type { Problem } from '../../problems/problem';
import { FormatError } from '../errors/format-error';
import type { LaterRows, RawBatch, RawTable } from '../raw-table';
import type { ByteSource, ThreadOfRows } from '../source/byte-source';
import type { RowsRequest } from '../source/rows-request';
import { codedRows } from './coded/code-rows';
import { RowsReader } from './coded/coded-rows';
import { areApart, buffersOf, type CodedRows, sizeOfRows } from './coded/sent-rows';

/** Batches that may wait to be taken. */
const MOST_WAITING = 6;
/** Batches that are said to be taken at once, for each message costs both sides. */
const TAKEN_AT_ONCE = 2;

/** What the thread says. */
type FromThread =
  | { readonly kind: 'rows'; readonly rows: CodedRows }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly problem: Problem | null; readonly message: string };

/** What it is told: that {@link TAKEN_AT_ONCE} batches were taken, or that nobody waits for more. */
type ToThread = 'taken' | 'left';

/** What a thread of rows does: reads those that are asked for, and sends them as they are taken. */
export async function giveRows(port: MessagePort, source: ByteSource, request: RowsRequest): Promise<void> {
  let [waiting, isLeft, wake] = [0, false, (): void => {}];
  port.onmessage = ({ data }: MessageEvent<ToThread>) => {
    if (data === 'taken') waiting -= TAKEN_AT_ONCE;
    else isLeft = true;
    wake();
  };
  const send = (message: FromThread, handedOver: ArrayBuffer[] = []) => port.postMessage(message, handedOver);
  try {
    for await (const rows of codedRows(source, request)) {
      while (waiting >= MOST_WAITING && !isLeft) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (isLeft) return;
      waiting += 1;
      send({ kind: 'rows', rows }, buffersOf(rows));
    }
    send({ kind: 'end' });
  } catch (error) {
    const problem = error instanceof FormatError ? error.problem : null;
    send({ kind: 'failed', problem, message: error instanceof Error ? error.message : String(error) });
  }
}

/** The rows that a thread reads. It is let go at the end, and wherever this is left. */
async function* codedApart(
  { port, failed, end }: ThreadOfRows,
  signal?: AbortSignal,
): AsyncGenerator<CodedRows> {
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
        yield message.rows;
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

/** Bytes of rows that are kept for a second reading. */
const MOST_KEPT = 256_000_000;
/** Batches of kept rows after which others get their turn, and within which a reading may be left without losing them. */
const TURN = 16;

/** Gives kept rows and lets go of them; a reading that is left soon, such as one of the first rows, gives them `back`. */
async function* keptRows(
  kept: CodedRows[],
  back: (kept: CodedRows[]) => void,
  signal?: AbortSignal,
): AsyncGenerator<CodedRows> {
  const begun: CodedRows[] = [];
  kept.reverse();
  try {
    for (let given = 1; kept.length > 0; given++) {
      signal?.throwIfAborted();
      const rows = kept.pop()!;
      if (given <= TURN) begun.push(rows);
      else begun.length = 0;
      yield rows;
      if (given % TURN === 0) await pause();
    }
  } finally {
    if (kept.length > 0 && begun.length > 0) back([...begun, ...kept.reverse()]);
  }
}

/** Gives kept rows as batches, and lets go of them. */
async function* batchesOf(kept: CodedRows[], width: number, signal?: AbortSignal): AsyncGenerator<RawBatch> {
  const reader = new RowsReader(width);
  for await (const rows of keptRows(kept, () => undefined, signal)) yield* reader.read(rows);
}

/** The rows of the later half of a table, in the thread that they were handed to. */
export function batchesOfLater(later: LaterRows, width: number, signal?: AbortSignal) {
  return batchesOf(later.rows, width, signal);
}

/** What of later rows is handed over from thread to thread. */
export function buffersOfLater({ rows }: LaterRows): ArrayBuffer[] {
  return rows.flatMap(buffersOf);
}

/** Where the rows of the later half of a file begin, which build on none before them; null where all do. */
function middleOf(kept: readonly CodedRows[]): number | null {
  const bytes = kept.at(-1)?.bytes ?? 0;
  const at = kept.findIndex((rows, place) => areApart(rows) && (kept[place - 1]?.bytes ?? 0) * 2 >= bytes);
  return at > 0 ? at : null;
}

/**
 * The rows of a table, as `delimitedRows` gives them, read by threads that `start` starts. A table is read twice, to survey and to build
 * it: what the first whole reading gave is kept for the next, unless that is very much.
 */
export function rowsApart(
  start: () => ThreadOfRows,
  width: number,
): Required<Pick<RawTable, 'batches' | 'halves'>> {
  let kept: CodedRows[] | null = null;
  let wasRead = false;
  const back = (rows: CodedRows[]) => {
    kept = rows;
  };
  const halves: RawTable['halves'] = () => {
    const middle = kept === null ? null : middleOf(kept);
    if (kept === null || middle === null) return null;
    const [first, rows] = [kept, kept.splice(middle)];
    kept = null;
    return {
      first: (signal) => batchesOf(first, width, signal),
      later: { rows, from: first.at(-1)!.bytes },
    };
  };
  const batches: RawTable['batches'] = async function* (signal) {
    const given = kept === null ? codedApart(start(), signal) : keptRows(kept, back, signal);
    let keeping: CodedRows[] | null = wasRead ? null : [];
    kept = null;
    let size = 0;
    const reader = new RowsReader(width);
    for await (const rows of given) {
      size += sizeOfRows(rows);
      if (size > MOST_KEPT) keeping = null;
      keeping?.push(rows);
      yield* reader.read(rows);
    }
    if (!wasRead) kept = keeping;
    wasRead = true;
  };
  return { batches, halves };
}
