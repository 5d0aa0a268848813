import type { Mapping } from '../../../mapping/mapping';
import { GEO_PRECISIONS, type Place } from '../../../series/model';
import type { Found } from '../cells/cell-problem';
import { isPoint, type Point, pointReader } from '../parts/read-place';
import { type ExportedCells, type PartReader, textOf, wordReader } from './exported-cells';

/** Degrees, some 0.1 m: programs that write GeoJSON round coordinates. */
const SAME = 1e-6;

const isNear = (one: number | null, other: number | null) =>
  one !== null && other !== null && Math.abs(one - other) <= SAME;

/**
 * Reads the point of a row. In GeoJSON it stands twice, as a geometry and in the properties: where somebody moved the geometry,
 * it is taken, and told; where somebody took it away, the properties stay, and it is told.
 */
function exportedPoint(cells: ExportedCells, mapping: Mapping): PartReader<Point> {
  const stated = pointReader(mapping, cells.of);
  const [lat, lon] = [cells.column('latitude').name, cells.column('longitude').name];
  if (lat === null || lon === null || lat === mapping.lat || lon === mapping.lon) return stated;
  const drawn = pointReader({ lat, lon, pairOrder: 'lat-lon' }, cells.of);
  const isMap = mapping.reading.format === 'geojson';
  const [readLat, readLon] = [cells.of(mapping.lat), cells.of(mapping.lon)];
  const told = (row: readonly string[], { value, problems }: Found<Point>, reason: string): Found<Point> => {
    const written = `${readLat(row)}, ${readLon(row)}`;
    const problem = { code: 'not-as-exported', column: mapping.lat, value: written, reason } as const;
    return { value, problems: [...problems, problem] };
  };
  return (row) => {
    const [point, geometry] = [stated(row), drawn(row)];
    const { lat, lon } = geometry.value;
    if (lat === null && lon === null) {
      if (!isMap || !isPoint(point.value)) return point;
      return told(row, point, 'the row has no geometry any more; the point of these cells is taken');
    }
    if (isNear(point.value.lat, lat) && isNear(point.value.lon, lon)) return point;
    if (readLat(row) === '' && readLon(row) === '') return geometry;
    return told(
      row,
      geometry,
      `“${mapping.lat}” and the geometry differ; the geometry is taken: ${lat}, ${lon}`,
    );
  };
}

/** Reads where an incident happened, as an export says it. */
export function exportedPlace(cells: ExportedCells, mapping: Mapping): PartReader<Place> {
  const point = exportedPoint(cells, mapping);
  const precise = wordReader(cells.column('geo_precision', 'place.precision'), GEO_PRECISIONS, null);
  const [name, country] = [cells.of(mapping.place), cells.of(mapping.country)];
  const note = cells.column('territory_note', 'place.note').read;
  return (row) => {
    const [where, precision] = [point(row), precise(row)];
    const value: Place = {
      ...{ name: textOf(name(row)), country: textOf(country(row)) },
      ...{ lat: where.value.lat, lon: where.value.lon },
      ...{ precision: precision.value, note: textOf(note(row)) },
    };
    return { value, problems: [...where.problems, ...precision.problems] };
  };
}
