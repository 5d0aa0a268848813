/** A step of an outline from the point before, in hundredths of a pixel. */
export type Step = readonly [command: 'm' | 'l' | 'z', x: number, y: number];

/** By how many hundredths of a pixel points are placed, across and down: 1 is as they are. */
export type Grid = readonly [x: number, y: number];

/** A box that stands on its foot, or hangs from it where `end` is below: its end lies across from the foot. */
interface Standing {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly end: number;
}

/** The boxes of an outline that runs along their feet from left to right; null where it is anything else. */
function boxesOf(steps: readonly Step[]): Standing[] | null {
  const boxes: Standing[] = [];
  let [x, y, foot] = [0, 0, 0];
  for (const [kind, dx, dy] of steps) {
    if (kind === 'm') {
      if (y !== foot) return null;
      foot = y + dy;
    } else if (kind === 'z' || dx < 0 || (dx !== 0 && dy !== 0)) return null;
    else if (dx > 0 && y !== foot) boxes.push({ left: x, right: x + dx, foot, end: y });
    x += dx;
    y += dy;
  }
  return y === foot ? boxes : null;
}

/** From which column of a grid to before which one something reaches; of what is too narrow, the one that its middle lies in. */
function columnsOf(left: number, right: number, across: number): readonly [from: number, to: number] {
  const [from, to] = [Math.round(left / across), Math.round(right / across)];
  if (from !== to) return [from, to];
  const middle = Math.floor((left + right) / 2 / across);
  return [middle, middle + 1];
}

/** The nearest row of a grid. What lies between two is placed higher, for bars stand on what lies beneath. */
function rowOf(y: number, down: number): number {
  return Math.ceil(y / down - 0.5);
}

/** The box on a grid; no side of it is less than a step of the grid. */
function placed({ left, right, foot, end }: Standing, [across, down]: Grid): Standing {
  const [from, to] = columnsOf(left, right, across);
  const [low, high] = [rowOf(foot, down), rowOf(end, down)];
  const least = end < foot ? low - 1 : low + 1;
  return {
    left: from * across,
    right: to * across,
    foot: low * down,
    end: (high === low ? least : high) * down,
  };
}

/** Whether one box reaches as high and as low as another. */
function covers(one: Standing, other: Standing): boolean {
  return (
    Math.min(one.foot, one.end) <= Math.min(other.foot, other.end) &&
    Math.max(one.foot, one.end) >= Math.max(other.foot, other.end)
  );
}

/** Boxes on a grid, from left to right. Where two have come into one column, the one that covers the other has it. */
function besides(boxes: readonly Standing[], grid: Grid): readonly Standing[] {
  const kept: Standing[] = [];
  for (const one of boxes) {
    let box = placed(one, grid);
    const last = kept.at(-1);
    const column = box.left + grid[0];
    if (last?.right === column && last.left <= box.left) {
      if (covers(last, box)) box = { ...box, left: column };
      else if (covers(box, last)) {
        kept.pop();
        if (last.left < box.left) kept.push({ ...last, right: box.left });
      }
    }
    if (box.left < box.right) kept.push(box);
  }
  return kept;
}

/** Puts an outline together of points that lie across or down from the one before. */
class Outline {
  readonly steps: Step[] = [];
  x = 0;
  y = 0;

  go(kind: 'm' | 'l', toX: number, toY: number): void {
    if (kind === 'l' && toX === this.x && toY === this.y) return;
    const last = this.steps.at(-1);
    const isOn = kind === 'l' && toY === this.y && last?.[0] === 'l' && last[2] === 0;
    if (isOn) this.steps.pop();
    this.steps.push([kind, toX - this.x + (isOn ? last[1] : 0), toY - this.y]);
    [this.x, this.y] = [toX, toY];
  }
}

/**
 * The outline of filled boxes on a grid, or null where the steps are none of boxes on feet. Each box is placed by itself and has a step of the grid at
 * least, so that none is lost; of those in one column the highest is seen.
 */
export function boxSteps(steps: readonly Step[], grid: Grid): readonly Step[] | null {
  const boxes = boxesOf(steps);
  if (boxes === null) return null;
  const outline = new Outline();
  let foot = Number.NaN;
  for (const box of besides(boxes, grid)) {
    const isNext = box.foot === foot && box.left >= outline.x;
    if (outline.steps.length > 0 && !(isNext && box.left === outline.x)) outline.go('l', outline.x, foot);
    if (isNext) outline.go('l', box.left, outline.y);
    else outline.go('m', box.left, box.foot);
    foot = box.foot;
    outline.go('l', outline.x, box.end);
    outline.go('l', box.right, outline.y);
  }
  if (outline.steps.length > 0) outline.go('l', outline.x, foot);
  return outline.steps;
}

/** How high and how low a band is in each column that it has. */
type Band = Map<number, readonly [high: number, low: number]>;

/** The bands of an outline whose parts each go along one edge and back along the other; null where it is anything else. */
function bandsOf(steps: readonly Step[], across: number): Band[] | null {
  const bands: Band[] = [];
  let [x, y, startX, startY, turns, way] = [0, 0, 0, 0, 0, 0];
  const along = (dx: number) => {
    if (Math.sign(dx) !== way) turns++;
    way = Math.sign(dx);
    const band = bands.at(-1);
    const [from, to] = columnsOf(Math.min(x, x + dx), Math.max(x, x + dx), across);
    for (let column = from; column < to; column++) {
      const [high, low] = band?.get(column) ?? [y, y];
      band?.set(column, [Math.min(high, y), Math.max(low, y)]);
    }
  };
  /** Whether a part ends where it began, or beside that, from where a line along leads back. */
  const isClosed = () => {
    if (x !== startX && y === startY) along(startX - x);
    return (x === startX || y === startY) && turns <= 2;
  };
  for (const [kind, dx, dy] of steps) {
    if (kind === 'm') {
      if (!isClosed()) return null;
      [startX, startY, turns, way] = [x + dx, y + dy, 0, 0];
      bands.push(new Map());
    } else if (kind === 'z' || (dx !== 0 && dy !== 0)) return null;
    else if (dx !== 0) along(dx);
    x += dx;
    y += dy;
  }
  return isClosed() ? bands : null;
}

/** Like {@link boxSteps}, of bands that go along their upper and lower edges: where a band has any height, it has a step of the grid at least. */
export function bandSteps(steps: readonly Step[], [across, down]: Grid): readonly Step[] | null {
  const bands = bandsOf(steps, across);
  if (bands === null) return null;
  const outline = new Outline();
  for (const band of bands) {
    const columns = [...band.entries()]
      .sort(([a], [b]) => a - b)
      .map(([column, [high, low]]) => {
        const [top, foot] = [rowOf(high, down), rowOf(low, down)];
        return {
          left: column * across,
          high: (high < low && top === foot ? top - 1 : top) * down,
          low: foot * down,
        };
      });
    const [first] = columns;
    if (first === undefined) continue;
    outline.go('m', first.left, first.low);
    for (const { left, high } of columns) {
      outline.go('l', left, outline.y);
      outline.go('l', left, high);
      outline.go('l', left + across, high);
    }
    for (const { left, low } of columns.reverse()) {
      outline.go('l', outline.x, low);
      outline.go('l', left, low);
    }
  }
  return outline.steps;
}
