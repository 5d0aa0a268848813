import type { FeatureCollection, MultiLineString, Position } from 'geojson';

/** Lines nearer to each other than this many degrees are one line, drawn by two hands: about five kilometres. */
const NEAR = 0.05;
/** A line is looked at in pieces of so many degrees. */
const PIECE = 0.025;

/** Part of a line, between two points that follow each other. */
type Segment = readonly [from: Position, to: Position];

function segmentsOf(line: readonly Position[]): readonly Segment[] {
  return line.slice(1).map((to, at) => [line[at]!, to]);
}

/** Segments by the square degrees that they come near to. */
type Squares = ReadonlyMap<number, readonly Segment[]>;

/** The square degrees within so many degrees of a segment, each as a number; on either side of the date line, by itself. */
function squaresOf([[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment, about: number): readonly number[] {
  const [south, north] = [Math.min(ay, by) - about, Math.max(ay, by) + about];
  const wide = about / Math.cos((Math.min(80, Math.max(-south, north)) * Math.PI) / 180);
  const [west, east] = [Math.min(ax, bx) - wide, Math.max(ax, bx) + wide];
  const squares: number[] = [];
  for (let x = Math.floor(west); x <= east; x++)
    for (let y = Math.floor(south); y <= north; y++) squares.push(x * 1000 + y);
  return squares;
}

function squared(segments: readonly Segment[]): Squares {
  const squares = new Map<number, Segment[]>();
  for (const segment of segments) {
    for (const square of squaresOf(segment, NEAR)) {
      const there = squares.get(square) ?? [];
      there.push(segment);
      squares.set(square, there);
    }
  }
  return squares;
}

/** How far a point lies from a segment, in degrees of latitude; exact enough for what is near. */
function distance([lon = 0, lat = 0]: Position, [[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): number {
  const narrow = Math.cos((lat * Math.PI) / 180);
  const [x, y, dx, dy] = [(ax - lon) * narrow, ay - lat, (bx - ax) * narrow, by - ay];
  const along = dx * dx + dy * dy;
  const share = along === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / along));
  return Math.hypot(x + share * dx, y + share * dy);
}

/** Whether two segments run in one direction, there or back, within 45 degrees: a line that only meets a border takes nothing of it away. */
function isAlong(
  [[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment,
  [[cx = 0, cy = 0], [dx = 0, dy = 0]]: Segment,
): boolean {
  const narrow = Math.cos((ay * Math.PI) / 180);
  const [x, y, u, v] = [(bx - ax) * narrow, by - ay, (dx - cx) * narrow, dy - cy];
  return Math.abs(x * v - y * u) < Math.abs(x * u + y * v);
}

/** The pieces of a segment, each short. */
function pieces([from, to]: Segment): readonly Segment[] {
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [from, to];
  const many = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / PIECE));
  const point = (at: number): Position => [ax + ((bx - ax) * at) / many, ay + ((by - ay) * at) / many];
  return Array.from({ length: many }, (_, at) => [point(at), point(at + 1)]);
}

function middle([[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): Position {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/** The parts of a line of which `isKept` says that they stay: whole segments, or pieces of them. */
function kept(
  line: readonly Position[],
  isNear: (segment: Segment) => boolean,
  isKept: (piece: Segment) => boolean,
) {
  const lines: Position[][] = [];
  let open: Position[] | null = null;
  const add = (segment: Segment) => {
    if (open === null) {
      open = [segment[0]];
      lines.push(open);
    }
    open.push(segment[1]);
  };
  for (const segment of segmentsOf(line)) {
    if (!isNear(segment)) {
      add(segment);
      continue;
    }
    for (const piece of pieces(segment)) {
      if (isKept(piece)) add(piece);
      else open = null;
    }
  }
  return lines;
}

/** Borders without what runs along some other lines, so that a line in dispute is not drawn as a border beneath its dashes. */
export function apartFrom(
  borders: MultiLineString,
  others: FeatureCollection<MultiLineString> | null,
): MultiLineString {
  const lines = (others?.features ?? []).flatMap(({ geometry }) => linesOf(geometry));
  const squares = squared(lines.flatMap(segmentsOf));
  const isNear = (segment: Segment) => squaresOf(segment, 0).some((square) => squares.has(square));
  const isKept = (piece: Segment) => {
    const at = middle(piece);
    const there = squares.get(Math.floor(at[0] ?? 0) * 1000 + Math.floor(at[1] ?? 0)) ?? [];
    return !there.some((segment) => distance(at, segment) < NEAR && isAlong(piece, segment));
  };
  return {
    type: 'MultiLineString',
    coordinates: borders.coordinates.flatMap((line) => kept(line, isNear, isKept)),
  };
}

/** The lines of a feature; sets have single lines and features without any, too. */
export function linesOf(
  geometry: { readonly type: string; readonly coordinates: unknown } | null,
): readonly Position[][] {
  if (geometry === null) return [];
  return geometry.type === 'LineString'
    ? [geometry.coordinates as Position[]]
    : (geometry.coordinates as Position[][]);
}
