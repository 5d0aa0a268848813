import type { RawBatch, RawRow } from '../raw-table';

/** Between cells: those of a delimited text have none, see `delimited-row.ts`. */
const BETWEEN = '\0';

/** A batch as it is sent from thread to thread: one text is copied many times as fast as its cells. */
export interface PackedBatch {
  readonly cells: string;
  readonly lines: Uint32Array<ArrayBuffer>;
  readonly problems: RawBatch['problems'];
  readonly bytes: number;
}

export function packBatch({ rows, problems, bytes }: RawBatch): PackedBatch {
  const cells = rows.map((row) => row.cells.join(BETWEEN)).join(BETWEEN);
  return { cells, lines: Uint32Array.from(rows, ({ line }) => line), problems, bytes };
}

/** The batch again; each row has so many cells. */
export function unpackBatch({ cells, lines, problems, bytes }: PackedBatch, width: number): RawBatch {
  const all = lines.length === 0 ? [] : cells.split(BETWEEN);
  const rows = Array.from(lines, (line, at): RawRow => {
    return { line, cells: all.slice(at * width, (at + 1) * width) };
  });
  return { rows, problems, bytes };
}
