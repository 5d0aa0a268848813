import { citationOf, citeAsText } from '../../export/cite/citation';
import { planListing } from '../../export/documents/listing';
import { type AboutExport, aboutExport } from '../../export/formats/about-export';
import { type ExportFormat, exportStream } from '../../export/formats/export-stream';
import { type IncidentRow, incidentRow } from '../../export/formats/incident-row';
import { MOST_SHEET_ROWS } from '../../export/formats/xlsx';
import { resolveWindow } from '../../view/resolve';
import { viewHref } from '../../view/serialize';
import { viewInWords } from '../../words/view';
import { fileName, type TwinAnswer, type TwinRequest } from './twin';

/** Rows asked for at a time, so that no export is held in memory as a whole. */
const PAGE = 10_000;

async function* pagesOf({ view, revision, signal }: TwinRequest): AsyncGenerator<readonly IncidentRow[]> {
  const { one: engine, release } = await revision.lease();
  try {
    for (let offset = 0; ; offset += PAGE) {
      const { rows } = await engine.run(planListing(view, revision.info, offset, PAGE), signal);
      yield rows.map(incidentRow);
      if (rows.length < PAGE) return;
    }
  } finally {
    release();
  }
}

function aboutOf({ reader, view, revision: { info } }: TwinRequest, total: number): AboutExport {
  const { meta } = info.guide;
  const frozen = { ...view, revision: info.revision.slice(0, 12) };
  const url = `${reader.origin}${viewHref(frozen)}`;
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

/** `incidents.csv`, `incidents.parquet` and the like: all rows of a view in a format, streamed. */
export async function incidentsFile(
  asked: TwinRequest,
  format: ExportFormat,
): Promise<TwinAnswer<ReadableStream<Uint8Array>>> {
  const { view, revision } = asked;
  const { engine, info } = revision;
  const { total } = await engine.run(planListing(view, info, 0, 1));
  if (format === 'xlsx' && total > MOST_SHEET_ROWS) {
    const detail = `A sheet holds ${MOST_SHEET_ROWS} rows; this view has ${total}. Choose incidents.csv or incidents.parquet.`;
    return { kind: 'problem', code: 'too-many-rows', detail };
  }
  const { fields } = info.guide;
  return {
    kind: 'answer',
    body: async () => exportStream(format, pagesOf(asked), fields, total, aboutOf(asked, total)),
    // The rows are for progress: the length in bytes is not known before the end.
    headers: { ...fileName(asked, `.${format}`), 'annals-rows': String(total) },
  };
}
