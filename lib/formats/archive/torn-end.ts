import { formatProblem } from '../errors/format-codes';
import { wholeFile } from '../errors/format-error';
import type { Opened, RawBatch, RawTable } from '../raw-table';
import type { UnpackedSource } from '../source/unpacked-source';

/** Adds to a table of a torn file the problem that says so, unless its reader has said it. */
export function withTornEnd(opened: Opened, source: UnpackedSource): Opened {
  if (opened.kind !== 'table') return opened;
  const why = source.torn();
  const notes =
    why === null
      ? opened.notes
      : [...opened.notes, `The file is damaged: ${why}. What stands before is used.`];
  return { ...opened, notes, table: tornTable(opened.table, source) };
}

function tornTable(table: RawTable, source: UnpackedSource): RawTable {
  async function* batches(signal?: AbortSignal): AsyncGenerator<RawBatch> {
    let said = false;
    let bytes = 0;
    for await (const batch of table.batches(signal)) {
      said ||= batch.problems.some(({ code }) => code === 'truncated-file');
      bytes = batch.bytes;
      yield batch;
    }
    const why = source.torn();
    if (why === null || said) return;
    const problems = [
      formatProblem(wholeFile(table.file), 'truncated-file', `the file cannot be unpacked further: ${why}`),
    ];
    yield { rows: [], problems, bytes };
  }
  const { halves: _, ...rest } = table;
  return { ...rest, batches };
}
