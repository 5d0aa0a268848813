/** A point in units of a frame. */
type Point = readonly [x: number, y: number];

/** How far a point lies from the line through two others. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs(dx * (y - y1) - dy * (x - x1)) / length;
}

/** Those points without which the line would depart by more than `most` (Douglas and Peucker 1973). */
function simplified(points: readonly Point[], most: number): readonly Point[] {
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last] = span;
    let [far, at] = [most, -1];
    for (let index = first + 1; index < last; index++) {
      const off = distance(points[index]!, points[first]!, points[last]!);
      if (off > far) [far, at] = [off, index];
    }
    if (at < 0) continue;
    kept[at] = 1;
    spans.push([first, at], [at, last]);
  }
  return points.filter((_, index) => kept[index] === 1);
}

/** Width and height together. */
function extent(points: readonly Point[]): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return right - left + bottom - top;
}

/** A number of tenths, as short as SVG can read it. */
function tenths(value: number): string {
  const text = String(Math.abs(value) / 10).replace(/^0\./, '.');
  return value < 0 ? `-${text}` : text;
}

function tenthsText(numbers: readonly number[]): string {
  return numbers.map((value, at) => (at > 0 && value >= 0 ? ` ${tenths(value)}` : tenths(value))).join('');
}

/** Lines as SVG: the first point where it is, all others from the one before. */
function lineText(points: readonly Point[], isClosed: boolean): string {
  const rounded = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  const steps: number[] = [];
  for (let at = 1; at < rounded.length; at++) {
    const [dx, dy] = [rounded[at]![0] - rounded[at - 1]![0], rounded[at]![1] - rounded[at - 1]![1]];
    if (dx !== 0 || dy !== 0) steps.push(dx, dy);
  }
  if (steps.length < (isClosed ? 4 : 2)) return '';
  return `M${tenthsText([...rounded[0]!])}l${tenthsText(steps)}${isClosed ? 'z' : ''}`;
}

/** Closer points than this are one, in units: less than a picture shows. */
const SAME = 0.25;

/** One line, or the edge of an area. */
interface Outline {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

/** A ring is parted at the point farthest from its first, for a line needs two ends. */
function ringText(points: readonly Point[], most: number): string {
  const [first] = points;
  let [far, middle] = [-1, 0];
  points.forEach((point, at) => {
    const off = Math.hypot(point[0] - first![0], point[1] - first![1]);
    if (off > far) [far, middle] = [off, at];
  });
  const there = simplified(points.slice(0, middle + 1), most);
  const back = simplified([...points.slice(middle), first!], most);
  return lineText([...there, ...back.slice(1, -1)], true);
}

/** Takes outlines from d3-geo as a canvas would, to write them as SVG. */
export class Outlines {
  private readonly lines: Outline[] = [];
  private points: Point[] = [];

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.end(false);
    this.points = [[x, y]];
  }

  lineTo(x: number, y: number): void {
    const last = this.points.at(-1);
    if (last && Math.abs(last[0] - x) + Math.abs(last[1] - y) < SAME) return;
    this.points.push([x, y]);
  }

  closePath(): void {
    this.end(true);
  }

  /** Points are no outlines. */
  arc(): void {}

  private end(isClosed: boolean): void {
    const { points } = this;
    this.points = [];
    if (points.length > 1) this.lines.push({ points, isClosed });
  }

  /** All outlines so far, to tenths of a unit, departing by no more than `most`; what is smaller than four times that is left out. */
  text(most: number): string {
    this.end(false);
    return this.lines
      .filter(({ points }) => extent(points) >= 4 * most)
      .map(({ points, isClosed }) =>
        isClosed ? ringText(points, most) : lineText(simplified(points, most), false),
      )
      .join('');
  }
}
