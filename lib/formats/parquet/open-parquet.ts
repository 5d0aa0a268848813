import { type FileMetaData, parquetMetadataAsync, parquetScan, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { pause } from '../../caches/pause';
import { formatProblem } from '../errors/format-codes';
import { formatError, wholeFile } from '../errors/format-error';
import { ColumnTree, type Member } from '../json/column-tree';
import type { ImportLimits } from '../limits';
import type { Opened, RawBatch, RawRow, RawTable } from '../raw-table';
import { NO_READING } from '../reading';
import type { ByteSource } from '../source/byte-source';
import { asStored, emptyOf, nodeOf, type ParquetNode, plainOf } from './parquet-schema';

/** Bytes of one row group once unpacked, which is held whole. */
const MOST_GROUP = 1024 * 1024 * 1024;
/** Bytes of the footer. */
const MOST_FOOTER = 64 * 1024 * 1024;
const BATCH = 4_000;

interface Column {
  readonly name: string;
  readonly node: ParquetNode;
}

/** Opens a Parquet file; it is read a row group at a time. Throws `broken-file` where its footer is damaged. */
export async function openParquet(source: ByteSource, file: string, limits: ImportLimits): Promise<Opened> {
  const metadata = await readFooter(source, file);
  const rows = Number(metadata.num_rows);
  if (rows === 0) throw formatError(file, 'empty-file', 'it has columns and no rows');
  if (rows > limits.rows) throw formatError(file, 'over-limit', `it has more than ${limits.rows} rows`);
  const schema = shapeOf(metadata, file);
  refuseTwins(schema, file);
  const tree = new ColumnTree(file, limits.columns);
  tree.observe(schema.map(({ name, node }): Member => [name, emptyOf(node)]));
  const columns = tree.conclude(null);
  const table = tableOf(source, file, metadata, schema, tree, columns.length, limits);
  return {
    kind: 'table',
    reading: { ...NO_READING, format: 'parquet' },
    choices: { entries: [], sheets: [], paths: [] },
    table: { ...table, columns },
    notes: [`A Parquet file of ${rows} rows.`],
    questions: [],
  };
}

/** The file as the library takes it. */
function bufferOf(source: ByteSource) {
  const slice = async (start: number, end?: number): Promise<ArrayBuffer> => {
    const from = start < 0 ? source.size + start : start;
    const bytes = await source.slice(from, Math.min(end ?? source.size, source.size));
    return bytes.slice().buffer;
  };
  return { byteLength: source.size, slice };
}

async function readFooter(source: ByteSource, file: string): Promise<FileMetaData> {
  const end = await source.slice(Math.max(0, source.size - 8), source.size);
  const marks = new TextDecoder('latin1').decode(end.slice(-4));
  if (marks === 'PARE') throw formatError(file, 'locked-file', 'it is encrypted');
  if (marks !== 'PAR1')
    throw formatError(file, 'broken-file', 'its footer, which stands at the end, is missing');
  const length = new DataView(end.buffer, end.byteOffset).getUint32(0, true);
  if (length > Math.min(MOST_FOOTER, source.size - 12))
    throw formatError(file, 'broken-file', 'its footer is damaged');
  try {
    const metadata = await parquetMetadataAsync(bufferOf(source), { geoparquet: false });
    const total = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    if (total !== Number(metadata.num_rows)) throw new Error('its row groups do not add up');
    return metadata;
  } catch (error) {
    throw formatError(file, 'broken-file', `its footer is damaged: ${wordsOf(error)}`);
  }
}

function shapeOf(metadata: FileMetaData, file: string): Column[] {
  try {
    return parquetSchema(metadata).children.map((child) => ({
      name: child.element.name,
      node: nodeOf(child),
    }));
  } catch (error) {
    throw formatError(file, 'broken-file', `its schema is damaged: ${wordsOf(error)}`);
  }
}

/** Columns are read by their names, so one of two that share a name could never be reached. */
function refuseTwins(schema: readonly Column[], file: string): void {
  const twin = schema.find(({ name }, at) => schema.findIndex((one) => one.name === name) < at);
  if (twin === undefined) return;
  const reason = `two of its columns are called “${twin.name}”, and only one of them could be read; give them different names`;
  throw formatError(file, 'broken-file', reason);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function tableOf(
  source: ByteSource,
  file: string,
  metadata: FileMetaData,
  schema: readonly Column[],
  tree: ColumnTree,
  width: number,
  limits: ImportLimits,
): Omit<RawTable, 'columns'> {
  const stored = asStored(metadata);
  const options = { file: bufferOf(source), metadata: stored, compressors, geoparquet: false, utf8: false };

  /** The values of all columns of a row group; in words why they cannot be read. */
  const readGroup = async (rowStart: number, rowEnd: number): Promise<ArrayLike<unknown>[] | string> => {
    try {
      const scan = await parquetScan({ ...options, rowStart, rowEnd });
      const values: ArrayLike<unknown>[] = [];
      for (const { name } of schema) {
        const column = await scan.readColumn({ column: name, rowStart, rowEnd });
        if (column.length !== rowEnd - rowStart)
          return `column ${name} has ${column.length} of ${rowEnd - rowStart} values`;
        values.push(column);
      }
      return values;
    } catch (error) {
      return wordsOf(error);
    }
  };

  const rowsOf = (
    values: readonly ArrayLike<unknown>[],
    from: number,
    to: number,
    start: number,
  ): RawRow[] => {
    const rows: RawRow[] = [];
    for (let at = from; at < to; at++) {
      const members = schema.map(
        ({ name, node }, column): Member => [name, plainOf(values[column]![at], node)],
      );
      rows.push({ line: start + at + 1, cells: tree.cells(members, width) });
    }
    return rows;
  };

  async function* batches(signal?: AbortSignal): AsyncGenerator<RawBatch> {
    let start = 0;
    for (const group of metadata.row_groups) {
      signal?.throwIfAborted();
      const count = Number(group.num_rows);
      const share = (rows: number) => Math.round((source.size * rows) / Number(metadata.num_rows));
      if (Number(group.total_byte_size) > Math.min(MOST_GROUP, limits.unpackedBytes)) {
        throw formatError(
          file,
          'over-limit',
          `a row group of it has ${group.total_byte_size} bytes; write smaller ones`,
        );
      }
      const values = await readGroup(start, start + count);
      if (typeof values === 'string') {
        const reason = `rows ${start + 1} to ${start + count} cannot be read: ${values}`;
        const problems = [formatProblem({ ...wholeFile(file), row: start + 1 }, 'truncated-file', reason)];
        yield { rows: [], problems, bytes: share(start + count) };
      } else {
        for (let from = 0; from < count; from += BATCH) {
          const to = Math.min(count, from + BATCH);
          await pause();
          signal?.throwIfAborted();
          yield { rows: rowsOf(values, from, to, start), problems: [], bytes: share(start + to) };
        }
      }
      start += count;
    }
  }
  return { file, batches, size: source.size };
}
