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
const GAP = 3;

function meets(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function rectangle(text: string, size: number, x: number, y: number): Rectangle {
  const half = textWidth(text, size) / 2 + 1;
  return { left: x - half, right: x + half, top: y - size * 0.6, bottom: y + size * 0.6 };
}

function boxOf({ x, y, radius }: LaidPlace): Rectangle {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** The count on a mark, where it has room for it. */
function countOn(item: LaidPlace, size: number): MapLabel | null {
  if (item.value === null || item.value === 0) return null;
  const text = formatNumber(item.value);
  const room = (item.shape === 'hexagon' ? 1.9 : item.shape === 'region' ? 1.4 : 1.7) * item.radius;
  if (textWidth(text, size) > room || item.radius < size * 0.75) return null;
  return { text, x: item.x, y: item.y, size, on: true };
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

/**
 * The texts of a map, none of which lies upon another or upon a mark that is not its own: exact counts on marks that have room for
 * them, then the names of the largest places.
 */
export function mapLabels({ items, width, height, input }: MapLayout): readonly MapLabel[] {
  const isShaded = input.regions !== null || input.places.as === 'hexagons';
  const marks = items.map(boxOf);
  const taken: Rectangle[] = [];
  const labels: MapLabel[] = [];
  const take = (label: MapLabel, box: Rectangle) => {
    labels.push(label);
    taken.push(box);
  };
  items.forEach((item, at) => {
    const label = countOn(item, isShaded && item.radius < 11 ? 9 : COUNT_SIZE);
    if (label === null) return;
    const box = rectangle(label.text, label.size, label.x, label.y);
    // A smaller mark that stands on it would cover the text.
    const isCovered = !isShaded && marks.slice(at + 1).some((one) => meets(box, one));
    if (!isCovered && !taken.some((one) => meets(box, one))) take(label, box);
  });
  if (isShaded) return labels;
  let names = 0;
  for (const [at, item] of items.entries()) {
    if (names >= Math.min(MOST_NAMES, width / 60) || at > 60) break;
    const text = item.mark.name;
    if (text === null || item.mark.names > 1 || text.length > 24) continue;
    const free = sides(item, text).find(([x, y]) => {
      const box = rectangle(text, NAME_SIZE, x, y);
      const isInside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      return isInside && ![...taken, ...marks].some((one) => meets(box, one));
    });
    if (free === undefined) continue;
    names += 1;
    take({ text, x: free[0], y: free[1], size: NAME_SIZE, on: false }, rectangle(text, NAME_SIZE, ...free));
  }
  return labels;
}
