import type { Problem } from '../problems/problem';
import type { CodedRows } from './delimited/coded/sent-rows';
import type { Reading, ReadingQuestion } from './reading';
import type { ByteSource } from './source/byte-source';

/**
 * One record as the file has it. Every cell is text, whatever the format, so that the same content is the same row from
 * CSV, XLSX and Parquet: '' is empty or null; a number is its shortest JavaScript text; true and false are words; a real
 * date is `YYYY-MM-DD`, a real time `YYYY-MM-DDThh:mm:ss` with fraction and offset only where it has them; a list of
 * plain values is joined by `|`. Cells are as many as columns.
 */
export interface RawRow {
  /** The line of the file on which the record begins, from 1; in a format without lines the number of the record. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A hash of 128 bits of all cells, where it was made on the way; then all rows of the table have one. */
  readonly content?: Uint32Array;
  /** Where its line is counted, such as a sheet of the workbook, where the table is made of several; else that of the table. */
  readonly file?: string;
}

/** A column as the file names it. */
export interface RawColumn {
  /** Unique and not empty: as written, trimmed; `name (2)` for a second of that name; `column 5` for one without. */
  readonly name: string;
  /** An HXL tag from a second header row, `#date+start`; null where there is none. */
  readonly hxl: string | null;
}

/** The cells of some rows, without the rows. */
export interface RawCells {
  readonly rows: number;
  cell(row: number, column: number): string;
}

/** Some rows in the order of the file, and the records between them that are none. */
export interface RawBatch {
  /** Where there are `cells`, made when they are first asked for, before the next batch comes. */
  readonly rows: readonly RawRow[];
  /** Records that cannot be used (effect `row`), and what was mended in those that can (`cell`) or is worth knowing. */
  readonly problems: readonly Problem[];
  /** Bytes of the source read so far, for progress. */
  readonly bytes: number;
  /** The cells of the rows, where they are at hand without these; until the next batch comes. */
  readonly cells?: RawCells;
}

/** The rows of the later half of a table, as they can be sent to another thread. */
export interface LaterRows {
  readonly rows: CodedRows[];
  /** Bytes of the source before them. */
  readonly from: number;
}

/** A table that can be read from its start as often as wanted. */
export interface RawTable {
  /** Its name for messages, such as `events.zip/2024.csv`. */
  readonly file: string;
  readonly columns: readonly RawColumn[];
  /**
   * All rows in batches of some thousand. Every record after the header is a row or a problem of effect `row`, so that
   * rows read = rows + such problems. Throws what the source throws, `AbortError`, and `NotUtf8` where the file must be opened
   * anew; nothing else.
   */
  batches(signal?: AbortSignal): AsyncIterable<RawBatch>;
  /**
   * All rows in two halves, of which another thread can read the later, where they are at hand after a reading; else null. They are
   * given away: what is read next is read anew.
   */
  halves?(): { readonly first: RawTable['batches']; readonly later: LaterRows } | null;
  /** Bytes in all, as `RawBatch.bytes` counts them. */
  readonly size: number;
}

/** What a reader could choose instead, to be offered in a form. A list with one member is no choice. */
export interface ReadingChoices {
  readonly entries: readonly string[];
  readonly sheets: readonly string[];
  readonly paths: readonly string[];
}

/** A file as a table, a Data Package, or why it is neither. */
export type Opened =
  | {
      readonly kind: 'table';
      readonly reading: Reading;
      readonly choices: ReadingChoices;
      readonly table: RawTable;
      /** What was found and assumed, in sentences: `Read as Windows-1252, separated by semicolons.` */
      readonly notes: readonly string[];
      /** What the bytes do not settle, such as which sheet. */
      readonly questions: readonly ReadingQuestion[];
    }
  /** `files` by their paths inside the package; reading one throws where it is damaged. */
  | { readonly kind: 'package'; readonly reading: Reading; readonly files: ReadonlyMap<string, ByteSource> }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };
