import type { GeoPrecision, Place, RegionId } from '../model';

/** A part of the world in degrees, edges inclusive. With `west` greater than `east` it reaches over the date line. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A point in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** How precisely a point is known; that of a source which does not say is `unknown`. */
export const POINT_PRECISIONS = ['exact', 'town', 'district', 'region', 'unknown'] as const;
export type PointPrecision = (typeof POINT_PRECISIONS)[number];

/** Why an incident has no point of its own on a map. */
export const OFF_MAP = ['region', 'country', 'none', 'impossible'] as const;
/**
 * `region`: no more is known than a region, or a name. `country`: no more than a country, whatever point stands for it.
 * `none`: no place at all. `impossible`: what is given cannot be a point, see {@link isPossible}.
 */
export type OffMap = (typeof OFF_MAP)[number];

/** Where an incident is on a map: at a point, known so precisely, or at none. */
export type Location =
  | { readonly at: 'point'; readonly lat: number; readonly lon: number; readonly precision: PointPrecision }
  | { readonly at: OffMap };

/** Coordinates count to this part of a degree: about a metre. */
const PARTS = 100_000;

/** Degrees to about a metre; never -0. */
export function rounded(degrees: number): number {
  const value = Math.round(degrees * PARTS) / PARTS;
  return value === 0 ? 0 : value;
}

/**
 * Whether two numbers can be a latitude and a longitude. Both being 0 is what programs write that know of no place, and lies in
 * the sea.
 */
export function isPossible(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(rounded(lat) === 0 && rounded(lon) === 0);
}

const POINT_OF: Readonly<Record<Exclude<GeoPrecision, 'country'>, PointPrecision>> = {
  exact: 'exact',
  town: 'town',
  district: 'district',
  region: 'region',
};

/** Where an incident is on a map, by what its row says. Coordinates are rounded to about a metre. */
export function locationOf(incident: {
  readonly place: Pick<Place, 'name' | 'country' | 'lat' | 'lon' | 'precision'>;
  readonly regions: readonly RegionId[];
}): Location {
  const { name, lat, lon, country, precision } = incident.place;
  if (lat !== null || lon !== null) {
    if (lat === null || lon === null || !isPossible(lat, lon)) return { at: 'impossible' };
    if (precision === 'country') return { at: 'country' };
    // One meridian has two names.
    const east = rounded(lon) === -180 ? 180 : rounded(lon);
    const known = precision === null ? 'unknown' : POINT_OF[precision];
    return { at: 'point', lat: rounded(lat), lon: east, precision: known };
  }
  if (precision === 'country') return { at: 'country' };
  if (incident.regions.length > 0 || name !== null) return { at: 'region' };
  return { at: country === null ? 'none' : 'country' };
}

/** Whether a longitude lies between two, both inclusive; see {@link Box} for the date line. */
export function isBetween(lon: number, west: number, east: number): boolean {
  return west <= east ? west <= lon && lon <= east : lon >= west || lon <= east;
}

/** Whether a point lies in a box. */
export function isInBox({ lat, lon }: Point, { west, south, east, north }: Box): boolean {
  return (
    south <= lat &&
    lat <= north &&
    (isBetween(lon, west, east) || (lon === 180 && isBetween(-180, west, east)))
  );
}

/** A longitude counted from 0 to 360, for a span of longitudes over the date line. */
export function turned(lon: number): number {
  return lon < 0 ? lon + 360 : lon;
}

/** The ends of some latitudes, of some longitudes, and of these as {@link turned}; see {@link boxOfEnds}. */
export interface Ends {
  readonly south: number;
  readonly north: number;
  readonly lon: readonly [least: number, greatest: number];
  readonly turned: readonly [least: number, greatest: number];
}

function turnedBack(lon: number): number {
  return lon > 180 ? rounded(lon - 360) : lon;
}

/** The box between some ends: over the date line where it is narrower there. */
export function boxOfEnds({ south, north, lon, turned: [least, greatest] }: Ends): Box {
  if (lon[1] - lon[0] <= greatest - least) return { west: lon[0], south, east: lon[1], north };
  return { west: turnedBack(least), south, east: turnedBack(greatest), north };
}

/** A box around all of some points; null where there is none. */
export function boxAround(points: readonly Point[]): Box | null {
  if (points.length === 0) return null;
  const ends = (of: (point: Point) => number) =>
    points.reduce(
      ([least, greatest], point) => [Math.min(least, of(point)), Math.max(greatest, of(point))] as const,
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
    );
  const [south, north] = ends(({ lat }) => lat);
  return boxOfEnds({ south, north, lon: ends(({ lon }) => lon), turned: ends(({ lon }) => turned(lon)) });
}
