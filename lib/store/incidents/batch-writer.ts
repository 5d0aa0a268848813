import { type FileHandle, open } from 'node:fs/promises';
import { revisionHasher } from '../revision/revision-hash';
import { BETWEEN_RECORDS } from './batch-text';
import { fromRecord, type IncidentRecord } from './incident-record';

const BETWEEN = Buffer.from(BETWEEN_RECORDS);
const [SPACE, LINE_BREAK] = [0x20, 0x0a];

/** What became of the batches that were written. */
export interface WrittenBatches {
  /** The hashes of the incidents and links, as bytes. */
  readonly hashes: Uint8Array;
  /** Bytes of the longest line. */
  readonly longest: number;
}

/** Writes texts of {@link batchText}, as bytes: their records become lines of a file, and hashes. */
export interface BatchWriter {
  /** Takes the bytes over: they are changed, or are no longer here. They are all of their buffer. */
  take(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends the file. */
  finish(): Promise<WrittenBatches>;
  /** Lets go of the file, finished or not. */
  close(): Promise<void>;
}

/** Parts the records of an array by line breaks, in place, and says how long the longest is. */
function partLines(bytes: Buffer): number {
  let [from, longest] = [1, 0];
  for (let at = bytes.indexOf(BETWEEN); at >= 0; at = bytes.indexOf(BETWEEN, from)) {
    bytes[at + 1] = LINE_BREAK;
    longest = Math.max(longest, at + 2 - from);
    from = at + 2;
  }
  bytes[0] = SPACE;
  bytes[bytes.length - 1] = LINE_BREAK;
  return Math.max(longest, bytes.length - from);
}

/** Begins to write batches; the lines are added to those that the file has. */
export async function batchWriter(path: string): Promise<BatchWriter> {
  const handle: FileHandle = await open(path, 'a');
  const hasher = revisionHasher();
  let longest = 0;
  return {
    async take(taken) {
      const bytes = Buffer.from(taken.buffer, taken.byteOffset, taken.byteLength);
      hasher.add((JSON.parse(bytes.toString()) as IncidentRecord[]).map(fromRecord));
      longest = Math.max(longest, partLines(bytes));
      await handle.appendFile(bytes);
    },
    async finish() {
      await handle.close();
      return { hashes: hasher.hashes(), longest };
    },
    close: () => handle.close(),
  };
}
