import { type BinParts, binParts } from '../../query/coverage/bin-parts';
import type { SeriesInfo } from '../../query/info/series-info';
import type { BinValue, Mark } from '../../query/result';
import { type Bin, binSpan } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import type { View } from '../../view/view';
import { FIRST_WIDTH, NARROW, type PlotFrame, plotFrame, type TimeScale, timeScale } from '../axis/time-axis';
import type { Lane } from './lanes';
import { type CellStrip, stripOf } from './marks/cell-strip';
import { cellsByLane, marksByLane } from './marks/lane-marks';
import { type DatePlace, markBox, placeDate } from './marks/mark-place';
import { type MarkForm, type MarkLook, type MarkSize, markForm, markSize } from './marks/mark-shape';
import { haveNoRoom } from './marks/room';
import { type Stack, type StackItem, stackMarks } from './marks/stack-marks';
import { stackRows } from './marks/stack-rows';

/** What a timeline is drawn from. `window` is what is drawn; marks and cells may still be those of the window before. */
export interface TimelineInput {
  readonly info: SeriesInfo;
  readonly view: View;
  readonly window: { readonly from: Day; readonly to: Day };
  readonly width: number;
  readonly lanes: readonly Lane[];
  /** Empty where there are too many. */
  readonly marks: readonly Mark[];
  /** Fine where there are thousands of marks. */
  readonly look: MarkLook;
  /** What stands in for marks, in all lanes where there are none and in each whose marks have no room. */
  readonly cells: { readonly bin: Bin; readonly bins: readonly BinValue[] };
}

interface Laid {
  /** Unique in the timeline, and the same for the same thing after a zoom. */
  readonly key: string;
  /** Index of the lane. */
  readonly lane: number;
  readonly x: number;
  readonly y: number;
}

export interface LaidMark extends Laid {
  readonly kind: 'mark';
  readonly mark: Mark;
  readonly form: MarkForm;
  readonly bars: DatePlace['bars'];
}

/** One bin of a lane of too many marks. `y` is its foot. */
export interface LaidCell extends Laid {
  readonly kind: 'cell';
  readonly value: BinValue;
  readonly left: number;
  readonly width: number;
  /** Pixels up to best, and up to high; they go with the square root of the count, so that small lanes stay visible. */
  readonly best: number;
  readonly high: number;
  /** What keeps its bin from being whole. */
  readonly parts: BinParts;
  readonly from: Day;
  readonly to: Day;
}

export type LaidItem = LaidMark | LaidCell;

export interface LaidLane {
  /** Its incidents as marks, or its bins as cells: one or the other, so that what is taller always counts more. */
  readonly holds: 'marks' | 'cells';
  /** Stands in for the lane's cells where they are too narrow to be hit. */
  readonly strip: CellStrip | null;
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly middle: number;
  /** Where the name of its group stands, above `top`. */
  readonly headingY: number | null;
}

export interface TimelineLayout {
  readonly input: TimelineInput;
  readonly frame: PlotFrame;
  readonly scale: TimeScale;
  readonly narrow: boolean;
  readonly lanes: readonly LaidLane[];
  /** By lane, then along the time axis. */
  readonly items: readonly LaidItem[];
  /** Incidents whose start is not known, nor an end inside the window: they stand nowhere on the axis. */
  readonly undated: readonly string[];
  /** Bottom of the last lane. */
  readonly height: number;
  readonly size: MarkSize;
}

const PAD = 5;
/** The height of a heading above lanes, in pixels. */
export const HEADING = 22;
const LEAST_LANE = 36;
/** On narrow screens the label stands above its lane, in so many pixels of it. */
export const LABEL_ROW = 18;
const LEAST_NARROW_LANE = 26;
const CELL_HEIGHT = 34;
/** Cells narrower than this in pixels are drawn as one strip. */
const LEAST_CELL = 3;
/** About as much height as all lanes of marks may take together. */
const ALL_LANES = 560;
/** How far marks may reach from the middle line: fine ones on a wide screen always, others where there are few lanes. */
const MOST_REACH = 100;
/** And where there are many lanes. */
const LEAST_REACH = 40;

