import type { Problem } from '../../series/model';
import type { RawRow, RawTable } from '../formats/raw-table';
import type { OnProgress } from '../import-counts';
import { effectOf } from '../problem-codes';
import { ColumnTally, freshRoom } from './column-tally';
import { countEqualRows } from './row-hashes';
import type { Survey } from './survey';

/** Rows for a preview, and the characters that they may have in all. */
const PREVIEW_ROWS = 50;
const PREVIEW_CHARACTERS = 2_000_000;

/** Keeps the first rows, up to a number of rows and characters. The first is kept however long it is. */
function keepPreview(): { readonly rows: RawRow[]; observe(row: RawRow): void } {
  const rows: RawRow[] = [];
  let room = PREVIEW_CHARACTERS;
  return {
    rows,
    observe(row) {
      if (rows.length >= PREVIEW_ROWS || room <= 0) return;
      for (const cell of row.cells) room -= cell.length;
      if (room > 0 || rows.length === 0) rows.push(row);
    },
  };
}

const isLostRow = ({ code }: Problem) => effectOf(code) === 'row';

/** How a survey is watched and stopped. */
export interface SurveyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/**
 * Reads a table once and says what each column holds. Memory is bounded whatever the table: at most 20,000 texts a
 * column and two million in all, each cut at 400 characters, and four million rows for the count of equal ones. Once a
 * column has more texts, its `values` are the first; where these hardly repeat, their counts are of the rows so far.
 */
export async function surveyTable(table: RawTable, options: SurveyOptions = {}): Promise<Survey> {
  const { signal, onProgress } = options;
  const room = freshRoom();
  const tallies = table.columns.map((column, at) => new ColumnTally(column, at, room));
  const equal = countEqualRows();
  const preview = keepPreview();
  let rows = 0;
  let problems = 0;
  for await (const batch of table.batches(signal)) {
    signal?.throwIfAborted();
    for (const row of batch.rows) {
      const { cells } = row;
      for (let at = 0; at < tallies.length; at++) (tallies[at] as ColumnTally).observe(cells[at] ?? '');
      equal.observe(cells);
      preview.observe(row);
    }
    rows += batch.rows.length;
    problems += batch.problems.filter(isLostRow).length;
    onProgress?.({ step: 'survey', bytes: batch.bytes, ofBytes: table.size, rows });
  }
  return {
    rows,
    problems,
    columns: tallies.map((tally) => tally.profile()),
    preview: preview.rows,
    equalRows: equal.count(),
  };
}
