import type { Problem } from '../../../problems/problem';

/**
 * Rows as they are sent from thread to thread, and held for a second reading: of each column the codes of its texts, and every text
 * once, as long as it is remembered. They build on those before them.
 */
export interface CodedRows {
  readonly lines: Uint32Array<ArrayBuffer>;
  /** The code of each cell, row after row. */
  readonly codes: Uint16Array<ArrayBuffer>;
  /** Of each column, whether its codes begin at 0 with these rows. */
  readonly isNew: Uint8Array<ArrayBuffer>;
  /** How many texts come first in these rows, column after column. */
  readonly counts: Uint16Array<ArrayBuffer>;
  /** These texts in UTF-8, a NUL behind each. */
  readonly texts: Uint8Array<ArrayBuffer>;
  readonly problems: readonly Problem[];
  /** Bytes of the source read so far. */
  readonly bytes: number;
}

/** What of coded rows is handed over from thread to thread. */
export function buffersOf({ lines, codes, isNew, counts, texts }: CodedRows): ArrayBuffer[] {
  return [lines.buffer, codes.buffer, isNew.buffer, counts.buffer, texts.buffer];
}

/** Bytes that rows hold. */
export function sizeOfRows(rows: CodedRows): number {
  return buffersOf(rows).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** Whether they build on no rows before them: the codes of all columns begin with them. */
export function areApart({ isNew }: CodedRows): boolean {
  return isNew.every((is) => is === 1);
}
