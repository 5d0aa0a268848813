import { type RowColumn, rowColumns } from '../../lib/export/formats/columns';
import { csvHeader, csvLines } from '../../lib/export/formats/csv';
import { GEOJSON_TAIL, geojsonFeatures, geojsonHead } from '../../lib/export/formats/geojson';
import { type IncidentRow, incidentRow } from '../../lib/export/formats/incident-row';
import { ndjsonLines } from '../../lib/export/formats/ndjson';
import { writeParquet } from '../../lib/export/formats/parquet';
import { xlsxStream } from '../../lib/export/formats/xlsx';
import { type ByteSource, blobSource } from '../../lib/formats/source/byte-source';
import type { Series } from '../../lib/series/model';

/** The formats in which incidents are given out. */
export const EXPORTED = ['json', 'ndjson', 'csv', 'geojson', 'xlsx', 'parquet'] as const;
export type Exported = (typeof EXPORTED)[number];

/** The rows of a series as all formats have them. */
export function exportedRows({ incidents }: Pick<Series, 'incidents'>): readonly IncidentRow[] {
  return incidents.map((one) =>
    incidentRow({ incident: one, weight: 1, inLow: true, inBest: true, matched: [] }),
  );
}

async function* onePage(rows: readonly IncidentRow[]): AsyncGenerator<readonly IncidentRow[]> {
  yield rows;
}

async function parts(
  rows: readonly IncidentRow[],
  columns: readonly RowColumn[],
  format: Exported,
): Promise<readonly BlobPart[]> {
  switch (format) {
    case 'json':
      return [
        JSON.stringify({ dataset: 'x', revision: 'f'.repeat(64), total: rows.length, rows, next: null }),
      ];
    case 'ndjson':
      return [ndjsonLines(rows)];
    case 'csv':
      return [csvHeader(columns) + csvLines(rows, columns)];
    case 'geojson':
      return [`${geojsonHead([])}${geojsonFeatures(rows, columns, true)}${GEOJSON_TAIL}`];
    case 'xlsx':
      return [await new Response(xlsxStream(onePage(rows), columns, rows.length, [])).arrayBuffer()];
    case 'parquet': {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      await writeParquet(onePage(rows), columns, [], async (chunk) => void chunks.push(chunk.slice()));
      return chunks;
    }
  }
}

/** A series as a file that we give out. */
export async function exportedSeries(series: Series, format: Exported): Promise<ByteSource> {
  const columns = rowColumns(series.fields);
  const made = await parts(exportedRows(series), columns, format);
  return blobSource(new Blob([...made]), `incidents.${format}`);
}

/** The same as text, for formats that are one. */
export async function exportedText(
  series: Series,
  format: 'json' | 'ndjson' | 'csv' | 'geojson',
): Promise<string> {
  const made = await parts(exportedRows(series), rowColumns(series.fields), format);
  return made.join('');
}
