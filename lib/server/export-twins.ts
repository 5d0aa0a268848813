import { citationOf, citeAsText } from '../export/cite/citation';
import { csvHeader, csvLines } from '../export/csv';
import { type IncidentRow, incidentRow } from '../export/incident-row';
import { planListing } from '../export/listing';
import { type AboutExport, aboutExport } from '../export/rows/about-export';
import { GEOJSON_TAIL, geojsonFeatures, geojsonHead } from '../export/rows/geojson';
import { ndjsonLines } from '../export/rows/ndjson';
import { writeParquet } from '../export/rows/parquet';
import { MOST_SHEET_ROWS, xlsxStream } from '../export/rows/xlsx';
import { resolveWindow } from '../view/resolve';
import { viewHref } from '../view/serialize';
import { viewInWords } from '../view/words';
import { fileResponse } from './file-response';
import type { OpenView } from './open-view';
import { originOf } from './origin';
import { problemResponse } from './respond';
import { identityOf, rowsTwin } from './twin';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** The formats in which all rows of a view leave, by the ending of the address. */
export const EXPORT_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
} as const;
export type ExportFormat = keyof typeof EXPORT_TYPES;

/** Rows asked for at a time, so that no export is held in memory as a whole. */
const PAGE = 10_000;

async function* pagesOf({ view, opened }: Ok): AsyncGenerator<readonly IncidentRow[]> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await opened.plainEngine.run(planListing(view, opened.info, offset, PAGE));
    yield rows.map(incidentRow);
    if (rows.length < PAGE) return;
  }
}

async function* csvOf(pages: AsyncIterable<readonly IncidentRow[]>): AsyncGenerator<string> {
  yield csvHeader();
  for await (const rows of pages) yield csvLines(rows);
}

async function* ndjsonOf(pages: AsyncIterable<readonly IncidentRow[]>): AsyncGenerator<string> {
  for await (const rows of pages) yield ndjsonLines(rows);
}

async function* geojsonOf(
  pages: AsyncIterable<readonly IncidentRow[]>,
  about: AboutExport,
): AsyncGenerator<string> {
  yield geojsonHead(about);
  let first = true;
  for await (const rows of pages) {
    yield geojsonFeatures(rows, first);
    first = first && rows.length === 0;
  }
  yield GEOJSON_TAIL;
}

/** Texts as a stream of bytes that is written only as fast as it is read. */
export function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

function parquetStream(
  pages: AsyncIterable<readonly IncidentRow[]>,
  about: AboutExport,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  writeParquet(pages, about, (chunk) => writer.write(chunk)).then(
    () => writer.close(),
    (error) => writer.abort(error),
  );
  return readable;
}

function aboutOf(request: Request, { view, opened }: Ok, total: number): AboutExport {
  const { info } = opened;
  const { meta } = info.guide;
  const frozen = { ...view, revision: info.revision.slice(0, 12) };
  const url = `${originOf(request.headers)}${viewHref(frozen)}`;
  // The day of publication stands for the day of access: the same export has the same bytes.
  const citation = citeAsText(citationOf(view, info, url, info.published));
  const words = viewInWords(view, info.guide, resolveWindow(view, meta.coverage));
  const { title, publisher, licence } = meta;
  const { revision, published } = info;
  return aboutExport({
    ...{ title, words, publisher, licence: licence.name, revision, published, url, citation, rows: total },
  });
}

async function bytesFor(
  request: Request,
  ok: Ok,
  format: ExportFormat,
  total: number,
): Promise<ReadableStream<Uint8Array>> {
  const pages = pagesOf(ok);
  const about = aboutOf(request, ok, total);
  switch (format) {
    case 'csv':
      return streamOf(csvOf(pages));
    case 'ndjson':
      return streamOf(ndjsonOf(pages));
    case 'geojson':
      return streamOf(geojsonOf(pages, about));
    case 'xlsx':
      return xlsxStream(pages, total, about);
    case 'parquet':
      return parquetStream(pages, about);
  }
}

/** All rows of a view in a format, streamed: `incidents.csv`, `incidents.parquet` and the like. */
export function incidentsExport(request: Request, dataset: string, format: ExportFormat): Promise<Response> {
  return rowsTwin(request, dataset, {}, async (ok) => {
    const { engine, info } = ok.opened;
    const { total } = await engine.run(planListing(ok.view, info, 0, 1));
    if (format === 'xlsx' && total > MOST_SHEET_ROWS) {
      const detail = `A sheet holds ${MOST_SHEET_ROWS} rows; this view has ${total}. Choose incidents.csv or incidents.parquet.`;
      return problemResponse(request, 'too-many-rows', detail);
    }
    const name = `${info.guide.meta.id}-${info.revision.slice(0, 12)}.${format}`;
    const more = {
      'content-disposition': `attachment; filename="${name}"`,
      // For progress: the length in bytes is not known before the end.
      'annals-rows': String(total),
    };
    return fileResponse(request, identityOf(ok), {
      type: EXPORT_TYPES[format],
      stream: () => bytesFor(request, ok, format, total),
      headers: more,
    });
  });
}
