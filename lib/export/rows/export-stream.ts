import { csvHeader, csvLines } from '../csv';
import type { IncidentRow } from '../incident-row';
import type { AboutExport } from './about-export';
import { GEOJSON_TAIL, geojsonFeatures, geojsonHead } from './geojson';
import { ndjsonLines } from './ndjson';
import { writeParquet } from './parquet';
import { textStream } from './text-stream';
import { xlsxStream } from './xlsx';

/** The formats in which all rows of a view leave, by the ending of the address. */
export const EXPORT_FORMATS = ['csv', 'ndjson', 'geojson', 'xlsx', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type Pages = AsyncIterable<readonly IncidentRow[]>;

/** Rows laid out at a time: a stretch of work short enough for a server to answer others in between. */
const BATCH = 1000;

async function* batchesOf(pages: Pages): AsyncGenerator<readonly IncidentRow[]> {
  for await (const rows of pages) {
    for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
  }
}

async function* csvOf(pages: Pages): AsyncGenerator<string> {
  yield csvHeader();
  for await (const rows of batchesOf(pages)) yield csvLines(rows);
}

async function* ndjsonOf(pages: Pages): AsyncGenerator<string> {
  for await (const rows of batchesOf(pages)) yield ndjsonLines(rows);
}

async function* geojsonOf(pages: Pages, about: AboutExport): AsyncGenerator<string> {
  yield geojsonHead(about);
  let first = true;
  for await (const rows of batchesOf(pages)) {
    yield geojsonFeatures(rows, first);
    first = first && rows.length === 0;
  }
  yield GEOJSON_TAIL;
}

/** The writer waits for the reader at every chunk, and stops where the reader goes away. */
function parquetStream(pages: Pages, about: AboutExport): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const emit = async (chunk: Uint8Array): Promise<void> => {
    await writer.ready;
    await writer.write(chunk);
  };
  writeParquet(pages, about, emit)
    .then(() => writer.close())
    .catch((error: unknown) => writer.abort(error).catch(() => undefined));
  return readable;
}

/** `total` rows in a format, written only as fast as they are read, and never held as a whole. */
export function exportStream(
  format: ExportFormat,
  pages: Pages,
  total: number,
  about: AboutExport,
): ReadableStream<Uint8Array> {
  switch (format) {
    case 'csv':
      return textStream(csvOf(pages));
    case 'ndjson':
      return textStream(ndjsonOf(pages));
    case 'geojson':
      return textStream(geojsonOf(pages, about));
    case 'xlsx':
      return xlsxStream(pages, total, about);
    case 'parquet':
      return parquetStream(pages, about);
  }
}
