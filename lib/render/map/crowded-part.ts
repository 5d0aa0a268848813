import type { LaidPlace, MapLayout } from './lay-map';

/** Of what is counted, at least this share is in the crowded part: were it spread evenly, so much would need more than half of the width. */
const MUCH = 0.35;
/** A part is told of where it can be shown so many times larger. */
const TIMES = 2;
/** Fewer marks than this never heap, and more are everywhere. */
const [LEAST_MARKS, MOST_MARKS] = [12, 1000];
/** A part so many times the smallest has more in it, and is told of in its place. */
const HARDLY_LARGER = 1.3;
/** In so many pixels marks lie upon one another: no part is smaller. */
const HEAP = 24;
/** Room about the part, of its size. */
const ABOUT = 0.08;

/** A small part of a map in which much of what it counts lies. */
export interface CrowdedPart {
  /** In pixels of the map. */
  readonly corners: readonly [left: number, top: number, right: number, bottom: number];
  /** Marks in it. */
  readonly marks: number;
}

type Edge = 'left' | 'right' | 'top' | 'bottom';
const EDGES: readonly Edge[] = ['left', 'right', 'top', 'bottom'];

/** Marks in the order in which each edge of a box about them would leave them out. */
class Shrinking {
  readonly #orders: Readonly<Record<Edge, readonly LaidPlace[]>>;
  readonly #at: Record<Edge, number> = { left: 0, right: 0, top: 0, bottom: 0 };
  readonly #left = new Set<LaidPlace>();

  constructor(items: readonly LaidPlace[]) {
    const byX = items.toSorted((one, other) => one.x - other.x);
    const byY = items.toSorted((one, other) => one.y - other.y);
    this.#orders = { left: byX, right: byX.toReversed(), top: byY, bottom: byY.toReversed() };
  }

  /** The mark at an edge, which may be the next that is left out. */
  at(edge: Edge, further = 0): LaidPlace {
    const order = this.#orders[edge];
    while (this.#left.has(order[this.#at[edge]]!)) this.#at[edge]++;
    let [place, more] = [this.#at[edge], further];
    while (more > 0 && place < order.length - 1) {
      place++;
      if (!this.#left.has(order[place]!)) more--;
    }
    return order[place]!;
  }

  leave(item: LaidPlace): void {
    this.#left.add(item);
  }

  corners(): CrowdedPart['corners'] {
    return [this.at('left').x, this.at('top').y, this.at('right').x, this.at('bottom').y];
  }

  /** How much narrower the box becomes without the mark at an edge, of its width or height. */
  gain(edge: Edge): number {
    const [one, next] = [this.at(edge), this.at(edge, 1)];
    const [left, top, right, bottom] = this.corners();
    return edge === 'left' || edge === 'right'
      ? Math.abs(one.x - next.x) / (right - left || 1)
      : Math.abs(one.y - next.y) / (bottom - top || 1);
  }
}

/** The boxes that are left one after the other, the outermost mark that widens a box most taken out each time, as long as much is in it. */
function shrinking(items: readonly LaidPlace[]): readonly CrowdedPart[] {
  const weight = ({ mark }: LaidPlace) => mark.matched;
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  const box = new Shrinking(items);
  let [rest, marks] = [total, items.length];
  const found: CrowdedPart[] = [{ corners: box.corners(), marks }];
  for (;;) {
    const [edge] = EDGES.toSorted((one, other) => box.gain(other) - box.gain(one));
    const item = box.at(edge!);
    rest -= weight(item);
    marks--;
    if (rest < MUCH * total || marks < 2) return found;
    box.leave(item);
    found.push({ corners: box.corners(), marks });
  }
}

/** The part of a map of marks in which much of what it counts heaps; null where no small part has, or where marks have room. */
export function crowdedPart({ items, width, height, input }: MapLayout): CrowdedPart | null {
  if (input.regions !== null || input.places.as === 'hexagons') return null;
  if (items.length < LEAST_MARKS || items.length > MOST_MARKS) return null;
  const sizeOf = ({ corners: [left, top, right, bottom] }: CrowdedPart) =>
    Math.max((right - left) / width, (bottom - top) / height) * (1 + 2 * ABOUT);
  const boxes = shrinking(items);
  const least = sizeOf(boxes.at(-1)!);
  const found = boxes.find((one) => sizeOf(one) <= Math.max(HARDLY_LARGER * least, HEAP / width))!;
  if (sizeOf(found) * TIMES > 1) return null;
  const [left, top, right, bottom] = found.corners;
  const [dx, dy] = [(right - left) * ABOUT, (bottom - top) * ABOUT];
  return { corners: [left - dx, top - dy, right + dx, bottom + dy], marks: found.marks };
}
