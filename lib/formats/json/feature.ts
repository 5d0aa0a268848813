import { DERIVED, isRecord, type Member } from './column-tree';

/** Members of a GeoJSON feature (RFC 7946) that become no columns of their own. */
const OWN = new Set(['type', 'properties', 'geometry', 'bbox', 'id']);
/** Positions of one geometry that are looked at, and how deep lists of them nest. */
const MOST_POSITIONS = 100_000;

/** Whether a value is a GeoJSON feature. */
export function isFeature(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && value.type === 'Feature' && 'properties' in value;
}

/**
 * A feature as a record: its properties, its id, and where it lies. `longitude` and `latitude` are those of a point, else
 * the middle of the box around the geometry; a third number of a point (metres up, kilometres down) is `elevation`.
 */
export function featureMembers(feature: Readonly<Record<string, unknown>>): Member[] {
  const properties = isRecord(feature.properties) ? Object.entries(feature.properties) : [];
  const foreign = Object.entries(feature).filter(([key]) => !OWN.has(key));
  const id: Member[] = 'id' in feature ? [[`${DERIVED}id`, feature.id]] : [];
  return [
    ...properties,
    ...foreign.map(([key, value]): Member => [`${DERIVED}${key}`, value]),
    ...id,
    ...place(feature.geometry),
  ];
}

function place(geometry: unknown): Member[] {
  const box = boxOf(geometry);
  const [longitude, latitude, elevation] = box ?? [null, null, null];
  const members: Member[] = [
    [`${DERIVED}longitude`, longitude],
    [`${DERIVED}latitude`, latitude],
  ];
  return elevation === null ? members : [...members, [`${DERIVED}elevation`, elevation]];
}

/** The middle of the box around a geometry; for a point, the point. Null where it has no positions. */
function boxOf(geometry: unknown): [number, number, number | null] | null {
  if (!isRecord(geometry)) return null;
  const positions: number[][] = [];
  collect(geometry.type === 'GeometryCollection' ? geometry.geometries : geometry.coordinates, positions);
  const [first] = positions;
  if (first === undefined) return null;
  if (positions.length === 1) return [first[0]!, first[1]!, first[2] ?? null];
  return [middle(positions, 0), middle(positions, 1), null];
}

function collect(value: unknown, into: number[][]): void {
  if (into.length >= MOST_POSITIONS) return;
  if (isRecord(value)) collect(value.geometries ?? value.coordinates, into);
  if (!Array.isArray(value)) return;
  if (typeof value[0] === 'number' && typeof value[1] === 'number') into.push(value as number[]);
  else for (const one of value) collect(one, into);
}

function middle(positions: readonly number[][], axis: number): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const position of positions) {
    least = Math.min(least, position[axis]!);
    most = Math.max(most, position[axis]!);
  }
  return Number(((least + most) / 2).toFixed(6));
}
