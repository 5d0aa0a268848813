import { citationOf, citeAsText } from '../../export/cite/citation';
import { planListing } from '../../export/documents/listing';
import { type AboutExport, aboutExport } from '../../export/formats/about-export';
import { type ExportFormat, exportStream } from '../../export/formats/export-stream';
import { type IncidentRow, incidentRow } from '../../export/formats/incident-row';
import { MOST_SHEET_ROWS } from '../../export/formats/xlsx';
import { resolveWindow } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import { viewInWords } from '../../view/words';
import { fileResponse } from '../http/file-response';
import { problemResponse } from '../http/respond';
import type { OpenView } from '../requests/open-view';
import { originOf } from '../requests/origin';
import { identityOf, rowsTwin } from './twin';

type Ok = Extract<OpenView, { kind: 'ok' }>;

/** The media types of exports, by the ending of the address. */
export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

/** Rows asked for at a time, so that no export is held in memory as a whole. */
const PAGE = 10_000;

async function* pagesOf({ view, opened }: Ok): AsyncGenerator<readonly IncidentRow[]> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await opened.plainEngine.run(planListing(view, opened.info, offset, PAGE));
    yield rows.map(incidentRow);
    if (rows.length < PAGE) return;
  }
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
    sourcesUntil: meta.sourcesUntil ?? null,
    fields: info.guide.fields,
  });
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
      stream: async () =>
        exportStream(format, pagesOf(ok), info.guide.fields, total, aboutOf(request, ok, total)),
      headers: more,
    });
  });
}
