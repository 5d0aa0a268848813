import type { Ring } from '../../../series/model';

/** The polygons of a geometry, and whether positions of it had heights, which are left out; or why it has none. */
export type Polygons =
  | { readonly polygons: readonly (readonly Ring[])[]; readonly hasHeights: boolean }
  | { readonly reason: string };

/** Why a geometry cannot be used. */
class GeometryError extends Error {}

function fail(where: string, reason: string): never {
  throw new GeometryError(`${where} ${reason}`);
}

function whyNot(lon: number, lat: number): string | null {
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return null;
  const at = `lies at ${lon}, ${lat}:`;
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 360)
    return `${at} write longitudes from -180 to 180, ${lon} as ${lon - 360 * Math.sign(lon)}`;
  if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180)
    return `${at} no latitude is beyond 90; the longitude comes first`;
  return `${at} not in degrees; write it anew in longitude and latitude (WGS 84, EPSG:4326)`;
}

/** How far a number that was worked out may lie beyond 90 or 180, in degrees: less than a millimetre. */
const ROUNDING = 1e-9;

/** A number whose rounding led it beyond a limit, at the limit. */
function within(limit: number, value: number): number {
  const isBeyond = Math.abs(value) > limit && Math.abs(value) <= limit + ROUNDING;
  return isBeyond ? limit * Math.sign(value) : value;
}

function degreesOf(value: unknown): readonly [lon: number, lat: number] | null {
  const [lon, lat] = (Array.isArray(value) ? value : []) as readonly unknown[];
  return typeof lon === 'number' && typeof lat === 'number' ? [within(180, lon), within(90, lat)] : null;
}

/** Why something is no position in degrees, the longitude first; null where it is one. */
export function whyNoPosition(value: unknown): string | null {
  const degrees = degreesOf(value);
  return degrees === null ? 'is no two numbers' : whyNot(...degrees);
}

function positionOf(value: unknown, where: string): readonly [lon: number, lat: number] {
  const degrees = degreesOf(value);
  if (degrees === null) fail(where, 'has a position that is no two numbers');
  const reason = whyNot(...degrees);
  if (reason !== null) fail(where, reason);
  return degrees;
}

/** A closed line of four positions and more that encloses something. */
function ringOf(value: unknown, where: string): Ring {
  if (!Array.isArray(value)) fail(where, 'is no list of positions');
  const ring = value.map((one) => positionOf(one, where));
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) fail(where, 'is empty');
  if (first[0] !== last[0] || first[1] !== last[1])
    fail(where, `is not closed: it begins at ${first.join(', ')} and ends at ${last.join(', ')}`);
  if (new Set(ring.map(String)).size < 3) fail(where, 'encloses nothing: it has fewer than three corners');
  return ring;
}

function polygonOf(value: unknown, where: string): readonly Ring[] {
  if (!Array.isArray(value) || value.length === 0) fail(where, 'has no rings');
  return value.map((ring, at) => ringOf(ring, `ring ${at + 1} of ${where}`));
}

function partsOf(
  geometry: { readonly type?: unknown; readonly coordinates?: unknown } | null,
): readonly unknown[] {
  const { type, coordinates } = geometry ?? {};
  if (type === 'Polygon') return [coordinates];
  if (type !== 'MultiPolygon')
    fail(
      'a Polygon or MultiPolygon is needed,',
      typeof type === 'string' ? `and this is a ${type}` : 'and this is none',
    );
  if (!Array.isArray(coordinates) || coordinates.length === 0) fail('the MultiPolygon', 'has no polygons');
  return coordinates;
}

function hasHeights(parts: readonly unknown[]): boolean {
  return (parts as readonly (readonly (readonly (readonly number[])[])[])[]).some((rings) =>
    rings.some((ring) => ring.some(({ length }) => length > 2)),
  );
}

/** Reads the polygons of a GeoJSON geometry, rings wound either way. Heights are left out. */
export function readPolygons(text: string): Polygons {
  let geometry: unknown;
  try {
    geometry = JSON.parse(text);
  } catch {
    return { reason: 'not JSON' };
  }
  return polygonsOfGeometry(geometry);
}

/** The polygons of a GeoJSON geometry that was read. */
export function polygonsOfGeometry(geometry: unknown): Polygons {
  try {
    const parts = partsOf(geometry as Parameters<typeof partsOf>[0]);
    const polygons = parts.map((part, at) => polygonOf(part, `polygon ${at + 1}`));
    return { polygons, hasHeights: hasHeights(parts) };
  } catch (error) {
    if (error instanceof GeometryError) return { reason: error.message };
    throw error;
  }
}
