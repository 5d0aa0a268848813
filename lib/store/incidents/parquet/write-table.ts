import { closeSync, openSync, writeSync } from 'node:fs';
import type { RowGroup, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { ownColumn } from '../incident-record';
import type { IncidentTable, TableColumn, TableField } from '../incident-table';
import { type PageCodec, putChunk } from './chunk';
import { BROTLI } from './codec';
import { rowsByDate } from './rows-by-date';
import { searchOf } from './search-column';
import { ID_COLUMN, ownShape, PART_COLUMNS, SEARCH_COLUMN, type Shape, TEXT_SHAPE } from './shapes';
import { ShreddedColumn, schemaOf } from './shred';

/** Rows of a group, in which each value of a column is looked at once. */
const GROUP = 40_960;

const MARK = 'PAR1';

/** A column of the file: which value each row has, and what a value is. */
interface WrittenColumn {
  readonly shredded: ShreddedColumn;
  readonly schema: readonly SchemaElement[];
  readonly codeOf: (row: number) => number;
  readonly valueFor: (code: number) => unknown;
  /** How many values there are; of none that comes again it is not asked whether it did. */
  readonly values: number;
}

function columnOf(
  name: string,
  shape: Shape,
  { codes, values }: TableColumn,
  of?: (value: unknown) => unknown,
): WrittenColumn {
  return {
    shredded: new ShreddedColumn(name, shape, of),
    schema: schemaOf(name, shape),
    codeOf: (row) => codes[row] ?? 0,
    valueFor: (code) => values.at(code),
    values: values.length,
  };
}

/** A column of which each row has a value of its own. */
function ownOfEach(name: string, valueFor: (row: number) => unknown, values: number): WrittenColumn {
  return {
    shredded: new ShreddedColumn(name, TEXT_SHAPE),
    schema: schemaOf(name, TEXT_SHAPE),
    codeOf: (row) => row,
    valueFor,
    values,
  };
}

const NEVER_SAID: TableColumn = { codes: new Uint8Array(0), values: [undefined] };

function columnsOf(table: IncidentTable, fields: readonly TableField[]): readonly WrittenColumn[] {
  const { ids, own } = table;
  return [
    ownOfEach(ID_COLUMN, (row) => ids[row], ids.length),
    ...PART_COLUMNS.map(({ name, shape, property, of }) =>
      columnOf(name, shape, table.part(property), of as ((value: unknown) => unknown) | undefined),
    ),
    ownOfEach(SEARCH_COLUMN, searchOf(table, fields), ids.length),
    ...fields.map((field) => columnOf(ownColumn(field), ownShape(field), own.get(field.id) ?? NEVER_SAID)),
  ];
}

/** Values of so many are told apart within a group by a list of all. */
const MOST_TOLD_APART = 1 << 20;

/** Shreds the values that rows have in a column, each once where it can be told; gives which of them each row has. */
function shredded(
  { shredded: column, codeOf, valueFor, values }: WrittenColumn,
  rows: Uint32Array,
): Uint32Array {
  column.clear();
  const placeOf =
    values < MOST_TOLD_APART && values <= rows.length * 4 ? new Int32Array(values).fill(-1) : null;
  let count = 0;
  const places = rows.map((row) => {
    const code = codeOf(row);
    const known = placeOf?.[code] ?? -1;
    if (known >= 0) return known;
    column.add(valueFor(code));
    if (placeOf !== null) placeOf[code] = count;
    return count++;
  });
  column.end();
  return places;
}

/** A file that is written to its end. */
class Output {
  readonly #file: number;
  readonly bytes = new ByteWriter(1 << 20);

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
  }

  flush(): void {
    const bytes = this.bytes.getBytes();
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.bytes.index = 0;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function groupOf(
  out: Output,
  columns: readonly WrittenColumn[],
  rows: Uint32Array,
  codec: PageCodec,
): RowGroup {
  const begun = out.bytes.offset;
  const chunks = columns.flatMap((column) => {
    const places = shredded(column, rows);
    const put = column.shredded.leaves.map((leaf) => putChunk(out.bytes, leaf, places, codec));
    column.shredded.clear();
    out.flush();
    return put;
  });
  const plain = chunks.reduce((sum, { meta_data }) => sum + meta_data!.total_uncompressed_size, 0n);
  return {
    columns: chunks,
    total_byte_size: plain,
    num_rows: BigInt(rows.length),
    total_compressed_size: BigInt(out.bytes.offset - begun),
  };
}

/**
 * Writes incidents into a new Parquet file, in the order of their dates: a column for each property, one for the folded text, one for
 * each own field. What stands in it depends on the incidents alone, not on how they were gathered.
 */
export function writeTable(
  path: string,
  table: IncidentTable,
  fields: readonly TableField[],
  codec: PageCodec = BROTLI,
): void {
  const columns = columnsOf(table, fields);
  const rows = rowsByDate(table);
  const out = new Output(path);
  try {
    out.bytes.appendBytes(new TextEncoder().encode(MARK));
    const groups: RowGroup[] = [];
    for (let at = 0; at < rows.length; at += GROUP) {
      groups.push(groupOf(out, columns, rows.subarray(at, at + GROUP), codec));
    }
    const root: SchemaElement = { name: 'incidents', num_children: columns.length };
    writeMetadata(out.bytes, {
      version: 2,
      created_by: 'annals',
      schema: [root, ...columns.flatMap(({ schema }) => schema)],
      num_rows: BigInt(rows.length),
      row_groups: groups,
      metadata_length: 0,
    });
    out.bytes.appendBytes(new TextEncoder().encode(MARK));
    out.flush();
  } finally {
    out.close();
  }
}
