import {
  type GeoPermissibleObjects,
  type GeoProjection,
  type GeoRawProjection,
  geoEqualEarthRaw,
  geoPath,
} from 'd3-geo';
import type { Position } from 'geojson';
import type { Box } from '../../series/places/location';
import { boxesMeet, isInRing } from '../boundary-set';
import { FRAME_WIDTH, type MapFrame, projectionOf } from '../map-frame';
import { cutLine, cutRing, type Edges, type FlatPoints } from './cut-lines';
import { type Track, trackOf } from './tracks';

/** A line of a map, in units of its frame; a ring does not repeat its first point. */
export interface FlatLine {
  readonly points: FlatPoints;
  readonly isClosed: boolean;
}

/** What lies within so many degrees of the point opposite of the middle of a map is torn apart by it. */
const TORN = 3;
/** A frame that shows more than this of the disk that the whole world is, by its radius, shows what lies about its edge. */
const MOST_OF_DISK = 0.9;
const RADIANS = Math.PI / 180;
/** Its types call it a maker of projections, which it is not. */
const equalEarth = geoEqualEarthRaw as unknown as GeoRawProjection;

const WHOLE_WORLD: Box = { west: -180, south: -90, east: 180, north: 90 };
const ENDLESS: Edges = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * Lays lines of the world flat in a frame and cuts off what lies beyond its edges. The same as d3-geo does, in a tenth of the time, where that is
 * simple; what is not, such as an area about a pole, is left to d3-geo.
 */
export class FlatWorld {
  readonly #frame: MapFrame;
  readonly #projection: GeoProjection;
  readonly #edges: Edges;
  readonly #shown: Box;
  /** Whether so little of the world is shown that no straight stretch on the far side of it crosses the frame. */
  readonly #isSimple: boolean;