interface LaneContent {
  readonly holds: LaidLane['holds'];
  /** The items around a middle line. */
  readonly items: (middle: number) => readonly LaidItem[];
  readonly strip?: CellStrip;
  /** How far the items reach from the middle line. */
  readonly up: number;
  readonly down: number;
}

interface LaneTask {
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
function layMarks(task: LaneTask, marks: readonly Mark[]): LaneContent | null {
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

function layCells(task: LaneTask, cells: readonly BinValue[], bin: Bin, most: number): LaneContent {
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

function contents(
  input: TimelineInput,
  frame: PlotFrame,
  scale: TimeScale,
  size: MarkSize,
): readonly LaneContent[] {
  const { lanes, cells } = input;
  const evenly = Math.min(MOST_REACH, Math.max(LEAST_REACH, ALL_LANES / 2 / Math.max(1, lanes.length)));
  const task = (lane: Lane, index: number): LaneTask => ({
    index,
    lane,
    scale,
    frame,
    size,
    coverage: input.info.guide.meta.coverage,
    look: input.look,
    // On a phone they would be several screens high.
    reach: input.look === 'fine' && input.width >= NARROW ? MOST_REACH : evenly,
  });
  const marked = marksByLane(lanes, input.marks);
  // Without marks there are more of them than are asked for, or none at all.
  const laid = lanes.map((lane, i) =>
    input.marks.length === 0 ? null : layMarks(task(lane, i), marked[i] ?? []),
  );
  const binned = cellsByLane(lanes, cells.bins);
  const most = binned
    .filter((_, i) => laid[i] === null)
    .flat()
    .reduce((max, { high }) => Math.max(max, high ?? 0), 1);
  return lanes.map((lane, i) => laid[i] ?? layCells(task(lane, i), binned[i] ?? [], cells.bin, most));
}

/**
 * How far each lane reaches at least. On a wide screen marks need fewer rows, but lanes stay as high as the server has drawn
 * them, so that nothing moves on the page when the browser draws them at its own width.
 */
function leastReach(input: TimelineInput, size: MarkSize): readonly Pick<LaneContent, 'up' | 'down'>[] {
  const moves = input.marks.length > 0 && input.look === 'large';
  if (!moves || input.width <= FIRST_WIDTH) return [];
  const frame = plotFrame(FIRST_WIDTH);
  return contents(input, frame, timeScale(input.window.from, input.window.to, frame), size);
}

/** Where everything of a timeline stands, in pixels from the top of its first lane. */
export function layTimeline(input: TimelineInput): TimelineLayout {
  const frame = plotFrame(input.width);
  const scale = timeScale(input.window.from, input.window.to, frame);
  const narrow = input.width < NARROW;
  const size = markSize(input.marks, input.look);
  const least = leastReach(input, size);
  const items: LaidItem[] = [];
  let top = 0;
  const lanes = contents(input, frame, scale, size).map(
    ({ items: own, strip = null, holds, ...reach }, i): LaidLane => {
      const lane = input.lanes[i]!;
      const up = Math.max(reach.up, least[i]?.up ?? 0);
      const down = Math.max(reach.down, least[i]?.down ?? 0);
      const headingY = lane.heading === null ? null : top + HEADING - 7;
      if (headingY !== null) top += HEADING;
      const label = narrow ? LABEL_ROW : 0;
      const inner = Math.max(narrow ? LEAST_NARROW_LANE : LEAST_LANE, up + down + 2 * PAD);
      const middle = top + label + inner / 2 + (up - down) / 2;
      const laid = { holds, lane, strip, top, height: label + inner, middle, headingY };
      for (const item of own(middle)) items.push(item);
      top += laid.height;
      return laid;
    },
  );
  const undated = input.marks.filter(({ date }) => date.earliest === null && placeDate(date, scale) === null);
  return {
    ...{ input, frame, scale, narrow, lanes, items, height: top, size },
    undated: [...new Set(undated.map(({ id }) => id as string))],
  };
}
