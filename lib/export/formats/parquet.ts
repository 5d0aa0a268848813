import type { SchemaElement } from 'hyparquet';
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import { pause } from '../../caches/pause';
import { parseDay } from '../../time/day';
import type { AboutExport } from './about-export';
import type { Cell, CellType, RowColumn } from './columns';
import type { IncidentRow } from './incident-row';

/** Rows of one group: what is held in memory, and written without a pause. */
const GROUP = 10_000;

/** Rows that are laid out before others get their turn. */
const STRETCH = 500;

/** Hands its bytes on after every row group, so that a file of any length passes through a small buffer. */
class ChunkWriter extends ByteWriter {
  constructor(private readonly emit: (chunk: Uint8Array) => Promise<void>) {
    super();
  }
  async flush(): Promise<void> {
    if (this.index === 0) return;
    const chunk = this.getBytes().slice();
    this.index = 0;
    await pause();
    await this.emit(chunk);
  }
  override async finish(): Promise<void> {
    await this.flush();
  }
}

const ELEMENTS: Readonly<Record<CellType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
};

function schemaOf(columns: readonly RowColumn[]): SchemaElement[] {
  const elements = columns.map(
    ([name, type]): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] }),
  );
  return [{ name: 'incidents', num_children: columns.length }, ...elements];
}

const MILLISECONDS = 86_400_000;

function value(type: CellType, cell: Cell): Cell | Date {
  const day = type === 'day' && typeof cell === 'string' ? parseDay(cell) : null;
  return day === null ? cell : new Date(day * MILLISECONDS);
}

async function* records(
  pages: AsyncIterable<readonly IncidentRow[]>,
  columns: readonly RowColumn[],
): AsyncGenerator<Record<string, Cell | Date>> {
  let laid = 0;
  for await (const rows of pages) {
    for (const row of rows) {
      if (laid++ % STRETCH === 0) await pause();
      yield Object.fromEntries(columns.map(([name, type, read]) => [name, value(type, read(row))]));
    }
  }
}

/** Writes a Parquet file, a chunk at a time. What it is stands in the metadata of the file. */
export async function writeParquet(
  pages: AsyncIterable<readonly IncidentRow[]>,
  columns: readonly RowColumn[],
  about: AboutExport,
  emit: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  await parquetWriteRows({
    writer: new ChunkWriter(emit),
    rows: records(pages, columns),
    columns: columns.map(([name]) => ({ name })),
    schema: schemaOf(columns),
    rowGroupSize: GROUP,
    kvMetadata: about.map(([key, text]) => ({ key, value: text })),
  });
}
