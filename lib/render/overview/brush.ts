import { type Bin, floorBin, nextBin } from '../../time/bin';
import { addDays, type Day, type DaySpan } from '../../time/day';

/**
 * What a drag on the overview does to the window. Edges are the boundaries between days, named by the day that follows:
 * the end edge of a window is the day after its last.
 */
export type BrushDrag =
  | { readonly kind: 'new'; readonly anchor: number }
  | { readonly kind: 'move'; readonly grab: number; readonly window: DaySpan }
  | { readonly kind: 'start' | 'end'; readonly window: DaySpan };

export interface BrushSpace {
  readonly bin: Bin;
  /** As far as the brush reaches. */
  readonly limits: DaySpan;
}

function clampEdge(edge: number, { limits }: BrushSpace): Day {
  return Math.min(limits.to + 1, Math.max(limits.from, edge)) as Day;
}

/** The boundary between bins that is nearest to a point in time, as far as the limits allow. */
export function nearestEdge(at: number, space: BrushSpace): Day {
  const start = floorBin(Math.floor(at) as Day, space.bin);
  const next = nextBin(start, space.bin);
  return clampEdge(at - start < next - at ? start : next, space);
}

function between(a: Day, b: Day, space: BrushSpace): DaySpan {
  const from = Math.min(a, b) as Day;
  const end = Math.max(a, b);
  if (end > from) return { from, to: (end - 1) as Day };
  const start = clampEdge(floorBin(Math.min(from, space.limits.to) as Day, space.bin), space);
  return { from: start, to: addDays(clampEdge(nextBin(floorBin(start, space.bin), space.bin), space), -1) };
}

function moved(
  { grab, window }: Extract<BrushDrag, { kind: 'move' }>,
  at: number,
  space: BrushSpace,
): DaySpan {
  const length = window.to + 1 - window.from;
  const room = { low: space.limits.from - window.from, high: space.limits.to - window.to };
  const by = Math.min(room.high, Math.max(room.low, at - grab));
  if (by === room.low) return { from: space.limits.from, to: addDays(space.limits.from, length - 1) };
  if (by === room.high) return { from: addDays(space.limits.to, 1 - length), to: space.limits.to };
  return between(nearestEdge(window.from + by, space), nearestEdge(window.from + by + length, space), space);
}

/** The window while a drag is at a point in time (days, with fractions). It is never shorter than a bin. */
export function brushTo(drag: BrushDrag, at: number, space: BrushSpace): DaySpan {
  if (drag.kind === 'new') return between(nearestEdge(drag.anchor, space), nearestEdge(at, space), space);
  if (drag.kind === 'move') return moved(drag, at, space);
  const { from, to } = drag.window;
  const edge = nearestEdge(at, space);
  if (drag.kind === 'start') return { from: Math.min(edge, to) as Day, to };
  return { from, to: Math.max(addDays(edge, -1), from) as Day };
}

function step(edge: Day, bins: number, bin: Bin): Day {
  let at = edge;
  for (let i = 0; i < Math.abs(bins); i++) {
    at = bins < 0 ? floorBin(addDays(at, -1), bin) : nextBin(floorBin(at, bin), bin);
  }
  return at;
}

/** The window with one edge moved by whole bins, to the next boundary between bins; `from` stays before `to`. */
export function stepEdge(window: DaySpan, edge: 'start' | 'end', bins: number, space: BrushSpace): DaySpan {
  if (edge === 'start') {
    const from = clampEdge(step(window.from, bins, space.bin), space);
    return { from: Math.min(from, window.to) as Day, to: window.to };
  }
  const end = clampEdge(step(addDays(window.to, 1), bins, space.bin), space);
  return { from: window.from, to: Math.max(addDays(end, -1), window.from) as Day };
}
