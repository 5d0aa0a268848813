import type { Box } from '../series/places/location';
import { writtenPart } from '../series/places/part';
import {
  AROUND,
  boxWidth,
  FILLED,
  FRAME_WIDTH,
  type MapFrame,
  type MapPoint,
  projectionOf,
  SHAPE,
  wrapped,
} from './map-frame';
import { frameOfFine, frameOfPart, MOST_SCALE, polarPart, polesAway, shownDegrees } from './part-frame';

const WHOLE: Box = { west: -180, south: -90, east: 180, north: 90 };

/** The least box around the part of the world that a rectangle of units of a frame shows; the whole world where it holds a pole. */
export function boxOfUnits(
  frame: MapFrame,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Box {
  const projection = projectionOf(frame);
  const steps = 12;
  const points: (readonly [number, number])[] = [];
  for (let at = 0; at <= steps; at++) {
    for (let up = 0; up <= steps; up++) {
      const point = projection.invert?.([
        left + ((right - left) * at) / steps,
        top + ((bottom - top) * up) / steps,
      ]);
      if (!point?.every(Number.isFinite)) return WHOLE;
      // Beyond the edge of the world there is nothing to go back to.
      if (
        frame.kind === 'world' &&
        (Math.abs(point[1]) > 90 || Math.abs(wrapped(point[0] - frame.lon)) > 180)
      )
        return WHOLE;
      points.push(point);
    }
  }
  const turned = points.map(([lon]) => wrapped(lon - frame.lon));
  const lats = points.map(([, lat]) => lat);
  const [west, east] = [Math.min(...turned), Math.max(...turned)];
  if (east - west > 300) return WHOLE;
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
  // All around the world west and east are one meridian.
  if (box.east - box.west >= 360) return { ...box, west: -180, east: 180 };
  return { ...box, west: wrapped(box.west + frame.lon), east: wrapped(box.east + frame.lon) };
}

/**
 * The part of the world that a rectangle of units shows, as an address has it and its frame is made of ({@link frameOfPart}): so that a map that is moved again and again keeps
 * its middle and its scale. Where there is none, the whole world is next to a map that is made smaller, and something larger to one that is enlarged.
 */
export function partOfUnits(
  frame: MapFrame,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Box {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [wide, high] = [((right - left) / 2) * FILLED, ((bottom - top) / 2) * FILLED];
  const inner = [x - wide, y - high, x + wide, y + high] as const;
  const times = Math.min(FRAME_WIDTH / (right - left), frame.height / (bottom - top));
  const middle = pointIn(frame, [x, y]);
  const wanted = { middle, scale: Math.min(MOST_SCALE, frame.scale * times), from: frame.scale };
  const box = boxInUnits(frame, inner) ?? (middle && boxAbout(middle, wanted.scale));
  for (const one of boxesFor(frame, box, wanted)) if (isAsWanted(one, wanted)) return one;
  const part = box !== null && middle !== null ? settled(box, middle, wanted.scale) : null;
  const others = [part, box, boxOfUnits(frame, inner)]
    .flatMap((one) => (one === null ? [] : [writtenPart(one)]))
    .filter(({ west, east }) => west !== east);
  const last = wanted.scale < wanted.from * (1 - OFF) ? WHOLE : (others[0] ?? WHOLE);
  return others.find((one) => isOnTheWay(one, wanted)) ?? last;
}

/** A box about a point that is hardly larger than what a scale shows, and does not reach a pole. */
function boxAbout({ lat, lon }: MapPoint, scale: number): Box {
  const high = Math.min(shownDegrees(scale), (90 - Math.abs(lat)) * 0.9);
  const wide = Math.min(60, high / SHAPE / Math.cos((lat * Math.PI) / 180));
  return { west: wrapped(lon - wide), south: lat - high, east: wrapped(lon + wide), north: lat + high };
}

/** Where a pole is hardly out of sight, meridians part so much that a box has no room: so much of its width is tried, one after the other. */
const NARROWER = [0.8, 0.6, 0.4];
/** Out of sight, in shares of what is seen from the middle to the edge above it. */
const NEAR_POLE = 1.5;
/** A map that reaches farther up from its middle, in degrees, has the pole of nearly every place near: a narrow box would be little of what it shows. */
const WIDE_MAP = 30;

/** Boxes whose frames may be as is wanted, as an address has them, the best first. */
function* boxesFor(frame: MapFrame, box: Box | null, { middle, scale }: Wanted): Generator<Box> {
  if (middle === null) return;
  const polar = frame.kind === 'part' ? polarPart(middle, scale, frame.lon) : null;
  if (polar !== null) yield polar;
  if (box === null) return;
  yield writtenPart(settled(box, middle, scale));
  if (polesAway(middle, scale) > NEAR_POLE || shownDegrees(scale) > WIDE_MAP) return;
  const [half, lon] = [boxWidth(box) / 2, box.west + boxWidth(box) / 2];
  for (const share of NARROWER) {
    const narrower = { ...box, west: wrapped(lon - share * half), east: wrapped(lon + share * half) };
    yield writtenPart(settled(narrower, middle, scale));
  }
}

interface Wanted {
  readonly middle: MapPoint | null;
  readonly scale: number;
  /** The scale before. */
  readonly from: number;
}

/** How far a scale may be from the one that is wanted. */
const OFF = 0.02;
/** How far from the middle of the frame what is wanted there may be, of its width. */
const BESIDE = 0.03;

/** How far the point that is wanted in the middle of a frame is from there, of its width. */
function besideMiddle(frame: MapFrame, { middle }: Wanted): number {
  const [x = Number.NaN, y = Number.NaN] = (middle && projectionOf(frame)([middle.lon, middle.lat])) ?? [];
  return Math.hypot(x - FRAME_WIDTH / 2, y - frame.height / 2) / FRAME_WIDTH;
}

function isAsWanted(part: Box, wanted: Wanted): boolean {
  const frame = frameOfPart(part);
  return Math.abs(frame.scale / wanted.scale - 1) <= OFF && besideMiddle(frame, wanted) <= BESIDE;
}

/** Whether the frame of a part is at least half of the way to a scale and not far beyond it, with the point that is wanted in the middle in the inner half. */
function isOnTheWay(part: Box, wanted: Wanted): boolean {
  const frame = frameOfPart(part);
  const [half, off] = [Math.sqrt(wanted.scale * wanted.from), Math.abs(Math.log(frame.scale / wanted.scale))];
  // A map that is pulled is as large as before, but for what numbers lose.
  const isHalfway = wanted.scale < wanted.from ? frame.scale <= half : frame.scale >= half;
  const isMove = Math.abs(wanted.scale / wanted.from - 1) < OFF;
  return (isHalfway || isMove) && off <= Math.LN2 && besideMiddle(frame, wanted) <= 0.25;
}

/** The point of the world at a place of a frame; null where there is none. */
function pointIn(frame: MapFrame, at: readonly [x: number, y: number]): MapPoint | null {
  const [lon = Number.NaN, lat = Number.NaN] = projectionOf(frame).invert?.([...at]) ?? [];
  return Number.isFinite(lon + lat) && Math.abs(lat) <= 90 ? { lon, lat } : null;
}

/** So often a box is mended; each time little of what is wrong is left. */
const ROUNDS = 8;
/** So near is near enough, of a scale and of a width. */
const NEAR = 1e-4;

/**
 * A box moved and made larger or smaller so that its frame has a point in the middle, and a scale. That of a box has all of it in sight, and so its middle
 * to the north and a smaller scale where parallels are curves: a map that is moved again and again would go south and shrink. It is as it was before what would
 * take it farther from there.
 */
function settled(box: Box, middle: MapPoint, scale: number): Box {
  let [found, next, least] = [box, box, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    const frame = frameOfFine(next);
    const shown = pointIn(frame, [FRAME_WIDTH / 2, frame.height / 2]);
    const beside = besideMiddle(frame, { middle, scale, from: scale });
    if (shown === null || !(beside < Math.max(least, NEAR))) return found;
    [found, least] = [next, beside];
    if (beside < NEAR && Math.abs(frame.scale / scale - 1) < NEAR) return found;
    const grown = Math.max(0.5, Math.min(2, frame.scale / scale));
    const high = ((found.north - found.south) * grown) / 2;
    const wide = (boxWidth(found) * grown) / 2;
    const lat = (found.north + found.south) / 2 + middle.lat - shown.lat;
    const lon = found.west + boxWidth(found) / 2 + wrapped(middle.lon - shown.lon);
    if (lat + high > 90 || lat - high < -90 || 2 * wide > AROUND) return found;
    next = { west: wrapped(lon - wide), south: lat - high, east: wrapped(lon + wide), north: lat + high };
  }
  return next;
}
