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

/** A place too dense for single marks: their indexes, and the slot of the axis they share. */
export interface Pile {
  readonly items: readonly number[];
  readonly x: number;
  readonly left: number;
  readonly right: number;
}

export interface Stack {
  /** Where each item went, by index; null where it is in a pile. */
  readonly placed: readonly ({ readonly x: number; readonly y: number } | null)[];
  readonly piles: readonly Pile[];
}

export interface StackRoom {
  readonly left: number;
  readonly right: number;
  /** How far from the middle line marks may reach, up and down. */
  readonly reach: number;
}

/** The least width of a slot, which holds a count such as `×128`. */
export const SLOT = 40;
/** Half the height of a count. */
export const PILE_HALF = 10;
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

function slotAt(x: number, room: StackRoom): number {
  const count = Math.max(1, Math.floor((room.right - room.left) / SLOT));
  return Math.min(count - 1, Math.max(0, Math.floor((x - room.left) / SLOT)));
}

function pileOf(slot: number, items: readonly StackItem[], room: StackRoom): Pile {
  const left = room.left + slot * SLOT;
  const last = slotAt(room.right, room) === slot;
  const right = last ? room.right : left + SLOT;
  const inside = items.flatMap((item, index) => (slotAt(item.x, room) === slot ? [index] : []));
  return { items: inside, left, right, x: left + Math.min(SLOT, right - left) / 2 };
}

/** Places everything outside the given slots; the slots of what finds no place are returned beside it. */
function tryStack(items: readonly StackItem[], room: StackRoom, full: ReadonlySet<number>) {
  const piles = [...full].sort((a, b) => a - b).map((slot) => pileOf(slot, items, room));
  const boxes: Box[] = piles.map(({ x }) => ({
    left: x - SLOT / 2 + 1,
    right: x + SLOT / 2 - 1,
    y: 0,
    half: PILE_HALF,
  }));
  const placed: ({ x: number; y: number } | null)[] = items.map(() => null);
  const overfull = new Set<number>();
  const large = (item: StackItem) => (item.half > 8 ? item.half : 0);
  const order = items.map((_, index) => index).sort((a, b) => large(items[b]!) - large(items[a]!) || a - b);
  for (const index of order) {
    const item = items[index]!;
    const slot = slotAt(item.x, room);
    if (full.has(slot) || overfull.has(slot)) continue;
    const box = place(item, boxes, room.reach);
    if (box === null) overfull.add(slot);
    else {
      boxes.push(box);
      placed[index] = { x: box.x, y: box.y };
    }
  }
  return { placed, piles, overfull };
}

function stackWithin(items: readonly StackItem[], room: StackRoom): Stack {
  const full = new Set<number>();
  for (;;) {
    const { placed, piles, overfull } = tryStack(items, room, full);
    if (overfull.size === 0) return { placed, piles };
    for (const slot of overfull) full.add(slot);
  }
}

/** A pile of fewer is not worth its while: the lane may grow for it, up to twice its reach. */
const LEAST_PILE = 6;
const GROWTH = [1, 1.4, 2] as const;

/**
 * Stacks the items of a lane about its middle line so that no two boxes touch: large ones first, then in the order
 * given. Where a place is too dense, all items of that slot become a pile, which is a box of its own.
 */
export function stackMarks(items: readonly StackItem[], room: StackRoom): Stack {
  const largest = items.reduce((most, { half }) => Math.max(most, half), 0);
  let stack: Stack = { placed: [], piles: [] };
  for (const growth of GROWTH) {
    stack = stackWithin(items, { ...room, reach: Math.max(room.reach * growth, largest + 14) });
    if (stack.piles.every((pile) => pile.items.length >= LEAST_PILE)) break;
  }
  return stack;
}
