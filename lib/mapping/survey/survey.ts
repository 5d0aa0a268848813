import type { DateInference } from '../../dates/date-rule';
import type { RawColumn, RawRow } from '../../formats/raw-table';

/** What one column holds, over all rows that were looked at. */
export interface ColumnProfile extends RawColumn {
  readonly at: number;
  /** Cells that are not empty. */
  readonly filled: number;
  /** Distinct texts with their counts, most first, at most {@link MOST_VALUES}. */
  readonly values: readonly (readonly [text: string, count: number])[];
  /** Distinct texts; null where there are more than could be kept. */
  readonly distinct: number | null;
  /** Cells that are finite numbers, and their least and greatest. */
  readonly numbers: number;
  readonly least: number | null;
  readonly greatest: number | null;
  /** Whether the numbers never fall, and never rise, from row to row. */
  readonly rises: boolean;
  readonly falls: boolean;
  /** What all its cells say about dates; null for a column that cannot be one. */
  readonly dates: DateInference | null;
  /** The longest cell, in characters. */
  readonly longest: number;
  /** The first distinct cells that are not empty, at most 20. */
  readonly samples: readonly string[];
}

/** Distinct texts kept for each column of up to a hundred; of more columns fewer. */
export const MOST_VALUES = 20_000;

/** What a pass over the whole file has found. */
export interface Survey {
  /** Rows that can be used, and records that cannot. */
  readonly rows: number;
  readonly problems: number;
  readonly columns: readonly ColumnProfile[];
  /** The first rows, for a preview. */
  readonly preview: readonly RawRow[];
  /** Rows in which every cell equals those of another row. */
  readonly equalRows: number;
}
