/** x and y of points by turns. */
export type FlatPoints = Readonly<ArrayLike<number>>;

/** What lines are cut at. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function isWithin(points: FlatPoints, { left, top, right, bottom }: Edges): boolean {
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!];
    if (x < left || x > right || y < top || y > bottom) return false;
  }
  return true;
}

/** A ring without what lies on the far side of one edge, along which it runs instead (Sutherland and Hodgman 1974). */
function cutAt(points: FlatPoints, axis: 0 | 1, edge: number, sign: 1 | -1): FlatPoints {
  const kept: number[] = [];
  const last = points.length - 2;
  let [x, y] = [points[last]!, points[last + 1]!];
  let depth = sign * ((axis === 0 ? x : y) - edge);
  for (let at = 0; at <= last; at += 2) {
    const [toX, toY] = [points[at]!, points[at + 1]!];
    const toDepth = sign * ((axis === 0 ? toX : toY) - edge);
    if (depth >= 0 !== toDepth >= 0) {
      const share = depth / (depth - toDepth);
      kept.push(axis === 0 ? edge : x + share * (toX - x), axis === 1 ? edge : y + share * (toY - y));
    }
    if (toDepth >= 0) kept.push(toX, toY);
    [x, y, depth] = [toX, toY, toDepth];
  }
  return kept;
}

/**
 * The part of a ring within edges, as one ring: where it leaves them it runs along them, there and back where the part is in pieces. Its first point is not
 * repeated at the end. Empty where nothing is within.
 */
export function cutRing(points: FlatPoints, edges: Edges): FlatPoints {
  if (isWithin(points, edges)) return points;
  let kept = cutAt(points, 0, edges.left, 1);
  if (kept.length > 0) kept = cutAt(kept, 0, edges.right, -1);
  if (kept.length > 0) kept = cutAt(kept, 1, edges.top, 1);
  return kept.length > 0 ? cutAt(kept, 1, edges.bottom, -1) : kept;
}

/** Where a stretch enters edges and where it leaves them, as shares of its length (Liang and Barsky 1984); null where it stays outside. */
function shareWithin(
  x: number,
  y: number,
  toX: number,
  toY: number,
  { left, top, right, bottom }: Edges,
): readonly [from: number, to: number] | null {
  let [from, to] = [0, 1];
  for (const [way, room] of [
    [x - toX, x - left],
    [toX - x, right - x],
    [y - toY, y - top],
    [toY - y, bottom - y],
  ] as const) {
    if (way === 0) {
      if (room < 0) return null;
    } else if (way < 0) from = Math.max(from, room / way);
    else to = Math.min(to, room / way);
  }
  return from < to ? [from, to] : null;
}

/** The pieces of a line within edges. */
export function cutLine(points: FlatPoints, edges: Edges): readonly FlatPoints[] {
  if (isWithin(points, edges)) return [points];
  const pieces: number[][] = [];
  let open: number[] | null = null;
  for (let at = 2; at < points.length; at += 2) {
    const [x, y, toX, toY] = [points[at - 2]!, points[at - 1]!, points[at]!, points[at + 1]!];
    const share = shareWithin(x, y, toX, toY, edges);
    if (share === null) {
      open = null;
      continue;
    }
    const [from, to] = share;
    if (open === null || from > 0) {
      open = from === 0 ? [x, y] : [x + from * (toX - x), y + from * (toY - y)];
      pieces.push(open);
    }
    if (to === 1) open.push(toX, toY);
    else {
      open.push(x + to * (toX - x), y + to * (toY - y));
      open = null;
    }
  }
  return pieces;
}
