import type { Stack, StackItem } from './stack-marks';

/** Half the height of a row: of the smallest diamond, the widest of the smallest marks. */
const HALF_ROW = 2.51;
/** Half the width of the smallest mark. */
const LEAST_HALF = 2;
const GAP = 0.25;
const ROW = 2 * HALF_ROW + GAP;

/** The rows that fit within a reach above and below the middle line, the nearest to it first. */
function rowsWithin(reach: number): readonly number[] {
  const most = Math.floor((reach - HALF_ROW) / ROW);
  if (most < 0) return [];
  return [0, ...Array.from({ length: most }, (_, at) => [-(at + 1), at + 1]).flat()];
}

/** More items than this never have room in a lane of a width, and need not be tried. */
export function mostInRows(width: number, reach: number): number {
  // The last of a row may reach beyond it.
  return rowsWithin(reach).length * (Math.floor(width / (2 * LEAST_HALF + GAP)) + 2);
}

/** Pixels of a stretch of a lane in which marks are counted. */
const STRETCH = 40;

/**
 * Whether marks of single days surely have no room in rows, by how many stand in any stretch of a width: far less work than to place them. `xs` are their
 * places, each of which may be left by `play` pixels; at the ends of the lane marks may be moved further, so nothing is said of these.
 */
export function areCrowded(
  xs: Iterable<number>,
  frame: { left: number; width: number },
  reach: number,
  play: number,
) {
  const rows = rowsWithin(reach).length;
  const most = rows * (Math.floor((STRETCH + 2 * play) / (2 * LEAST_HALF + GAP)) + 1);
  const stretches = Math.ceil((frame.width - frame.left) / STRETCH);
  const counts = new Uint32Array(stretches);
  for (const x of xs) {
    const stretch = Math.floor((x - frame.left) / STRETCH);
    if (stretch > 0 && stretch < stretches - 1 && ++counts[stretch]! > most) return true;
  }
  return false;
}

/** How many rows above and below its own a mark takes. */
function rowsBeside(half: number): number {
  return Math.max(0, Math.ceil((half - HALF_ROW) / ROW));
}

/** Marks of one day side by side, as far as the day has room, and the fewest columns of them that are needed. */
function sidewards(items: readonly StackItem[]): readonly number[] {
  const first = items[0];
  if (!first || items.length === 1 || first.play === 0) return items.map(() => 0);
  const half = items.reduce((most, one) => Math.max(most, one.half), 0);
  const step = 2 * half + GAP;
  const room = 1 + 2 * Math.max(0, Math.floor((first.play - half) / step));
  const columns = Math.min(room, items.length);
  return items.map((_, at) => (Math.floor((at * columns) / items.length) - (columns - 1) / 2) * step);
}

/** How far each item is moved to the side; `items` ascend by x. */
function sidesteps(items: readonly StackItem[]): readonly number[] {
  const moved: number[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && items[to]!.x === items[from]!.x && items[to]!.play === items[from]!.play)
      to++;
    for (const by of sidewards(items.slice(from, to))) moved.push(by);
    from = to;
  }
  return moved;
}

/**
 * Stacks thousands of small items in rows about the middle line, so that no two boxes touch: from left to right, each in the free row that is nearest to the
 * middle. Null where not all of them have room. `items` ascend by x; the work goes with their number.
 */
export function stackRows(items: readonly StackItem[], reach: number): Stack {
  const rows = rowsWithin(reach);
  const farthest = (rows.length - 1) / 2;
  const by = sidesteps(items);
  // Up to where each row is taken, the topmost first.
  const taken = new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY);
  const order = items.map((_, at) => at).sort((a, b) => leftOf(a) - leftOf(b) || a - b);
  const placed: { readonly x: number; readonly y: number }[] = [];
  function leftOf(at: number): number {
    return items[at]!.left + by[at]!;
  }
  for (const at of order) {
    const item = items[at]!;
    const beside = rowsBeside(item.half);
    const left = leftOf(at);
    const isFree = (row: number) => {
      if (Math.abs(row) + beside > farthest) return false;
      for (let one = row - beside; one <= row + beside; one++)
        if (taken[one + farthest]! > left) return false;
      return true;
    };
    const row = rows.find(isFree);
    if (row === undefined) return null;
    taken.fill(item.right + by[at]! + GAP, row - beside + farthest, row + beside + farthest + 1);
    placed[at] = { x: item.x + by[at]!, y: row * ROW };
  }
  return placed;
}
