/** The formats that can be read. `delimited` is CSV, TSV and their kin. */
export const FORMATS = ['delimited', 'xlsx', 'json', 'ndjson', 'geojson', 'parquet', 'datapackage'] as const;
export type FileFormat = (typeof FORMATS)[number];

/**
 * How bytes became rows. Part of a mapping, so that the same file is read the same way again. Null where the format
 * has no such thing.
 */
export interface Reading {
  readonly format: FileFormat;
  /** The file inside an archive. */
  readonly entry: string | null;
  /** The sheet of a workbook. */
  readonly sheet: string | null;
  /** Where the rows lie in a JSON document, as a JSON Pointer; `` is the document itself. */
  readonly path: string | null;
  /** As `TextDecoder` names it: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding: string | null;
  /** One character. */
  readonly delimiter: string | null;
  /** Which record is the header, from 1; 0 where there is none and the columns are known by their places. */
  readonly header: number | null;
}

/** What a reader may choose instead of what was found; a key left out is found again. */
export type WantedReading = Partial<Reading>;

export const NO_READING: Omit<Reading, 'format'> = {
  entry: null,
  sheet: null,
  path: null,
  encoding: null,
  delimiter: null,
  header: null,
};

/** What the bytes of a file do not settle: which sheet, which encoding. Each option is another reading. */
export interface ReadingQuestion {
  /** Stable: `sheet`, `entry`, `path`, `encoding`, `header`. */
  readonly id: string;
  readonly text: string;
  readonly options: readonly ReadingOption[];
}

export interface ReadingOption {
  /** Stable, short, fit for a command line. */
  readonly value: string;
  readonly label: string;
  readonly change: { readonly reading: WantedReading };
}
