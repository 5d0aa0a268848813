import type { FeatureCollection, MultiLineString } from 'geojson';
import { type AreaFeature, type AreaLayer, layerOf, woundLayer } from '../../boundaries/boundary-set';
import { otherSystem } from '../../importers/datapackage/outlines/outline-file';
import { polygonsOfGeometry, whyNoPosition } from '../../importers/datapackage/outlines/read-polygons';
import { topologyFeatures } from '../../importers/datapackage/outlines/topology';
import { nameWords } from '../../text/name-words';

/** Why a file of outlines cannot be used. */
class OutlineError extends Error {}

interface File {
  readonly type?: unknown;
  readonly features?: unknown;
  readonly objects?: unknown;
}

interface Outline {
  readonly properties?: unknown;
  readonly geometry?: unknown;
}

/** The outlines of a file, in the order in which it has them; throws where it is none of areas. */
function outlinesIn(json: unknown): readonly Outline[] {
  const { type, features, objects } = Object(json) as File;
  const system = otherSystem(Object(json));
  if (system !== null) throw new OutlineError(`it is drawn in ${system}, not in degrees`);
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  const [first] = Object.values(Object(objects)) as readonly { geometries?: unknown }[];
  if (type === 'Topology' && Array.isArray(first?.geometries))
    return topologyFeatures({ ...(json as object), objects: { first } });
  throw new OutlineError(
    'neither a FeatureCollection of GeoJSON nor a Topology of TopoJSON whose first object is a collection of areas',
  );
}

/** Holds an outline to what a map needs to draw it and to find it by its name; one that is too small for its scale has no geometry. */
function check({ properties, geometry }: Outline, at: number): void {
  const known = Object(properties) as Readonly<Record<string, unknown>>;
  const { name, code = null } = known;
  if (typeof name !== 'string' || name.trim() === '') {
    const has = Object.keys(known).slice(0, 8).join(', ');
    throw new OutlineError(`area ${at + 1} has no text for a “name”${has === '' ? '' : `; it has ${has}`}`);
  }
  if (code !== null && typeof code !== 'string')
    throw new OutlineError(`area ${at + 1}, “${name}”, has a “code” that is no text`);
  const { coordinates } = Object(geometry) as { readonly coordinates?: unknown };
  const isEmpty = geometry === null || (Array.isArray(coordinates) && coordinates.length === 0);
  const found = isEmpty ? null : polygonsOfGeometry(geometry);
  if (found !== null && 'reason' in found)
    throw new OutlineError(`area ${at + 1}, “${name}”: ${found.reason}`);
}

/** An area whose code, where it has none, is left out. */
function withoutNone(area: AreaFeature): AreaFeature {
  const { code, ...more } = area.properties;
  return { ...area, properties: code ? { ...more, code } : more };
}

/**
 * The areas of an operator's file, each with a name and closed rings in degrees, wound as maps take them. Throws where they cannot be used,
 * saying of which area it is by its number in the file.
 */
export function checkedLayer(json: unknown): AreaLayer {
  const outlines = outlinesIn(json);
  outlines.forEach(check);
  const layer = woundLayer(layerOf(json as Parameters<typeof layerOf>[0]));
  if (layer.areas.length === 0) throw new OutlineError('it holds no areas');
  return { ...layer, areas: layer.areas.map(withoutNone) };
}

/** `1, 4 and 7`, of numbers of areas. */
function numbered(found: readonly number[]): string {
  return found
    .map((at) => at + 1)
    .join(', ')
    .replace(/, (?=\d+$)/, ' and ');
}

/** The names that several areas of a file have, which no region can be told by: each in a sentence with their numbers in it. */
export function sharedNames(json: unknown): readonly string[] {
  const known = outlinesIn(json).map(({ properties, geometry }) => ({
    ...(Object(properties) as { readonly name?: unknown; readonly code?: unknown }),
    isDrawn: geometry !== null,
  }));
  const numbers = new Map<string, number[]>();
  known.forEach(({ name, isDrawn }, at) => {
    if (typeof name !== 'string' || !isDrawn) return;
    const key = nameWords(name.toLowerCase());
    numbers.set(key, [...(numbers.get(key) ?? []), at]);
  });
  return [...numbers.values()].flatMap((found) => {
    if (found.length < 2) return [];
    const codes = new Set(found.map((at) => known[at]!.code || null));
    const isTold = codes.size === found.length && !codes.has(null);
    const instead = isTold
      ? 'of rows that have their codes in its place each is found'
      : 'and they have no codes that would tell them apart';
    return [
      `areas ${numbered(found)} are all called “${known[found[0]!]!.name}”, so that no region of that name has an outline; ${instead}`,
    ];
  });
}

function positionsOf(geometry: {
  readonly type?: unknown;
  readonly coordinates?: unknown;
}): readonly unknown[] {
  const { type, coordinates } = geometry;
  if (type === 'LineString' && Array.isArray(coordinates)) return coordinates;
  if (type === 'MultiLineString' && Array.isArray(coordinates)) return coordinates.flat();
  throw new OutlineError('LineStrings and MultiLineStrings are needed');
}

/** The lines of an operator's file, in degrees. Throws where they cannot be used. */
export function checkedLines(json: unknown): FeatureCollection<MultiLineString> | null {
  if (json === null) return null;
  const { type, features } = json as File;
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new OutlineError('disputed.json: no FeatureCollection of GeoJSON');
  for (const [at, one] of features.entries()) {
    const { geometry } = Object(one) as { readonly geometry?: object | null };
    try {
      for (const position of geometry ? positionsOf(geometry) : []) {
        const reason = whyNoPosition(position);
        if (reason !== null) throw new OutlineError(`a position ${reason}`);
      }
    } catch (error) {
      throw new OutlineError(`disputed.json: line ${at + 1}: ${(error as Error).message}`);
    }
  }
  return json as FeatureCollection<MultiLineString>;
}
