import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { EngineError } from '../../query/engine';
import { type ByteSource, type Directory, SectionReader, SectionWriter } from '../columnar/stored/sections';
import { type StoredLimits, type Written, writeColumns } from '../columnar/stored/write-columns';
import { CODEC } from './codec';

/** A file of columns that is open for reading. */
export interface ColumnsFile {
  readonly reader: SectionReader;
  close(): void;
}

/** Systems read and write no more at once. */
const MOST_AT_ONCE = 1 << 30;

interface OpenSource extends ByteSource {
  close(): void;
}

function sourceOf(file: number): OpenSource {
  let isOpen = true;
  return {
    size: fstatSync(file).size,
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
    read(from, to) {
      if (!isOpen) throw new EngineError('The engine is closed.', '');
      const bytes = new Uint8Array(to - from);
      let size = 0;
      while (size < bytes.length) {
        const wanted = Math.min(bytes.length - size, MOST_AT_ONCE);
        const read = readSync(file, bytes, size, wanted, from + size);
        if (read === 0) break;
        size += read;
      }
      return bytes.subarray(0, size);
    },
  };
}

/** Opens a file of columns. What it reads later comes from the same file, also where that was replaced. */
export function openColumnsFile(path: string): ColumnsFile {
  const source = sourceOf(openSync(path, 'r'));
  try {
    return { reader: new SectionReader(source, CODEC), close: source.close };
  } catch (error) {
    source.close();
    throw error;
  }
}

/** Reads what has been written of a file, by a directory of it. */
export type ReadWritten = (directory: Directory) => SectionReader;

/** Writes columns into a new file and flushes it. `written` is told how to read what is there already. */
export async function writeColumnsFile(
  path: string,
  written: (read: ReadWritten) => Written | Promise<Written>,
  pause: () => Promise<void>,
  limits?: StoredLimits,
): Promise<void> {
  const file = openSync(path, 'wx+');
  const write = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(file, bytes, at, Math.min(bytes.length - at, MOST_AT_ONCE));
    }
  };
  const read: ReadWritten = (directory) => new SectionReader(sourceOf(file), CODEC, directory);
  try {
    await writeColumns(new SectionWriter(write, CODEC), await written(read), limits, pause);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
