import { binParts } from '../../query/coverage/bin-parts';
import type { BinValue, Mark } from '../../query/result';
import { type Bin, binSpan } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import type { PlotFrame, TimeScale } from '../axis/time-axis';
import type { Lane } from './lanes';
import type { LaidCell, LaidItem, LaidLane, LaidMark } from './layout';
import { type CellStrip, stripOf } from './marks/cell-strip';
import { type DatePlace, markBox, placeDate } from './marks/mark-place';
import { type MarkForm, type MarkLook, type MarkSize, markForm } from './marks/mark-shape';
import { haveNoRoom } from './marks/room';
import { type Stack, type StackItem, stackMarks } from './marks/stack-marks';
import { stackRows } from './marks/stack-rows';

const CELL_HEIGHT = 34;
/** Cells narrower than this in pixels are drawn as one strip. */
const LEAST_CELL = 3;

/** What a lane holds, laid out about its middle line. */
export interface LaneContent {
  readonly holds: LaidLane['holds'];
  /** The items around a middle line. */
  readonly items: (middle: number) => readonly LaidItem[];
  readonly strip?: CellStrip;
  /** How far the items reach from the middle line. */
  readonly up: number;
  readonly down: number;
}

/** A lane, with what its content is laid out by. */
export interface LaneTask {
  readonly coverage: DaySpan;
  readonly index: number;
  readonly lane: Lane;
  readonly scale: TimeScale;
  readonly frame: PlotFrame;
  readonly size: MarkSize;
  readonly look: MarkLook;
  /** How far marks may reach from the middle line. */
  readonly reach: number;
}

/** A mark with a place on the time axis, whose row is to be found. */
interface KnownMark {
  readonly mark: Mark;
  readonly form: MarkForm;
  readonly bars: DatePlace['bars'];
  readonly box: StackItem;
}

/** The marks of a lane; null where they have no room. */
export function layMarks(task: LaneTask, marks: readonly Mark[]): LaneContent | null {
  const { index, lane, scale, size, look, reach } = task;
  if (look === 'fine' && haveNoRoom(task, marks)) return null;
  const known: KnownMark[] = [];
  for (const mark of marks) {
    const place = placeDate(mark.date, scale);
    if (place === null) continue;
    const form = markForm(mark, size);
    known.push({ mark, form, bars: place.bars, box: markBox(place, form, task) });
  }
  known.sort((a, b) => a.box.x - b.box.x);
  const boxes = known.map(({ box }) => box);
  const placed = look === 'fine' ? stackRows(boxes, reach) : stackMarks(boxes, { reach });
  if (placed === null) return null;
  const laid = ({ mark, form, bars }: KnownMark, at: number, middle: number): LaidMark => {
    const { x, y } = placed[at]!;
    return { kind: 'mark', key: `${lane.id}/${mark.id}`, lane: index, x, y: y + middle, mark, form, bars };
  };
  return {
    holds: 'marks',
    items: (middle) => known.map((one, at) => laid(one, at, middle)).sort((a, b) => a.x - b.x),
    ...reachOf(known, placed, look === 'fine' ? CELL_HEIGHT / 2 : 0),
  };
}

/** How far marks reach from their middle line, and `least`. */
function reachOf(
  known: readonly KnownMark[],
  placed: NonNullable<Stack>,
  least: number,
): Pick<LaneContent, 'up' | 'down'> {
  let [up, down] = [least, least];
  for (const [at, { form }] of known.entries()) {
    const { y } = placed[at]!;
    up = Math.max(up, form.half - y);
    down = Math.max(down, y + form.half);
  }
  return { up, down };
}

/** The bins of a lane as cells, of which the one that counts `most` is as high as there is room. */
export function layCells(task: LaneTask, cells: readonly BinValue[], bin: Bin, most: number): LaneContent {
  const { index, lane: of, scale, coverage } = task;
  const pixels = (value: number | null) =>
    value ? Math.max(1.5, Math.sqrt(value / most) * (CELL_HEIGHT - 4)) : 0;
  const items = cells.flatMap((value): LaidCell[] => {
    const span = binSpan(value.start, bin);
    const [from, to] = [Math.max(span.from, scale.from) as Day, Math.min(span.to, scale.to) as Day];
    if (from > to) return [];
    const [left, right] = [scale.x(from), scale.x((to + 1) as Day)];
    return [
      {
        ...{ kind: 'cell', key: `${of.id}/${value.start}`, lane: index, value, from, to, left },
        ...{ x: (left + right) / 2, y: CELL_HEIGHT / 2, width: right - left },
        ...{ best: pixels(value.best), high: pixels(value.high) },
        parts: binParts(span, scale, coverage),
      },
    ];
  });
  const half = CELL_HEIGHT / 2;
  const widest = items.reduce((most, { width }) => Math.max(most, width), 0);
  const lane: Pick<LaneContent, 'holds' | 'up' | 'down'> = { holds: 'cells', up: half, down: half };
  if (widest >= LEAST_CELL || items.length === 0) {
    return { ...lane, items: (middle) => items.map((item) => ({ ...item, y: item.y + middle })) };
  }
  return { ...lane, items: () => [], strip: stripOf(items) };
}
