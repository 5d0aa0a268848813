/** What an import may take, so that no file can take everything. All can be set; see docs/formats.md. */
export interface ImportLimits {
  /** Bytes of the file as it comes. */
  readonly fileBytes: number;
  /** Bytes after unpacking, over all that is unpacked. */
  readonly unpackedBytes: number;
  /** Entries of an archive that are looked at. */
  readonly archiveEntries: number;
  /** Characters of one record: a line of CSV, an element of a JSON array. */
  readonly recordCharacters: number;
  /** Columns of a table, paths of a JSON record. */
  readonly columns: number;
  readonly rows: number;
  /** Nesting of JSON. */
  readonly depth: number;
}

export const DEFAULT_LIMITS: ImportLimits = {
  fileBytes: 4_000_000_000,
  unpackedBytes: 8_000_000_000,
  archiveEntries: 1_000,
  recordCharacters: 4_000_000,
  columns: 2_000,
  rows: 20_000_000,
  depth: 64,
};
