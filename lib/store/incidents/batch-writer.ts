import { type FileHandle, open } from 'node:fs/promises';
import type { SeriesRest } from '../../importers/build/sink';
import { revisionHasher } from '../revision/revision-hash';
import type { CodedBatch } from './coded-batch';
import { RecordTexts } from './record-texts';

/** What became of the batches that were written. */
export interface WrittenBatches {
  /** The hashes of the incidents and links, as bytes. */
  readonly hashes: Uint8Array;
  /** Bytes that the longest line has at most. */
  readonly longest: number;
}

/** What an engine may keep beside a revision: of which series, under which name, in which file. */
export interface Kept {
  readonly rest: SeriesRest;
  readonly revision: string;
  readonly path: string;
}

/** Takes coded batches, in their order: incidents become lines of a file, and hashes. */
export interface BatchWriter {
  take(batch: CodedBatch): Promise<void>;
  /** Ends the file. */
  finish(): Promise<WrittenBatches>;
  /** After the end: writes what an engine answers from, where it has gathered that on the way; says whether it is there. */
  keep(kept: Kept): Promise<boolean>;
  /** Lets go of the file, finished or not. */
  close(): Promise<void>;
}

/** Told of each batch as it is written. */
export type OnBatch = (batch: CodedBatch) => void;

/** Most bytes that a unit of a text takes in UTF-8. */
const WIDEST = 3;

/** No fewer bytes than the longest line has. */
function longestOf(lines: readonly string[], before: number): number {
  return lines.reduce((most, { length }) => Math.max(most, length * WIDEST + 1), before);
}

/** Begins to write batches; the lines are added to those that the file has. */
export async function batchWriter(
  path: string,
  onBatch: OnBatch = () => {},
): Promise<Omit<BatchWriter, 'keep'>> {
  const handle: FileHandle = await open(path, 'a');
  const hasher = revisionHasher();
  const texts = new RecordTexts();
  let longest = 0;
  return {
    async take(given) {
      const { records, canonical, batch } = texts.of(given);
      for (const text of canonical) hasher.addText(text);
      longest = longestOf(records, longest);
      onBatch(batch);
      await handle.appendFile(`${records.join('\n')}\n`);
    },
    async finish() {
      await handle.close();
      return { hashes: hasher.hashes(), longest };
    },
    close: () => handle.close(),
  };
}
