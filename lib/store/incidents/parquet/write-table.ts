import { closeSync, openSync, writeSync } from 'node:fs';
import type { ColumnChunk, RowGroup, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { ownColumn } from '../incident-record';
import type { IncidentTable, TableColumn, TableField, TableValues } from '../incident-table';
import { type PageCodec, putChunk } from './chunk';
import { BROTLI } from './codec';
import { OwnTexts, type PutText } from './own-texts';
import { rowsByDate } from './rows-by-date';
import { ID_COLUMN, ownShape, PART_COLUMNS, type Shape, TEXT_SHAPE } from './shapes';
import { ShreddedColumn, schemaOf } from './shred';
import type { TextBytes } from './text-bytes';

/** Rows of a group, in which each value of a column is looked at once. */
const GROUP = 40_960;

const MARK = 'PAR1';

/** A column of the file. */
interface WrittenColumn {
  readonly schema: readonly SchemaElement[];
  /** Writes what a group of rows has. */
  put(out: ByteWriter, rows: Uint32Array, codec: PageCodec): readonly ColumnChunk[];
}

/** So many values or more are told apart by no list of all of them. */
const MOST_TOLD_APART = 1 << 20;

/** Whether what rows have in a column is told apart by the codes of its values. */
function isToldApart(values: number, rows: number): boolean {
  return values < MOST_TOLD_APART && values <= rows * 4;
}

/** Shreds the values that rows have in a column, each once where it can be told; gives which of them each row has. */
function shredded(column: ShreddedColumn, { codes, values }: TableColumn, rows: Uint32Array): Uint32Array {
  column.clear();
  const placeOf = isToldApart(values.length, rows.length) ? new Int32Array(values.length).fill(-1) : null;
  const places = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const code = codes[rows[at]!] ?? 0;
    let place = placeOf?.[code] ?? -1;
    if (place < 0) {
      column.add(values.at(code));
      place = count++;
      if (placeOf !== null) placeOf[code] = place;
    }
    places[at] = place;
  }
  column.end();
  return places;
}

/** Puts the text of a code; false, and nothing, where it stands for none. */
function putText(values: TableValues, code: number, texts: TextBytes): boolean {
  const bytes = values.bytesAt?.(code) ?? null;
  const text = bytes === null ? ((values.at(code) ?? null) as string | null) : null;
  if (bytes === null && text === null) return false;
  texts.begin();
  if (bytes === null) texts.append(text!);
  else texts.appendBytes(bytes);
  texts.end();
  return true;
}

/** Puts what rows have in a column of texts. */
function textOf({ codes, values }: TableColumn): PutText {
  return (row, texts) => putText(values, codes[row] ?? 0, texts);
}

function columnOf(
  name: string,
  shape: Shape,
  column: TableColumn,
  of?: (value: unknown) => unknown,
): WrittenColumn {
  const values = new ShreddedColumn(name, shape, of);
  const texts = shape.kind === 'text' && of === undefined ? new OwnTexts(name, textOf(column)) : null;
  return {
    schema: schemaOf(name, shape),
    put(out, rows, codec) {
      if (texts !== null && !isToldApart(column.values.length, rows.length)) {
        return [texts.putChunk(out, rows, codec)];
      }
      const places = shredded(values, column, rows);
      const chunks = values.leaves.map((leaf) => putChunk(out, leaf, places, codec));
      values.clear();
      return chunks;
    },
  };
}

/** A column of which each row has a text of its own. */
function ownOfEach(name: string, put: PutText): WrittenColumn {
  const texts = new OwnTexts(name, put);
  return {
    schema: schemaOf(name, TEXT_SHAPE),
    put: (out, rows, codec) => [texts.putChunk(out, rows, codec)],
  };
}

const NEVER_SAID: TableColumn = { codes: new Uint8Array(0), values: [undefined] };

function columnsOf(table: IncidentTable, fields: readonly TableField[]): readonly WrittenColumn[] {
  const { ids, own } = table;
  return [
    ownOfEach(ID_COLUMN, (row, texts) => putText(ids, row, texts)),
    ...PART_COLUMNS.map(({ name, shape, property, of }) =>
      columnOf(name, shape, table.part(property), of as ((value: unknown) => unknown) | undefined),
    ),
    ...fields.map((field) => columnOf(ownColumn(field), ownShape(field), own.get(field.id) ?? NEVER_SAID)),
  ];
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
    const put = column.put(out.bytes, rows, codec);
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
 * Writes incidents into a new Parquet file, in the order of their dates: a column for each property and one for each own
 * field. What stands in it depends on the incidents alone, not on how they were gathered.
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
