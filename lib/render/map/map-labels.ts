import { formatRate } from '../../words/chance/rates';
import { formatNumber } from '../../words/figures';
import { textWidth } from '../scene/text-width';
import type { LaidPlace, MapLayout } from './lay-map';

/** A text of a map, by its middle. */
export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Whether it stands on a mark. */
  readonly on: boolean;
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const COUNT_SIZE = 11;
const NAME_SIZE = 12;
const MOST_NAMES = 12;
/** Only the largest marks are named. */
const MOST_TRIED = 30;
/** Smaller marks may lie beneath a name: a radius in pixels. */
const COVERED = 5;
const GAP = 3;
/** Marks of one name nearer to each other than this are one place, known more or less precisely, and are named once: in pixels. */
const ONE_PLACE = 100;

function meets(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function rectangle(text: string, size: number, x: number, y: number): Rectangle {
  const half = textWidth(text, size) / 2 + 1;
  return { left: x - half, right: x + half, top: y - size * 0.6, bottom: y + size * 0.6 };
}

/** Side of the squares by which rectangles near a place are found, in pixels. */
const SQUARE = 48;

/** Rectangles in their order, found by where they are, for there may be thousands. */
class Rectangles {
  private readonly squares = new Map<number, { readonly order: number; readonly box: Rectangle }[]>();

  private squaresOf({ left, right, top, bottom }: Rectangle): readonly number[] {
    const found: number[] = [];
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) {
      for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++)
        found.push(y * 10_000 + x);
    }
    return found;
  }

  add(box: Rectangle, order: number): void {
    for (const square of this.squaresOf(box)) {
      const here = this.squares.get(square);
      if (here) here.push({ order, box });
      else this.squares.set(square, [{ order, box }]);
    }
  }

  /** Whether any of them, from an order on, has a point in common with a rectangle. */
  meet(box: Rectangle, from = 0): boolean {
    return this.squaresOf(box).some((square) =>
      this.squares.get(square)?.some((one) => one.order >= from && meets(box, one.box)),
    );
  }
}

function boxOf({ x, y, radius }: LaidPlace): Rectangle {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** The count on a mark, where it has room for it. */
function countOn(item: LaidPlace, size: number): MapLabel | null {
  if (item.value === null || item.value === 0) return null;
  const text = item.mark.rate === undefined ? formatNumber(item.value) : formatRate(item.value);
  const room = (item.shape === 'hexagon' ? 1.9 : item.shape === 'region' ? 1.4 : 1.7) * item.radius;
  if (textWidth(text, size) > room || item.radius < size * 0.75) return null;
  return { text, x: item.x, y: item.y, size, on: true };
}

/** Hexagons are of one size, so that a count has room on all of them or on small counts alone, which would then seem to matter: on none then. */
function labelledShades(items: readonly LaidPlace[]): readonly LaidPlace[] {
  const hexagons = items.filter(({ shape, value }) => shape === 'hexagon' && value !== null && value > 0);
  if (hexagons.length === 0) return items;
  const [largest] = hexagons.toSorted((one, other) => other.value! - one.value!);
  return countOn(largest!, largest!.radius < 11 ? 9 : COUNT_SIZE) === null ? [] : items;
}

/** Where the name of a mark may stand: to the right, to the left, beneath, above. */
function sides({ x, y, radius }: LaidPlace, text: string): readonly (readonly [number, number])[] {
  const across = radius + GAP + textWidth(text, NAME_SIZE) / 2;
  const down = radius + GAP + NAME_SIZE * 0.6;
  return [
    [x + across, y],
    [x - across, y],
    [x, y + down],
    [x, y - down],
  ];
}

function isNamed({ mark, x, y }: LaidPlace, named: readonly LaidPlace[]): boolean {
  return named.some((one) => one.mark.name === mark.name && Math.hypot(one.x - x, one.y - y) < ONE_PLACE);
}

/**
 * The texts of a map, none of which lies upon another or upon a mark that is not its own: exact counts on marks that have room for
 * them, then the names of the largest places.
 */
export function mapLabels({ items, width, height, input }: MapLayout): readonly MapLabel[] {
  const isShaded = input.regions !== null || input.places.as === 'hexagons';
  const marks = new Rectangles();
  // A name may cover small marks beneath its halo, so that it is the largest places that are named, and not those that stand alone.
  const large = new Rectangles();
  const taken = new Rectangles();
  for (const [at, item] of items.entries()) {
    marks.add(boxOf(item), at);
    if (item.radius >= COVERED) large.add(boxOf(item), at);
  }
  const labels: MapLabel[] = [];
  const take = (label: MapLabel, box: Rectangle) => {
    labels.push(label);
    taken.add(box, 0);
  };
  const counted = isShaded ? labelledShades(items) : items;
  counted.forEach((item, at) => {
    const label = countOn(item, isShaded && item.radius < 11 ? 9 : COUNT_SIZE);
    if (label === null) return;
    const box = rectangle(label.text, label.size, label.x, label.y);
    // A smaller mark that stands on it would cover the text.
    const isCovered = !isShaded && marks.meet(box, at + 1);
    if (!isCovered && !taken.meet(box)) take(label, box);
  });
  if (isShaded) return labels;
  const named: LaidPlace[] = [];
  for (const [at, item] of items.entries()) {
    if (named.length >= Math.min(MOST_NAMES, width / 60) || at >= MOST_TRIED) break;
    const text = item.mark.name;
    if (text === null || item.mark.names > 1 || text.length > 24 || isNamed(item, named)) continue;
    const free = sides(item, text).find(([x, y]) => {
      const box = rectangle(text, NAME_SIZE, x, y);
      const isInside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      return isInside && !taken.meet(box) && !large.meet(box);
    });
    if (free === undefined) continue;
    named.push(item);
    take({ text, x: free[0], y: free[1], size: NAME_SIZE, on: false }, rectangle(text, NAME_SIZE, ...free));
  }
  return labels;
}
