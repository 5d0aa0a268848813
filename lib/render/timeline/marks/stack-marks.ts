/** A box to be placed: `x` is fixed but for its play, `y` is free. `left` and `right` take in its bars. */
export interface StackItem {
  readonly x: number;
  readonly left: number;
  readonly right: number;
  /** Half its width without bars, and half its height. */
  readonly half: number;
  /** How far it may move sideways. */
  readonly play: number;
}

/** Where each item went, by index; null where not all of them have room. */
export type Stack = readonly { readonly x: number; readonly y: number }[] | null;

export interface StackRoom {
  /** How far from the middle line marks may reach, up and down. */
  readonly reach: number;
}

const GAP = 1.5;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly half: number;
}

/** The y nearest to the middle at which a box clears the others, above before below; null where none is in reach. */
function nearestFree(others: readonly Box[], half: number, reach: number): number | null {
  const tries = new Set([0]);
  for (const other of others) {
    const step = other.half + half + GAP;
    tries.add(Math.round((other.y - step) * 100) / 100);
    tries.add(Math.round((other.y + step) * 100) / 100);
  }
  const ordered = [...tries]
    .filter((y) => Math.abs(y) + half <= reach)
    .sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
  const clears = (y: number) =>
    others.every((other) => Math.abs(other.y - y) >= other.half + half + GAP - 0.02);
  return ordered.find(clears) ?? null;
}

/** Steps sideways that keep an item inside its day: none, then ever farther to both sides. */
function sidesteps({ half, play }: StackItem): readonly number[] {
  const step = 2 * half + GAP;
  const count = Math.min(20, Math.floor((play - half) / step));
  return [
    0,
    ...Array.from({ length: Math.max(0, count) }, (_, i) => [(i + 1) * step, -(i + 1) * step]).flat(),
  ];
}

function place(item: StackItem, boxes: readonly Box[], reach: number): (Box & { readonly x: number }) | null {
  let best: (Box & { readonly x: number }) | null = null;
  for (const dx of sidesteps(item)) {
    const [left, right] = [item.left + dx, item.right + dx];
    const others = boxes.filter((box) => box.left < right + GAP && box.right > left - GAP);
    const y = nearestFree(others, item.half, reach);
    if (y !== null && (best === null || Math.abs(y) < Math.abs(best.y))) {
      best = { x: item.x + dx, left, right, y, half: item.half };
    }
    if (best?.y === 0) break;
  }
  return best;
}

function stackWithin(items: readonly StackItem[], reach: number): Stack {
  const boxes: Box[] = [];
  const placed: { readonly x: number; readonly y: number }[] = [];
  const large = ({ half }: StackItem) => (half > 8 ? half : 0);
  const order = items.map((_, index) => index).sort((a, b) => large(items[b]!) - large(items[a]!) || a - b);
  for (const index of order) {
    const box = place(items[index]!, boxes, reach);
    if (box === null) return null;
    boxes.push(box);
    placed[index] = { x: box.x, y: box.y };
  }
  return placed;
}

/** A lane may grow for its marks, up to twice its reach. */
const GROWTH = [1, 1.4, 2] as const;

/**
 * Stacks the items of a lane about its middle line so that no two boxes touch: large ones first, then in the order
 * given. Null where there are too many of them in some place: then none is drawn apart, for what stood there as a count would be
 * lower than a single mark beside it.
 */
export function stackMarks(items: readonly StackItem[], room: StackRoom): Stack {
  const largest = items.reduce((most, { half }) => Math.max(most, half), 0);
  for (const growth of GROWTH) {
    const stack = stackWithin(items, Math.max(room.reach * growth, largest + 14));
    if (stack !== null) return stack;
  }
  return null;
}
