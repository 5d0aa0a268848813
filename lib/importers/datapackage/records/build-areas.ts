import type { Problem } from '../../../problems/problem';
import type { RegionArea, Ring } from '../../../series/model';
import type { Passes } from '../tables/passes';
import type { RowReader } from '../tables/row-reader';
import type { Tables } from '../tables/table';
import { buildRows } from './build-rows';
import { daysOf } from './days-of';
import type { IdTables } from './id-tables';

function isPosition(value: unknown): value is readonly [lon: number, lat: number] {
  if (!Array.isArray(value)) return false;
  const [lon, lat] = value as readonly unknown[];
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** A closed line of four positions and more; null for anything else. Heights are left out. */
function ringOf(value: unknown): Ring | null {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return null;
  const ring = value.map(([lon, lat]) => [lon, lat] as const);
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : null;
}

function polygonOf(value: unknown): readonly Ring[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rings = value.map(ringOf);
  return rings.every((ring) => ring !== null) ? rings : null;
}

/** The polygons of a GeoJSON geometry; null where a text is none. */
export function polygonsOf(text: string): readonly (readonly Ring[])[] | null {
  let geometry: { readonly type?: unknown; readonly coordinates?: unknown } | null;
  try {
    geometry = JSON.parse(text);
  } catch {
    return null;
  }
  const parts = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates;
  const isKnown = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
  if (!isKnown || !Array.isArray(parts) || parts.length === 0) return null;
  const polygons = parts.map(polygonOf);
  return polygons.every((polygon) => polygon !== null) ? polygons : null;
}

function read(row: RowReader, idTables: IdTables): RegionArea {
  const region = row.ref('region', idTables.regions);
  row.filled('region');
  const date = row.text('date');
  const days = date === null ? null : daysOf(date);
  if (date !== null && days === null) {
    row.fail('date', 'bad-date', 'not a year, a month, a day, or two of them with a slash between');
  }
  const polygons = polygonsOf(row.filled('geometry'));
  if (polygons === null) {
    row.fail('geometry', 'bad-area', 'not a Polygon or MultiPolygon of GeoJSON whose rings are closed');
  }
  return {
    ...{ region: region as RegionArea['region'], date, from: days?.from ?? null, to: days?.to ?? null },
    ...{ polygons: polygons ?? [], sources: row.refs('source_ids', idTables.sources) },
  };
}

/** The outlines of regions that the series brings itself, in the order of the table. Two of a region for the same day contradict each other. */
export function buildAreas(tables: Tables, idTables: IdTables, problems: Problem[]): Passes<RegionArea[]> {
  const known = new Map<string, RegionArea[]>();
  return buildRows(tables.get('areas'), problems, (row) => {
    const area = read(row, idTables);
    if (!row.ok()) return area;
    const before = known.get(area.region) ?? [];
    if (before.some((one) => meet(one, area))) {
      row.fail('date', 'duplicate-value', 'another row has an outline of this region for these days');
    }
    known.set(area.region, [...before, area]);
    return area;
  });
}

/** Whether two areas hold for a day in common. */
function meet(one: RegionArea, other: RegionArea): boolean {
  const begins = (a: RegionArea, b: RegionArea) => a.from === null || b.to === null || a.from <= b.to;
  return begins(one, other) && begins(other, one);
}
