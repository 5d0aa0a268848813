import type { CsvRecord } from '../tables/csv-records';
import { TopologyError, type TopologyObject, topologyFeatures } from './topology';

/** Whether a table of a package is a file of outlines by its name: GeoJSON or TopoJSON in place of CSV. */
export function isOutlineFile(path: string): boolean {
  return /\.(?:geo|topo)?json$/i.test(path);
}

type Outline = Pick<TopologyObject, 'id' | 'properties'> & { readonly geometry?: unknown };

/** What a file of outlines holds as a table, a record an outline, the names of the columns first; or why it is none. */
export type OutlineTable = { readonly records: readonly CsvRecord[] } | { readonly reason: string };

const GEOMETRY = 'geometry';
const REGION = 'region';
/** Names of systems that count in degrees east of Greenwich and north of the equator. */
const DEGREES = /CRS:*84|EPSG:*(?:4326|4258|4269)$/i;

/** The system in which a file says that its numbers are, where it is not one of degrees. */
export function otherSystem(json: object): string | null {
  const name = (json as { crs?: { properties?: { name?: unknown } } }).crs?.properties?.name;
  return typeof name === 'string' && !DEGREES.test(name) ? name : null;
}

function outlinesOf(json: unknown): readonly Outline[] | string {
  const { type, features } = (json ?? {}) as { type?: unknown; features?: unknown };
  const system = otherSystem((json ?? {}) as object);
  if (system !== null) return `it is drawn in ${system}, not in degrees; write it anew in WGS 84 (EPSG:4326)`;
  if (type === 'FeatureCollection' && Array.isArray(features)) return features as readonly Outline[];
  return type === 'Topology'
    ? topologyFeatures(json as object)
    : 'neither a FeatureCollection of GeoJSON nor a Topology of TopoJSON';
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(String).join('|');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The cells of an outline by their columns: its properties, its geometry, and its own id where no property says the region. */
function cellsOf({ id, properties, geometry }: Outline): ReadonlyMap<string, string> {
  const known = Object.entries((properties ?? {}) as object).map(
    ([name, value]) => [name, cellOf(value)] as const,
  );
  return new Map([
    [REGION, cellOf(id)],
    ...known,
    [GEOMETRY, geometry == null ? '' : JSON.stringify(geometry)],
  ]);
}

function tableOf(outlines: readonly Outline[]): readonly CsvRecord[] {
  const rows = outlines.map((one) => cellsOf(one ?? {}));
  const columns = [...new Set([REGION, ...rows.flatMap((row) => [...row.keys()])])];
  const records = rows.map((row, at) => ({
    line: at + 1,
    cells: columns.map((name) => row.get(name) ?? ''),
  }));
  return [{ line: 1, cells: columns }, ...records];
}

/**
 * Reads a file of outlines as a table: properties are cells, a list joined by `|`, and the `line` of a record is the number of its outline in
 * the file, from 1.
 */
export function outlineTable(text: string): OutlineTable {
  try {
    const outlines = outlinesOf(JSON.parse(text.replace(/^\uFEFF/, '')));
    return typeof outlines === 'string' ? { reason: outlines } : { records: tableOf(outlines) };
  } catch (error) {
    if (error instanceof TopologyError) return { reason: error.message };
    if (error instanceof SyntaxError) return { reason: `not JSON: ${error.message}` };
    throw error;
  }
}
