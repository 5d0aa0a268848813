import type { CsvRecord } from './csv-records';
import type { TableName } from './format';
import type { Passes } from './passes';

/** A row that its schema lets pass; an empty cell is "". `line` is where it begins in the file. */
export interface PackageRow {
  readonly table: Table;
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * A table of a package. Its rows stand in its file and are read anew each time; what is held is which of them count. All but the
 * file is known from the first pass on.
 */
export class Table {
  /** Records beneath the header, whether they count or not. */
  read = 0;
  private places: ReadonlyMap<string, number> = new Map();
  /** By the number of a record, whether it counts no more: a bit each. */
  private fallen = new Uint32Array(1 << 5);

  constructor(
    readonly file: string,
    /** Whether cells are written as `exact-cells.ts` reads them. */
    readonly exact: boolean,
  ) {}

  /** Says which columns are read. */
  open(header: readonly string[], fields: readonly string[]): void {
    this.places = new Map(fields.map((field) => [field, header.indexOf(field)] as const));
  }

  /** Where the cell of a field stands in its row; -1 for a field that the table does not have. */
  placeOf(field: string): number {
    return this.places.get(field) ?? -1;
  }

  /** Leaves a record out from now on, by its number from 0. */
  drop(record: number): void {
    const at = record >>> 5;
    if (at >= this.fallen.length) {
      const more = new Uint32Array(Math.max(at + 1, this.fallen.length * 2));
      more.set(this.fallen);
      this.fallen = more;
    }
    this.fallen[at]! |= 1 << (record & 31);
  }

  /** Reads a pass over the file: of the records that come in order those that count, with their numbers. */
  reading(visit: (row: PackageRow, record: number) => void): (records: readonly CsvRecord[]) => void {
    let record = -1;
    return (records) => {
      for (const { line, cells } of records) {
        const isHeader = record < 0;
        if (!isHeader && !this.hasFallen(record)) visit({ table: this, line, cells }, record);
        record += 1;
      }
    };
  }

  private hasFallen(record: number): boolean {
    return ((this.fallen[record >>> 5] ?? 0) & (1 << (record & 31))) !== 0;
  }
}

export type Tables = ReadonlyMap<TableName, Table>;

/** The text of a cell; empty for a column that the table does not have. */
export function cellOf({ table, cells }: PackageRow, field: string): string {
  return cells[table.placeOf(field)] ?? '';
}

/** Visits the rows of a table that count. */
export function* eachRow(
  table: Table | undefined,
  visit: (row: PackageRow, record: number) => void,
): Passes<void> {
  if (table !== undefined) yield { path: table.file, take: table.reading(visit) };
}
