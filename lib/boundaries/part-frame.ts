import type { Box } from '../series/places/location';
import { finePart, isFinePart, LEAST_COARSE } from '../series/places/part';
import {
  boxWidth,
  FARTHEST,
  FILLED,
  FRAME_WIDTH,
  frameAround,
  type MapFrame,
  type MapPoint,
  roomyBox,
  SHAPE,
  wrapped,
} from './map-frame';

/** A part that a reader enlarged has at least this many degrees from south to north: about 110 m, in which points that are ten metres apart are marks apart. */
const LEAST_SHOWN = 0.001;
const HEIGHT = FRAME_WIDTH * SHAPE;
const RADIANS = Math.PI / 180;

/** The largest scale of a part. */
export const MOST_SCALE = (FILLED * HEIGHT) / (LEAST_SHOWN * RADIANS);

/** The frame of a part that a reader moved the map to (`partOfUnits`). One that is not written finely is shown as it was before there were such: 5 km high at the least. */
export function frameOfPart(part: Box): MapFrame {
  return isFinePart(part) ? frameOfFine(part) : frameAround(roomyBox(part, LEAST_COARSE), []);
}

/** The frame of a part that is written finely: of any size, and about a pole where it goes from there down. */
export function frameOfFine(part: Box): MapFrame {
  const about = polarFrame(part);
  return about ?? frameAround(roomyBox(part, LEAST_SHOWN), []);
}

/** How far what goes from a pole down reaches in Lambert's projection, turned to its middle: about the pole of the north, for a radius of 1. */
interface PolarReach {
  /** As far to the left. */
  readonly right: number;
  readonly up: number;
  readonly down: number;
  /** The farthest from the middle, in degrees of a great circle. */
  readonly degrees: number;
}

/**
 * What goes so many degrees around the pole to either side, and so far down from it: no more than to the equator. The parallel that is its edge is lowest in the middle; a point
 * of it that is λ beside the middle stands at k cos φ sin λ, for k² = 2 / (a + b cos λ), and farthest to the right where that has no slope.
 */
function polarReach(half: number, far: number): PolarReach {
  const [centre, edge] = [(90 - far / 2) * RADIANS, (90 - far) * RADIANS];
  const a = 1 + Math.sin(centre) * Math.sin(edge);
  const b = Math.cos(centre) * Math.cos(edge);
  const beside = half * RADIANS;
  const stretch = (lon: number) => Math.sqrt(2 / (a + b * Math.cos(lon)));
  const widest = Math.min(beside, Math.acos((Math.sqrt(a * a - b * b) - a) / b));
  const corner =
    stretch(beside) *
    (Math.cos(centre) * Math.sin(edge) - Math.sin(centre) * Math.cos(edge) * Math.cos(beside));
  const down = 2 * Math.sin((far * RADIANS) / 4);
  return {
    right: stretch(widest) * Math.cos(edge) * Math.sin(widest),
    up: Math.max(down, corner),
    down,
    degrees: Math.max(far / 2, Math.acos(Math.max(-1, a - 1 + b * Math.cos(beside))) / RADIANS),
  };
}

function scaleOf({ right, up, down }: PolarReach): number {
  return FILLED * Math.min(FRAME_WIDTH / 2 / right, HEIGHT / (up + down));
}

/** The frame about a pole of what goes from there down; null where a part does not, or reaches too far. */
function polarFrame(part: Box): MapFrame | null {
  const { south, north } = part;
  if (north < 90 === south > -90) return null;
  const half = boxWidth(part) / 2;
  const reach = polarReach(half, Math.min(90, north - south));
  if (north - south > 90 || reach.degrees > FARTHEST) return null;
  const scale = scaleOf(reach);
  const higher = (scale * (reach.up - reach.down)) / 2;
  return {
    kind: 'part',
    lon: wrapped(part.west + half),
    lat: (south + north) / 2,
    scale,
    x: FRAME_WIDTH / 2,
    y: HEIGHT / 2 + (north === 90 ? higher : -higher),
    height: HEIGHT,
  };
}

/** Nearer to a pole than this, in shares of what is shown, a middle has no direction. */
const NEAREST = 0.02;
/** Of all longitudes: less than all, so that a box says which of them is below. */
const ALL_BUT = 179.9;
const HALVINGS = 26;

/** The number between two of which `isBelow` says that the one sought is greater. */
function between(least: number, most: number, isBelow: (value: number) => boolean): number {
  let [low, high] = [least, most];
  for (let time = 0; time < HALVINGS; time++) {
    const value = (low + high) / 2;
    if (isBelow(value)) low = value;
    else high = value;
  }
  return (low + high) / 2;
}

/** How far the nearest pole is from a point: of what a frame of a scale about it shows to the middle of its upper edge, the room about a part not counted. */
export function polesAway({ lat }: MapPoint, scale: number): number {
  return (90 - Math.abs(lat)) / shownDegrees(scale);
}

/** As far as the middle of the upper edge of a part, in degrees: chords of Lambert's projection. */
export function shownDegrees(scale: number): number {
  return (2 * Math.asin(Math.min(1, (FILLED * HEIGHT) / scale / 4))) / RADIANS;
}

/**
 * The box, as an address has it, of which the frame has a point in its middle and a scale, where a pole is in sight of it; null where it is not, or may not be such a
 * box. It goes from the pole down, and so far around it as the middle asks for: half of the world where that is the pole. What lies beyond the pole stands above it, and is
 * below where the map is pulled there, for north is up in the middle of every frame. `turned` is what is below where the middle is the pole.
 */
export function polarPart({ lat, lon }: MapPoint, scale: number, turned: number): Box | null {
  const away = 90 - Math.abs(lat);
  if (polesAway({ lat, lon }, scale) >= 1) return null;
  const farOf = (half: number) => between(0, 90, (far) => scaleOf(polarReach(half, far)) > scale);
  const half = between(20, ALL_BUT, (value) => {
    const far = farOf(value);
    const { up, down } = polarReach(value, far);
    // The middle of what is shown is so far down from that of the projection, half as far from the pole as the edge.
    const lower = (2 * Math.asin((down - up) / 4)) / RADIANS;
    return far / 2 + lower > away;
  });
  const middle = polesAway({ lat, lon }, scale) < NEAREST ? turned : lon;
  const far = farOf(half);
  return finePart({
    ...{ west: wrapped(middle - half), east: wrapped(middle + half) },
    ...(lat < 0 ? { south: -90, north: far - 90 } : { south: 90 - far, north: 90 }),
  });
}
