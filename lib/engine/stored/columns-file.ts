import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { EngineError } from '../../query/engine';
import { type ByteSource, SectionReader, SectionWriter } from '../columnar/stored/sections';
import { type StoredLimits, type Written, writeColumns } from '../columnar/stored/stored-columns';
import { CODEC } from './codec';

/** A file of columns that is open for reading. */
export interface ColumnsFile {
  readonly reader: SectionReader;
  close(): void;
}

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
        const read = readSync(file, bytes, size, bytes.length - size, from + size);
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

/** Writes columns into a new file and flushes it. */
export async function writeColumnsFile(
  path: string,
  written: Written,
  pause: () => Promise<void>,
  limits?: StoredLimits,
): Promise<void> {
  const file = openSync(path, 'wx');
  const write = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  try {
    await writeColumns(new SectionWriter(write, CODEC), written, limits, pause);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
