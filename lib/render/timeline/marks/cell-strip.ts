import { boxesPath } from '../../scene/boxes-path';

/** A lower range, in pixels, nobody sees. */
const LEAST_RANGE = 0.25;
/** A cell is drawn at least so wide, in pixels. */
const LEAST_WIDTH = 0.6;

/** How a cell stands in its lane, in pixels: `y` is its foot, `best` and `high` are how far it reaches up. */
interface Cell {
  readonly left: number;
  readonly width: number;
  readonly y: number;
  readonly best: number;
  readonly high: number;
}

/** Cells too narrow to be hit, as two outlines from the lane's middle: up to best, and of those whose range is seen up to high. */
export interface CellStrip {
  readonly best: string;
  readonly high: string;
}

/** Whether what a cell has beyond best is seen. */
export function rangeIsSeen({ best, high }: Pick<Cell, 'best' | 'high'>): boolean {
  return high - best > LEAST_RANGE;
}

/** The outline of all cells of a lane in one: thousands of links would neither be seen nor hit. */
export function stripOf(cells: readonly Cell[]): CellStrip {
  const bars = (height: (cell: Cell) => number) =>
    boxesPath(
      cells.map((cell) => {
        const tall = height(cell);
        return { x: cell.left, y: cell.y - tall, width: Math.max(LEAST_WIDTH, cell.width), height: tall };
      }),
    );
  return { best: bars(({ best }) => best), high: bars((cell) => (rangeIsSeen(cell) ? cell.high : 0)) };
}
