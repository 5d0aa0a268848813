import type { RawTable } from '../formats/raw-table';

/** The same table, ended after `most` rows. */
export function firstRows(table: RawTable, most: number): RawTable {
  return {
    ...table,
    async *batches(signal) {
      let left = most;
      for await (const batch of table.batches(signal)) {
        if (batch.rows.length < left) {
          left -= batch.rows.length;
          yield batch;
          continue;
        }
        const rows = batch.rows.slice(0, left);
        const last = rows.at(-1)?.line ?? 0;
        yield { ...batch, rows, problems: batch.problems.filter(({ row }) => row === null || row <= last) };
        return;
      }
    },
  };
}