  /** `shown`: a box around what of the world is within so many units of the frame; null where nothing is cut off. */
  constructor(frame: MapFrame, beyond: number, shown: Box | null) {
    this.#frame = frame;
    this.#shown = shown ?? WHOLE_WORLD;
    this.#projection = projectionOf(frame);
    if (shown === null) {
      this.#edges = ENDLESS;
      this.#isSimple = true;
      return;
    }
    const [right, bottom] = [FRAME_WIDTH + beyond, frame.height + beyond];
    this.#edges = { left: -beyond, top: -beyond, right, bottom };
    this.#projection.clipExtent([
      [-beyond, -beyond],
      [right, bottom],
    ]);
    const across = Math.max(right - frame.x, frame.x + beyond);
    const down = Math.max(bottom - frame.y, frame.y + beyond);
    this.#isSimple = frame.kind === 'world' || Math.hypot(across, down) < MOST_OF_DISK * 2 * frame.scale;
  }

  /** Where a point of the world stands, in degrees. */
  pointAt([lon = 0, lat = 0]: Position): readonly [x: number, y: number] {
    const [x = Number.NaN, y = Number.NaN] = this.#projection([lon, lat]) ?? [];
    return [x, y];
  }

  /** Areas, of each of which the first ring is its edge and the others are holes. */
  polygons(polygons: readonly (readonly (readonly Position[])[])[]): readonly FlatLine[] {
    return polygons.flatMap((rings) => {
      const [edge] = rings;
      if (edge === undefined || !boxesMeet(trackOf(edge).box, this.#shown)) return [];
      const flat = this.#isSimple ? this.#rings(rings) : null;
      return flat ?? this.#byPath({ type: 'Polygon', coordinates: rings.map((ring) => [...ring]) });
    });
  }

  lines(lines: readonly (readonly Position[])[]): readonly FlatLine[] {
    return lines.flatMap((line) => {
      const track = trackOf(line);
      if (!boxesMeet(track.box, this.#shown)) return [];
      const flat = this.#isSimple ? this.#flat(track, false) : null;
      if (flat === null) return this.#byPath({ type: 'LineString', coordinates: [...line] });
      return flat
        .flatMap((points) => cutLine(points, this.#edges))
        .map((points) => ({ points, isClosed: false }));
    });
  }

  /** Whether a ring holds the point of the world that is farthest from the middle: then it lies inside out, all about what it leaves. */
  #isInsideOut(ring: readonly Position[]): boolean {
    const { kind, lon, lat } = this.#frame;
    if (kind === 'world') return false;
    const [east, north] = [lon > 0 ? lon - 180 : lon + 180, -lat];
    const point = { west: east, east, south: north, north };
    return boxesMeet(trackOf(ring).box, point) && isInRing(east, north, ring);
  }

  #rings(rings: readonly (readonly Position[])[]): readonly FlatLine[] | null {
    const lines: FlatLine[] = [];
    for (const [at, ring] of rings.entries()) {
      const flat = this.#flat(trackOf(ring), true);
      if (flat === null) return null;
      const cut = flat.map((one) => cutRing(one, this.#edges)).filter(({ length }) => length > 0);
      if (this.#isInsideOut(ring)) {
        if (this.#edges === ENDLESS) return null;
        const all = cornersOf(this.#edges);
        const isLeft = Math.abs(areaOf(cut[0] ?? [])) > WHOLE * areaOf(all);
        if (isLeft && at === 0) return [];
        // The other way round than what is left out of it, so that this stays empty.
        if (!isLeft) cut.push(at === 0 ? all : cornersOf(this.#edges, true));
      }
      lines.push(...cut.map((points) => ({ points, isClosed: true })));
    }
    return lines;
  }

  /** A track in units, before it is cut at the edges; null where it is not simple. */
  #flat(track: Track, isClosed: boolean): readonly FlatPoints[] | null {
    return this.#frame.kind === 'world'
      ? this.#aroundWorld(track, isClosed)
      : this.#aboutMiddle(track, isClosed);
  }

  /** By Lambert's azimuthal projection. */
  #aboutMiddle({ x, y, z }: Track, isClosed: boolean): readonly FlatPoints[] | null {
    const { lon, lat, scale, x: left, y: top } = this.#frame;
    const [cosLon, sinLon] = [Math.cos(lon * RADIANS), Math.sin(lon * RADIANS)];
    const [cosLat, sinLat] = [Math.cos(lat * RADIANS), Math.sin(lat * RADIANS)];
    const torn = 1 - Math.cos(TORN * RADIANS);
    const points = new Float64Array(2 * (x.length - (isClosed ? 1 : 0)));
    for (let at = 0; 2 * at < points.length; at++) {
      const ahead = x[at]! * cosLon + y[at]! * sinLon;
      const east = y[at]! * cosLon - x[at]! * sinLon;
      const near = 1 + sinLat * z[at]! + cosLat * ahead;
      if (near < torn) return null;
      const longer = scale * Math.sqrt(2 / near);
      points[2 * at] = left + longer * east;
      points[2 * at + 1] = top - longer * (cosLat * z[at]! - sinLat * ahead);
    }
    return [points];
  }

  /** By the Equal Earth projection, which is cut on the far side of the world. */
  #aroundWorld(track: Track, isClosed: boolean): readonly FlatPoints[] | null {
    const { points: all, least, most } = unrolled(track, this.#frame.lon * RADIANS);
    const isAroundPole = Math.abs(all[0]! - all[all.length - 2]!) > 1e-9;
    if (isClosed && isAroundPole) return null;
    const points = isClosed ? all.subarray(0, -2) : all;
    if (least >= -Math.PI && most <= Math.PI) return [this.#equalEarth(points)];
    // On either side of the cut there is a part of it: each is found where the world is unrolled once more.
    return [-2 * Math.PI, 0, 2 * Math.PI].flatMap((shift) => {
      const shifted = points.map((value, at) => (at % 2 === 0 ? value + shift : value));
      const parts = isClosed ? [cutRing(shifted, HALVES)] : cutLine(shifted, HALVES);
      return parts
        .filter(({ length }) => length > 0)
        .map((part) => this.#equalEarth(alongCut(part, isClosed)));
    });
  }

  #equalEarth(points: FlatPoints): FlatPoints {
    const { scale, x: left, y: top } = this.#frame;
    const flat = new Float64Array(points.length);
    for (let at = 0; at < points.length; at += 2) {
      const [x, y] = equalEarth(points[at]!, points[at + 1]!);
      flat[at] = left + scale * x;
      flat[at + 1] = top - scale * y;
    }
    return flat;
  }

  #byPath(object: GeoPermissibleObjects): readonly FlatLine[] {
    const reader = new PathReader();
    geoPath(this.#projection, reader)(object);
    reader.end(false);
    return reader.lines;
  }
}

/** So much of what is shown is all of it. */
const WHOLE = 1 - 1e-9;

/** The corners of edges, clockwise as areas run on a map, or back. */
function cornersOf({ left, top, right, bottom }: Edges, isBack = false): FlatPoints {
  return isBack
    ? [left, top, left, bottom, right, bottom, right, top]
    : [left, top, right, top, right, bottom, left, bottom];
}

/** The size of what a ring is about; less than nothing where it runs against the clock. */
function areaOf(points: FlatPoints): number {
  let twice = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    twice += points[at]! * points[next + 1]! - points[next]! * points[at + 1]!;
  }
  return twice / 2;
}

/** The world between its cuts, in radians. */
const HALVES: Edges = { left: -Math.PI, top: -2, right: Math.PI, bottom: 2 };
/** Along a cut, which is bent, points stand as near to each other as this, in radians. */
const NEAR = 0.02;

/** Longitude from the middle of a map and latitude of each point, in radians; the longitude goes on beyond half a turn where the line does. */
function unrolled({ lon, lat }: Track, middle: number) {
  const points = new Float64Array(2 * lon.length);
  let [before, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < lon.length; at++) {
    const turn = lon[at]! - middle - before;
    before += turn - 2 * Math.PI * Math.floor(turn / (2 * Math.PI) + 0.5);
    least = Math.min(least, before);
    most = Math.max(most, before);
    points[2 * at] = before;
    points[2 * at + 1] = lat[at]!;
  }
  return { points, least, most };
}

/** A part of a ring with more points where it runs along the cut. */
function alongCut(points: FlatPoints, isClosed: boolean): FlatPoints {
  if (!isClosed) return points;
  const made: number[] = [];
  for (let at = 0; at < points.length; at += 2) {
    const [lon, lat] = [points[at]!, points[at + 1]!];
    const next = (at + 2) % points.length;
    const [toLon, toLat] = [points[next]!, points[next + 1]!];
    const isAlong = lon === toLon && Math.abs(lon) === Math.PI;
    const pieces = isAlong ? Math.max(1, Math.ceil(Math.abs(toLat - lat) / NEAR)) : 1;
    for (let piece = 0; piece < pieces; piece++) made.push(lon, lat + (piece * (toLat - lat)) / pieces);
  }
  return made;
}

/** Takes lines from d3-geo as a canvas would. */
class PathReader {
  readonly lines: FlatLine[] = [];
  #points: number[] = [];

  beginPath(): void {}

  /** Points are no outlines. */
  arc(): void {}

  moveTo(x: number, y: number): void {
    this.end(false);
    this.#points = [x, y];
  }

  lineTo(x: number, y: number): void {
    this.#points.push(x, y);
  }

  closePath(): void {
    this.end(true);
  }

  end(isClosed: boolean): void {
    if (this.#points.length > 2) this.lines.push({ points: this.#points, isClosed });
    this.#points = [];
  }
}
