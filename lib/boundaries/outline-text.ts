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

function joined(numbers: readonly number[]): string {
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
  return `M${joined([...rounded[0]!])}l${joined(steps)}${isClosed ? 'z' : ''}`;
}

/** Takes outlines from d3-geo as a canvas would, and writes them as SVG: simplified, to tenths of a unit, without specks. */
export class OutlineText {
  private readonly parts: string[] = [];
  private points: Point[] = [];
  /** `most`: how far the text may depart from what is drawn, in units; what is smaller than four times that is left out. */
  constructor(private readonly most: number) {}

  moveTo(x: number, y: number): void {
    this.end(false);
    this.points = [[x, y]];
  }

  lineTo(x: number, y: number): void {
    this.points.push([x, y]);
  }

  closePath(): void {
    this.end(true);
  }

  /** Points are no outlines. */
  arc(): void {}

  private end(isClosed: boolean): void {
    const { points, most } = this;
    this.points = [];
    if (points.length < 2) return;
    if (extent(points) < 4 * most) return;
    if (!isClosed) {
      this.parts.push(lineText(simplified(points, most), false));
      return;
    }
    // A ring is parted at the point farthest from its first, for a line needs two ends.
    const [first] = points;
    let [far, middle] = [-1, 0];
    points.forEach((point, at) => {
      const off = Math.hypot(point[0] - first![0], point[1] - first![1]);
      if (off > far) [far, middle] = [off, at];
    });
    const there = simplified(points.slice(0, middle + 1), most);
    const back = simplified([...points.slice(middle), first!], most);
    this.parts.push(lineText([...there, ...back.slice(1, -1)], true));
  }

  /** All outlines so far; '' where there are none. */
  text(): string {
    this.end(false);
    return this.parts.join('');
  }
}
