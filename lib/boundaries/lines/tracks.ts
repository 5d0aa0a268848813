import type { Position } from 'geojson';
import type { Box } from '../../series/places/location';
import { ringBox } from '../boundary-set';

/** Two points that follow each other are no farther apart than this: a straight stretch between them on a map is then as good as the arc. As a chord of the unit sphere, 1.5 degrees. */
const LONGEST_CHORD = 0.026;
const RADIANS = Math.PI / 180;

/** The points of a line on the sphere, ready to be laid flat by any projection. */
export interface Track {
  /** In radians. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** As points of the unit sphere: towards 0° N 0° E, towards 0° N 90° E, and towards the pole. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly box: Box;
}

const tracks = new WeakMap<readonly Position[], Track>();

/** The track of a line or ring in degrees, which is made once; long stretches are parted along the great circle. A ring ends where it begins. */
export function trackOf(line: readonly Position[]): Track {
  const known = tracks.get(line) ?? madeTrack(line);
  tracks.set(line, known);
  return known;
}

function madeTrack(line: readonly Position[]): Track {
  const points: (readonly [lon: number, lat: number])[] = [];
  line.forEach(([lon = 0, lat = 0], at) => {
    const to = [lon * RADIANS, lat * RADIANS] as const;
    if (at > 0) points.push(...between(points.at(-1)!, to));
    points.push(to);
  });
  const lon = Float64Array.from(points, ([one]) => one);
  const lat = Float64Array.from(points, ([, one]) => one);
  return {
    ...{ lon, lat, box: ringBox(line) },
    x: lat.map((one, at) => Math.cos(one) * Math.cos(lon[at]!)),
    y: lat.map((one, at) => Math.cos(one) * Math.sin(lon[at]!)),
    z: lat.map((one) => Math.sin(one)),
  };
}

function onSphere([lon, lat]: readonly [number, number]): readonly [x: number, y: number, z: number] {
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** Points on the shorter way along the great circle between two that are far apart. */
function between(from: readonly [number, number], to: readonly [number, number]) {
  const [[ax, ay, az], [bx, by, bz]] = [onSphere(from), onSphere(to)];
  const pieces = Math.ceil(Math.hypot(bx - ax, by - ay, bz - az) / LONGEST_CHORD);
  return Array.from({ length: Math.max(0, pieces - 1) }, (_, at) => {
    const share = (at + 1) / pieces;
    const [x, y, z] = [ax + share * (bx - ax), ay + share * (by - ay), az + share * (bz - az)];
    return [Math.atan2(y, x), Math.atan2(z, Math.hypot(x, y))] as const;
  });
}
