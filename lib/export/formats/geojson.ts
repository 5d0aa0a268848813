import { isPossible } from '../../series/places/location';
import type { AboutExport } from './about-export';
import type { RowColumn } from './columns';
import type { IncidentRow } from './incident-row';

/** A row as a feature (RFC 7946); one whose coordinates can be no point has no geometry. Its properties are those of the CSV. */
function feature(row: IncidentRow, columns: readonly RowColumn[]): object {
  const { lat, lon } = row.place;
  const isPoint = lat !== null && lon !== null && isPossible(lat, lon);
  const geometry = isPoint ? { type: 'Point', coordinates: [lon, lat] } : null;
  const properties = Object.fromEntries(columns.map(([name, , value]) => [name, value(row)]));
  return { type: 'Feature', id: row.id, geometry, properties };
}

/** The text before the first feature. */
export function geojsonHead(about: AboutExport): string {
  return `{"type":"FeatureCollection","about":${JSON.stringify(Object.fromEntries(about))},"features":[`;
}

/** Features; `first` is true for those that no others stand before. */
export function geojsonFeatures(
  rows: readonly IncidentRow[],
  columns: readonly RowColumn[],
  first: boolean,
): string {
  if (rows.length === 0) return '';
  return `${first ? '\n' : ',\n'}${rows.map((row) => JSON.stringify(feature(row, columns))).join(',\n')}`;
}

/** The text after the last feature. */
export const GEOJSON_TAIL = '\n]}\n';
