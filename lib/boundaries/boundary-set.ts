import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { MultiPolygon as ArcPolygons, GeometryCollection, Topology } from 'topojson-specification';
import type { Box } from '../series/places/location';
import { boxWidth } from './map-frame';
import { wound } from './winding';

/** What an area is known by. */
export interface AreaNames {
  readonly name: string;
  /** Other names, and the names in other languages. */
  readonly names?: readonly string[];
  /** A code of ISO 3166: of three letters for a country, `RU-MOS` for a unit. */
  readonly code?: string;
}

export type AreaFeature = Feature<Polygon | MultiPolygon, AreaNames>;

/** One layer of outlines: areas with names, which do not overlap. */
export interface AreaLayer {
  readonly areas: readonly AreaFeature[];
  /** The areas of some indexes as one, without the borders between them. */
  readonly merged: (indexes: readonly number[]) => MultiPolygon;
  /** The borders between the areas of some indexes, each once. */
  readonly borders: (indexes: readonly number[]) => MultiLineString;
}

/** Where outlines come from, as it is said under every map. */
export interface BoundarySource {
  /** As `boundaries=` names it. */
  readonly id: string;
  readonly name: string;
  /** Who drew them, in which version. */
  readonly source: string;
  readonly licence: string;
}

/** Outlines that a map can be drawn over. */
export interface BoundarySet extends BoundarySource {
  readonly countries: AreaLayer;
  /** Lines that somebody disputes. */
  readonly disputed: FeatureCollection<MultiLineString> | null;
  /** The units of a country beneath it (admin 1), by its code of three letters; null where none are known. */
  readonly units: (country: string) => AreaLayer | null;
}

type Units = GeometryCollection<AreaNames>;

/** The layer of a topology, of its first object. */
export function topologyLayer(topology: Topology): AreaLayer {
  const all = Object.values(topology.objects)[0] as Units;
  // What is too small for its scale has no outline there.
  const object: Units = { ...all, geometries: all.geometries.filter(({ type }) => type as string | null) };
  const { features } = feature(topology, object) as FeatureCollection<Polygon | MultiPolygon, AreaNames>;
  const chosen = (indexes: readonly number[]) => indexes.flatMap((at) => object.geometries[at] ?? []);
  return {
    areas: features,
    merged: (indexes) => merge(topology, chosen(indexes) as ArcPolygons[]),
    borders: (indexes) =>
      mesh(topology, { type: 'GeometryCollection', geometries: chosen(indexes) }, (a, b) => a !== b),
  };
}

/** The polygons of an area, each with its edge before its holes. */
export function polygonsOf({ geometry }: AreaFeature): readonly (readonly Position[][])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The layer of areas that share no topology: each border is drawn with either side. */
export function featureLayer(areas: readonly AreaFeature[]): AreaLayer {
  const polygons = (indexes: readonly number[]) => indexes.flatMap((at) => polygonsOf(areas[at]!));
  return {
    areas,
    merged: (indexes) => ({ type: 'MultiPolygon', coordinates: polygons(indexes) as Position[][][] }),
    borders: (indexes) => ({
      type: 'MultiLineString',
      coordinates: polygons(indexes).flat() as Position[][],
    }),
  };
}

/** A layer from a file of GeoJSON or TopoJSON. */
export function layerOf(file: Topology | FeatureCollection<Polygon | MultiPolygon, AreaNames>): AreaLayer {
  return file.type === 'Topology'
    ? topologyLayer(file)
    : featureLayer(file.features.filter(({ geometry }) => geometry !== null));
}

/** The same layer with its areas wound as maps take them, whichever way the file has them. */
export function woundLayer(layer: AreaLayer): AreaLayer {
  const areas = layer.areas.map((area): AreaFeature => {
    const { geometry } = area;
    if (geometry.type === 'Polygon')
      return { ...area, geometry: { ...geometry, coordinates: wound(geometry.coordinates) } };
    return { ...area, geometry: { ...geometry, coordinates: geometry.coordinates.map(wound) } };
  });
  const merged: AreaLayer['merged'] = (indexes) => {
    const all = layer.merged(indexes);
    return { ...all, coordinates: all.coordinates.map(wound) };
  };
  return { ...layer, areas, merged };
}

/** How far a longitude lies east of another, from -180 to 180. */
function eastOf(lon: number, from: number): number {
  const turn = lon - from;
  return turn - 360 * Math.floor((turn + 180) / 360);
}

/** The least box around an outline, which may go over the date line; the whole way around where it goes around a pole. */
export function ringBox(ring: readonly Position[]): Box {
  let [x, south, north] = [ring[0]?.[0] ?? 0, 90, -90];
  let [west, east] = [x, x];
  for (const [lon = 0, lat = 0] of ring) {
    x += eastOf(lon, x);
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (east - west >= 359)
    return { west: -180, east: 180, south: north < 0 ? -90 : south, north: south > 0 ? 90 : north };
  return { west: eastOf(west, 0), east: eastOf(east, 0), south, north };
}

/** Whether two boxes have a point in common. */
export function boxesMeet(one: Box, other: Box): boolean {
  if (one.north < other.south || other.north < one.south) return false;
  const [a, b] = [boxWidth(one), boxWidth(other)];
  if (a >= 360 || b >= 360) return true;
  const apart = (((other.west - one.west) % 360) + 360) % 360;
  return apart <= a || apart + b >= 360;
}

const boxes = new WeakMap<AreaFeature, readonly Box[]>();

/** The boxes of the parts of an area. */
export function boxesOf(area: AreaFeature): readonly Box[] {
  const known = boxes.get(area) ?? polygonsOf(area).map(([outer = []]) => ringBox(outer));
  boxes.set(area, known);
  return known;
}

/** The indexes of the areas that reach into a box, or into the boxes around them do. */
export function areasIn({ areas }: AreaLayer, box: Box): readonly number[] {
  return areas.flatMap((area, at) => (boxesOf(area).some((one) => boxesMeet(one, box)) ? [at] : []));
}

/** Whether a point lies within an outline: whether a line from it to the north crosses the outline an odd number of times. */
export function isInRing(lon: number, lat: number, ring: readonly Position[]): boolean {
  let inside = false;
  let from = ring.at(-1) ?? [0, 0];
  let x = eastOf(from[0]!, lon);
  for (let at = 0; at < ring.length; at++) {
    const to = ring[at]!;
    const next = eastOf(to[0]!, lon);
    // An edge that seems to go halfway around goes over the far side of the world, and is not above the point.
    if (x > 0 !== next > 0 && Math.abs(next - x) < 180) {
      if (from[1]! + ((to[1]! - from[1]!) * (0 - x)) / (next - x) > lat) inside = !inside;
    }
    from = to;
    x = next;
  }
  return inside;
}

/** The index of the area that a point lies in; null in the sea. */
export function areaAt(
  { areas }: AreaLayer,
  { lat, lon }: { readonly lat: number; readonly lon: number },
): number | null {
  const point = { west: lon, east: lon, south: lat, north: lat };
  for (const [at, area] of areas.entries()) {
    const parts = polygonsOf(area);
    const isHere = boxesOf(area).some((box, part) => {
      if (!boxesMeet(box, point)) return false;
      const [outer = [], ...holes] = parts[part] ?? [];
      return isInRing(lon, lat, outer) && !holes.some((hole) => isInRing(lon, lat, hole));
    });
    if (isHere) return at;
  }
  return null;
}
