import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';
import type { Box } from '../series/places/location';

/**
 * A part of the world laid flat, in units of which {@link FRAME_WIDTH} are its width. Both projections keep areas: a part of the
 * world lies under Lambert's azimuthal one, turned to its middle, and most of the world under Equal Earth.
 */
export interface MapFrame {
  readonly kind: 'part' | 'world';
  /** What stands in the middle, in degrees. */
  readonly lon: number;
  readonly lat: number;
  /** Units for a radius of the Earth. */
  readonly scale: number;
  /** Where the middle of the projection stands. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export const FRAME_WIDTH = 1000;
/** Height by width, the same whatever is shown, so that a map that is filtered or moved keeps its place on a page. */
const SHAPE = 0.67;
/** What of the frame the box fills. */
const FILLED = 0.94;
/** A part of the world reaches no farther than this from its middle, in degrees; what does is shown as the world. */
const FARTHEST = 75;
/** A box has at least this many degrees from south to north: about 170 km, so that one village is not all there is. */
const LEAST_DEGREES = 1.5;
/** The same of a part that a reader enlarged: about 5 km. */
const LEAST_SHOWN = 0.05;

/** How far a box goes eastwards, in degrees; over the date line where its west is greater than its east. */
export function boxWidth({ west, east }: Box): number {
  return east - west + (east < west ? 360 : 0);
}

function wrapped(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}

/** The box, made larger about its middle where it is too small to show where in the world it lies. */
export function roomyBox(box: Box, degrees = LEAST_DEGREES): Box {
  const middle = (box.south + box.north) / 2;
  const tall = Math.max(degrees, box.north - box.south);
  const least = degrees / Math.max(0.1, Math.cos((middle * Math.PI) / 180));
  const wide = Math.max(least, boxWidth(box));
  const lon = box.west + boxWidth(box) / 2;
  const south = Math.max(-90, middle - tall / 2);
  const north = Math.min(90, middle + tall / 2);
  return wide >= 360
    ? { west: -180, east: 180, south, north }
    : { west: wrapped(lon - wide / 2), east: wrapped(lon + wide / 2), south, north };
}

/** The least box around a point that is shown. */
function leastBox([lon, lat]: readonly [number, number]): Box {
  return roomyBox({ west: lon, east: lon, south: lat, north: lat });
}

/** What reaches farther around the world than this is shown about the usual middle, so that the map is cut in the Pacific: in degrees. */
const AROUND = 330;
const USUAL_MIDDLE = 11;

/** The projection of a frame. Points are taken to units and back. */
export function projectionOf({ kind, lon, lat, scale, x, y }: MapFrame): GeoProjection {
  const projection = kind === 'world' ? geoEqualEarth() : geoAzimuthalEqualArea();
  return projection.rotate([-lon, -lat]).scale(scale).translate([x, y]).precision(0.3);
}

/** Points along the edges of a box, and in it. */
function samplesOf(box: Box): readonly (readonly [number, number])[] {
  const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const wide = boxWidth(box);
  return steps.flatMap((across) =>
    steps.map((up) => [box.west + across * wide, box.south + up * (box.north - box.south)] as const),
  );
}

/** How far a box reaches from a point, in degrees of a great circle. */
function reach(box: Box, centre: readonly [number, number]): number {
  const radians = samplesOf(box).map((point) => geoDistance([...point], [...centre]));
  return (Math.max(...radians) * 180) / Math.PI;
}

/** A point of the world in degrees. */
export interface MapPoint {
  readonly lat: number;
  readonly lon: number;
}

/**
 * The frame that shows a box as large as it can. The corners of a large box may lie far from all that is in it: where the points in it
 * are given, the frame is that of the box around them in the projection.
 */
export function frameOf(asked: Box, points: readonly MapPoint[] = []): MapFrame {
  return frameAround(roomyBox(asked), points);
}

/** The frame of a part that a reader moved the map to ({@link partOfUnits}). */
export function frameOfPart(part: Box): MapFrame {
  return frameAround(roomyBox(part, LEAST_SHOWN), []);
}

function frameAround(box: Box, points: readonly MapPoint[]): MapFrame {
  const wide = boxWidth(box);
  const isAround = wide > AROUND;
  const centre = [
    isAround ? USUAL_MIDDLE : wrapped(box.west + wide / 2),
    (box.south + box.north) / 2,
  ] as const;
  const kind = reach(box, centre) > FARTHEST ? 'world' : 'part';
  const middle = { kind, lon: centre[0], lat: kind === 'world' ? 0 : centre[1] } as const;
  const flat = projectionOf({ ...middle, scale: 1, x: 0, y: 0, height: 0 });
  // At the very edge of the world a point falls on either side.
  const edges =
    kind === 'world' && isAround ? { ...box, west: middle.lon - 179.9, east: middle.lon + 179.9 } : box;
  const given = points.map(({ lon, lat }) => [lon, lat] as const);
  const laid = (
    given.length > 1 && kind === 'part' ? [...given, ...samplesOf(leastBox(centre))] : samplesOf(edges)
  ).flatMap((point) => [flat([...point]) ?? []].filter((one) => one.length === 2));
  const xs = laid.map(([one = 0]) => one);
  const ys = laid.map(([, one = 0]) => one);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const height = FRAME_WIDTH * SHAPE;
  const scale = FILLED * Math.min(FRAME_WIDTH / (right - left), height / (bottom - top));
  return {
    ...middle,
    scale,
    x: FRAME_WIDTH / 2 - (scale * (left + right)) / 2,
    y: height / 2 - (scale * (top + bottom)) / 2,
    height,
  };
}

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
 * meridians and parallels do ({@link boxOutline}), and farther out where marks in the rectangle would be left out. Null where there is none, as
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

/** The edge of a box as an outline in units of a frame: meridians and parallels are curves in it. */
export function boxOutline(frame: MapFrame, box: Box): string {
  const projection = projectionOf(frame);
  const wide = boxWidth(box);
  const steps = Array.from({ length: 25 }, (_, at) => at / 24);
  const lon = (share: number) => box.west + wide * Math.min(Math.max(share, 1e-6), 1 - 1e-6);
  const lat = (share: number) => box.south + (box.north - box.south) * share;
  const points = [
    ...steps.map((at) => [lon(at), box.south]),
    ...steps.map((at) => [lon(1), lat(at)]),
    ...steps.map((at) => [lon(1 - at), box.north]),
    ...steps.map((at) => [lon(0), lat(1 - at)]),
  ];
  const laid = points.flatMap(([east = 0, north = 0]) => {
    const [x, y] = projection([east, north]) ?? [];
    return x === undefined || y === undefined
      ? []
      : [`${Math.round(10 * x) / 10} ${Math.round(10 * y) / 10}`];
  });
  return laid.length === 0 ? '' : `M${laid.join('L')}z`;
}

/** The part of the world that a rectangle of units shows, as its frame is made of ({@link frameOfPart}): so that a map that is moved again and again keeps its scale. */
export function partOfUnits(
  frame: MapFrame,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Box {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [wide, high] = [((right - left) / 2) * FILLED, ((bottom - top) / 2) * FILLED];
  const inner = [x - wide, y - high, x + wide, y + high] as const;
  const box = boxInUnits(frame, inner);
  if (box === null) return boxOfUnits(frame, inner);
  const times = Math.min(FRAME_WIDTH / (right - left), frame.height / (bottom - top));
  return settled(box, pointIn(frame, [x, y]), frame.scale * times);
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
