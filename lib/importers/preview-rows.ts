import type { RawBatch, RawRow, RawTable } from '../formats/raw-table';
import type { Mapping } from '../mapping/mapping';
import { collectTexts } from './build/collect-texts';
import { namesOf } from './build/names/names';
import { type RowOutcome, rowBuilder } from './build/row-builder';
import type { ExaminedTable } from './run/import-file';

/** A row of the file and what a mapping makes of it. */
export interface PreviewRow {
  readonly row: RawRow;
  readonly outcome: RowOutcome;
}

/** Rows that are at hand, as a table. */
function tableOf({ file, columns }: RawTable, rows: readonly RawRow[]): RawTable {
  async function* batches(): AsyncGenerator<RawBatch> {
    yield { rows, problems: [], bytes: rows.length };
  }
  return { file, columns, batches, size: rows.length };
}

/**
 * What a mapping makes of the first rows, from those that the survey has kept: quick enough for every change of a form.
 * Ids of names are made from these rows alone and may get a hash once all rows are known.
 */
export async function previewRows(
  examined: ExaminedTable,
  mapping: Mapping,
  most: number,
): Promise<readonly PreviewRow[]> {
  const { table } = examined.opened;
  const rows = examined.survey.preview.slice(0, most);
  const texts = await collectTexts(tableOf(table, rows), mapping, () => {});
  const builder = rowBuilder(table.file, table.columns, mapping, namesOf(texts, mapping));
  return rows.map((row) => ({ row, outcome: builder.build(row) }));
}
