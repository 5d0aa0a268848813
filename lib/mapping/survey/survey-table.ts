import { isLostRow } from '../../formats/errors/format-codes';
import type { OnProgress } from '../../formats/progress';
import type { RawCells, RawRow, RawTable } from '../../formats/raw-table';
import { ColumnTally, freshRoom } from './column-tally';
import { countEqualRows } from './row-hashes';
import type { Survey } from './survey';

/** Rows for a preview, and the characters that they may have in all. */
const PREVIEW_ROWS = 50;
const PREVIEW_CHARACTERS = 2_000_000;

/** Keeps the first rows, up to a number of rows and characters. The first is kept however long it is. */
function keepPreview(): { readonly rows: RawRow[]; isOpen(): boolean; observe(row: RawRow): void } {
  const rows: RawRow[] = [];
  let room = PREVIEW_CHARACTERS;
  const isOpen = () => rows.length < PREVIEW_ROWS && room > 0;
  return {
    rows,
    isOpen,
    observe(row) {
      if (!isOpen()) return;
      for (const cell of row.cells) room -= cell.length;
      if (room > 0 || rows.length === 0) rows.push(row);
    },
  };
}

function cellsOf(rows: readonly RawRow[]): RawCells {
  return { rows: rows.length, cell: (row, column) => rows[row]!.cells[column] ?? '' };
}

/** How a survey is watched and stopped. */
export interface SurveyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /**
   * Asked once, after some ten thousand rows: the columns that matter to the end, by name, or null for all. What is said
   * of the others, and of equal rows, is then what the first rows say.
   */
  readonly focus?: (soFar: Survey) => ReadonlySet<string> | null;
}

/** Rows that are looked at whole before some columns may rest. */
const FOCUS_AFTER = 20_000;

/**
 * Reads a table once and says what each column holds. Memory is bounded whatever the table: at most 20,000 texts a
 * column, fewer where there are more than a hundred columns, each cut at 400 characters, and four million rows for the count of equal ones. Once a
 * column has more texts, its `values` are the first; where these hardly repeat, their counts are of the rows so far.
 */
export async function surveyTable(table: RawTable, options: SurveyOptions = {}): Promise<Survey> {
  const { signal, onProgress, focus } = options;
  const room = freshRoom(table.columns.length);
  const tallies = table.columns.map((column, at) => new ColumnTally(column, at, room));
  const equal = countEqualRows();
  const preview = keepPreview();
  let rows = 0;
  let problems = 0;
  let active = tallies;
  let isFocused = false;
  const soFar = (): Survey => ({
    rows,
    problems,
    columns: tallies.map((tally) => tally.profile()),
    preview: preview.rows,
    equalRows: equal.count(),
  });
  const rest = (needed: ReadonlySet<string> | null | undefined): void => {
    if (!needed) return;
    isFocused = true;
    active = tallies.filter((tally) => tally.isNeeded(needed) || tally.rest());
  };
  for await (const batch of table.batches(signal)) {
    signal?.throwIfAborted();
    // Column by column, so that what is known of one stays at hand.
    const cells = batch.cells ?? cellsOf(batch.rows);
    for (const tally of active)
      for (let row = 0; row < cells.rows; row++) tally.observe(cells.cell(row, tally.at));
    if (!isFocused || preview.isOpen()) {
      for (const row of batch.rows) {
        if (!isFocused) equal.observe(row.cells);
        preview.observe(row);
      }
    }
    const before = rows;
    rows += cells.rows;
    problems += batch.problems.filter(isLostRow).length;
    if (focus && before < FOCUS_AFTER && rows >= FOCUS_AFTER) rest(focus(soFar()));
    onProgress?.({ step: 'survey', bytes: batch.bytes, ofBytes: table.size, rows });
  }
  return soFar();
}
