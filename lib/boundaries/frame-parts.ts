import type { Box } from '../series/places/location';
import {
  AROUND,
  boxWidth,
  FILLED,
  FRAME_WIDTH,
  frameOfPart,
  LEAST_SHOWN,
  type MapFrame,
  type MapPoint,
  projectionOf,
  wrapped,
} from './map-frame';

/** The least box around the part of the world that a rectangle of units of a frame shows; the whole world where it holds a pole. */
export function boxOfUnits(
  frame: MapFrame,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Box {
  const projection = projectionOf(frame);
  const whole = { west: -180, south: -90, east: 180, north: 90 };
  const steps = 12;
  const points: (readonly [number, number])[] = [];
  for (let at = 0; at <= steps; at++) {
    for (let up = 0; up <= steps; up++) {
      const point = projection.invert?.([
        left + ((right - left) * at) / steps,
        top + ((bottom - top) * up) / steps,
      ]);
      if (!point?.every(Number.isFinite)) return whole;
      // Beyond the edge of the world there is nothing to go back to.
      if (
        frame.kind === 'world' &&
        (Math.abs(point[1]) > 90 || Math.abs(wrapped(point[0] - frame.lon)) > 180)
      )
        return whole;
      points.push(point);
    }
  }
  const turned = points.map(([lon]) => wrapped(lon - frame.lon));
  const lats = points.map(([, lat]) => lat);
  const [west, east] = [Math.min(...turned), Math.max(...turned)];
  if (east - west > 300) return whole;
  return {
    west: wrapped(west + frame.lon),
    east: wrapped(east + frame.lon),
    south: Math.max(-90, Math.min(...lats)),
    north: Math.min(90, Math.max(...lats)),
  };
}

/** A point of a frame in the world: how far east of the middle of the frame, and how far north. Beyond the edge of the world the nearest of it is meant. */
function pointAt(frame: MapFrame, x: number, y: number): MapPoint {
  const projection = projectionOf(frame);
  const [lon = Number.NaN, lat = Number.NaN] = projection.invert?.([x, y]) ?? [];
  const [backX = Number.NaN, backY = Number.NaN] = projection([lon, lat]) ?? [];
  const isOnEarth = Math.hypot(backX - x, backY - y) < 1;
  return {
    lon: isOnEarth ? wrapped(lon - frame.lon) : x < frame.x ? -180 : 180,
    lat: isOnEarth ? lat : y < frame.y ? 90 : -90,
  };
}

/**
 * The box that a rectangle of units of a frame means: its edges go through the middles of those of the rectangle, from which they part as
 * meridians and parallels do (`boxOutline`), and farther out where marks in the rectangle would be left out. Null where there is none, as
 * about a pole.
 */
export function boxInUnits(
  frame: MapFrame,
  [left, top, right, bottom]: readonly [number, number, number, number],
  marks: readonly MapPoint[] = [],
): Box | null {
  const projection = projectionOf(frame);
  const held = marks.filter(({ lat, lon }) => {
    const [x = Number.NaN, y = Number.NaN] = projection([lon, lat]) ?? [];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const east = held.map(({ lon }) => wrapped(lon - frame.lon));
  const north = held.map(({ lat }) => lat);
  const box = {
    west: Math.min(pointAt(frame, left, y).lon, ...east),
    east: Math.max(pointAt(frame, right, y).lon, ...east),
    south: Math.min(pointAt(frame, x, bottom).lat, ...north),
    north: Math.max(pointAt(frame, x, top).lat, ...north),
  };
  if (box.west >= box.east || box.south >= box.north) return null;
  return { ...box, west: wrapped(box.west + frame.lon), east: wrapped(box.east + frame.lon) };
}

/** The part of the world that a rectangle of units shows, as its frame is made of ({@link frameOfPart}): so that a map that is moved again and again keeps its scale. */
export function partOfUnits(
  frame: MapFrame,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Box {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [wide, high] = [((right - left) / 2) * FILLED, ((bottom - top) / 2) * FILLED];
  const inner = [x - wide, y - high, x + wide, y + high] as const;
  const middle = pointIn(frame, [x, y]);
  const scale = frame.scale * Math.min(FRAME_WIDTH / (right - left), frame.height / (bottom - top));
  const polar = frame.kind === 'part' && middle !== null ? polarPart(middle, scale, frame) : null;
  if (polar !== null) return polar;
  const box = boxInUnits(frame, inner);
  return box === null ? boxOfUnits(frame, inner) : settled(box, middle, scale);
}

/** The point of the world at a place of a frame; null where there is none. */
function pointIn(frame: MapFrame, at: readonly [x: number, y: number]): MapPoint | null {
  const [lon = Number.NaN, lat = Number.NaN] = projectionOf(frame).invert?.([...at]) ?? [];
  return Number.isFinite(lon + lat) ? { lon, lat } : null;
}

/** So often a box is mended; each time little of what is wrong is left. */
const ROUNDS = 8;

/**
 * A box moved and made larger or smaller so that its frame has a point in the middle, and a scale. That of a box has all of it in sight, and so its middle
 * to the north and a smaller scale where parallels are curves: a map that is moved again and again would go south and shrink.
 */
function settled(box: Box, middle: MapPoint | null, scale: number): Box {
  let found = box;
  for (let round = 0; middle !== null && round < ROUNDS; round++) {
    const frame = frameOfPart(found);
    const shown = pointIn(frame, [FRAME_WIDTH / 2, frame.height / 2]);
    if (shown === null) return found;
    // Nothing is shown any larger than the least part.
    const isLeast = found.north - found.south <= LEAST_SHOWN && frame.scale < scale;
    const grown = isLeast ? 1 : Math.max(0.5, Math.min(2, frame.scale / scale));
    const high = ((found.north - found.south) * grown) / 2;
    const wide = (boxWidth(found) * grown) / 2;
    const lat = (found.north + found.south) / 2 + middle.lat - shown.lat;
    const lon = found.west + boxWidth(found) / 2 + wrapped(middle.lon - shown.lon);
    if (lat + high > 90 || lat - high < -90 || 2 * wide > AROUND) return found;
    found = { west: wrapped(lon - wide), south: lat - high, east: wrapped(lon + wide), north: lat + high };
  }
  return found;
}

/** Nearer to a pole than this, in shares of what is shown, a middle has no direction. */
const NEAREST = 0.02;
/** Of all longitudes: less than all, so that a box says which of them is below. */
const ALL_BUT = 179.9;
const HALVINGS = 14;

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

/**
 * The box of which the frame has a point in its middle and a scale, where a pole is in sight of it; null where none is. It goes from the pole down, and so far
 * around it as the middle asks for: half of the world where that is the pole. What lies beyond the pole stands above it, and is below where the map is pulled there, for north is up in
 * the middle of every frame.
 */
function polarPart({ lat, lon }: MapPoint, scale: number, { lon: turned, height }: MapFrame): Box | null {
  const away = 90 - Math.abs(lat);
  // As far as the middle of an edge, in degrees: chords of Lambert's projection.
  const high = (2 * Math.asin(Math.min(1, (FILLED * height) / scale / 4)) * 180) / Math.PI;
  if (away >= high) return null;
  const middle = away < NEAREST * high ? turned : lon;
  const boxOf = (half: number, far: number): Box => ({
    ...{ west: wrapped(middle - half), east: wrapped(middle + half) },
    ...(lat < 0 ? { south: -90, north: far - 90 } : { south: 90 - far, north: 90 }),
  });
  const farOf = (half: number) => between(0, 90, (far) => frameOfPart(boxOf(half, far)).scale > scale);
  const half = between(20, ALL_BUT, (value) => {
    const frame = frameOfPart(boxOf(value, farOf(value)));
    const shown = pointIn(frame, [FRAME_WIDTH / 2, frame.height / 2]);
    return shown !== null && 90 - Math.abs(shown.lat) > away;
  });
  const found = boxOf(half, farOf(half));
  return frameOfPart(found).kind === 'part' ? found : null;
}
