import type { OwnField } from '../../series/fields';
import type { AboutExport } from './about-export';
import { type RowColumn, rowColumns } from './columns';
import { csvHeader, csvLines } from './csv';
import { GEOJSON_TAIL, geojsonFeatures, geojsonHead } from './geojson';
import type { IncidentRow } from './incident-row';
import { ndjsonLines } from './ndjson';
import { writeParquet } from './parquet';
import { textStream } from './text-stream';
import { xlsxStream } from './xlsx';

/** The formats in which all rows of a view leave, by the ending of the address. */
export const EXPORT_FORMATS = ['csv', 'ndjson', 'geojson', 'xlsx', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type Pages = AsyncIterable<readonly IncidentRow[]>;
type Columns = readonly RowColumn[];

/** Rows laid out at a time: a stretch of work short enough for a server to answer others in between. */
const BATCH = 1000;

async function* batchesOf(pages: Pages): AsyncGenerator<readonly IncidentRow[]> {
  for await (const rows of pages) {
    for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
  }
}

async function* csvOf(pages: Pages, columns: Columns): AsyncGenerator<string> {
  yield csvHeader(columns);
  for await (const rows of batchesOf(pages)) yield csvLines(rows, columns);
}

async function* ndjsonOf(pages: Pages): AsyncGenerator<string> {
  for await (const rows of batchesOf(pages)) yield ndjsonLines(rows);
}

async function* geojsonOf(pages: Pages, columns: Columns, about: AboutExport): AsyncGenerator<string> {
  yield geojsonHead(about);
  let first = true;
  for await (const rows of batchesOf(pages)) {
    yield geojsonFeatures(rows, columns, first);
    first = first && rows.length === 0;
  }
  yield GEOJSON_TAIL;
}

/** The writer waits for the reader at every chunk, and stops where the reader goes away. */
function parquetStream(pages: Pages, columns: Columns, about: AboutExport): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const emit = async (chunk: Uint8Array): Promise<void> => {
    await writer.ready;
    await writer.write(chunk);
  };
  writeParquet(pages, columns, about, emit)
    .then(() => writer.close())
    .catch((error: unknown) => writer.abort(error).catch(() => undefined));
  return readable;
}

/** `total` rows of a series with such own fields in a format, written only as fast as they are read, and never held as a whole. */
export function exportStream(
  format: ExportFormat,
  pages: Pages,
  fields: readonly OwnField[],
  total: number,
  about: AboutExport,
): ReadableStream<Uint8Array> {
  const columns = rowColumns(fields);
  switch (format) {
    case 'csv':
      return textStream(csvOf(pages, columns));
    case 'ndjson':
      return textStream(ndjsonOf(pages));
    case 'geojson':
      return textStream(geojsonOf(pages, columns, about));
    case 'xlsx':
      return xlsxStream(pages, columns, total, about);
    case 'parquet':
      return parquetStream(pages, columns, about);
  }
}
