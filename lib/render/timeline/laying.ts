import { FIRST_WIDTH, NARROW, type PlotFrame, plotFrame, type TimeScale, timeScale } from '../axis/time-axis';
import { type LaneContent, type LaneTask, layCells, layMarks } from './lane-content';
import type { Lane } from './lanes';
import {
  HEADING,
  LABEL_ROW,
  type LaidItem,
  type LaidLane,
  type TimelineInput,
  type TimelineLayout,
} from './layout';
import { cellsByLane, marksByLane } from './marks/lane-marks';
import { placeDate } from './marks/mark-place';
import { type MarkSize, markSize } from './marks/mark-shape';

const PAD = 5;
const LEAST_LANE = 36;
const LEAST_NARROW_LANE = 26;
/** About as much height as all lanes of marks may take together. */
const ALL_LANES = 560;
/** How far marks may reach from the middle line: fine ones on a wide screen always, others where there are few lanes. */
const MOST_REACH = 100;
/** And where there are many lanes. */
const LEAST_REACH = 40;

/** Lanes that are laid out one at a time. */
interface LaneLaying {
  /** The marks of a lane, laid out when it is asked for first; null where they have no room. */
  readonly marksOf: (lane: number) => LaneContent | null;
  readonly all: () => readonly LaneContent[];
}

function layingLanes(input: TimelineInput, frame: PlotFrame, scale: TimeScale, size: MarkSize): LaneLaying {
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
  const laid: (LaneContent | null)[] = [];
  const marksOf = (at: number): LaneContent | null => {
    // Without marks there are more of them than are asked for, or none at all.
    if (input.marks.length === 0) return null;
    if (laid[at] === undefined) laid[at] = layMarks(task(lanes[at]!, at), marked[at] ?? []);
    return laid[at];
  };
  const all = () => {
    const binned = cellsByLane(lanes, cells.bins);
    const most = binned
      .filter((_, at) => marksOf(at) === null)
      .flat()
      .reduce((max, { high }) => Math.max(max, high ?? 0), 1);
    return lanes.map(
      (lane, at) => marksOf(at) ?? layCells(task(lane, at), binned[at] ?? [], cells.bin, most),
    );
  };
  return { marksOf, all };
}

/**
 * How far each lane reaches at least. On a wide screen marks need fewer rows, but lanes stay as high as the server has drawn
 * them, so that nothing moves on the page when the browser draws them at its own width.
 */
function leastReach(input: TimelineInput, size: MarkSize): readonly Pick<LaneContent, 'up' | 'down'>[] {
  const moves = input.marks.length > 0 && input.look === 'large';
  if (!moves || input.width <= FIRST_WIDTH) return [];
  const frame = plotFrame(FIRST_WIDTH);
  return layingLanes(input, frame, timeScale(input.window.from, input.window.to, frame), size).all();
}

/** Puts lanes one beneath the other. */
function putTogether(
  input: TimelineInput,
  frame: PlotFrame,
  scale: TimeScale,
  size: MarkSize,
  contents: readonly LaneContent[],
): TimelineLayout {
  const narrow = input.width < NARROW;
  const least = leastReach(input, size);
  const items: LaidItem[] = [];
  let top = 0;
  const lanes = contents.map(({ items: own, strip = null, holds, ...reach }, i): LaidLane => {
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
  });
  const undated = input.marks.filter(({ date }) => date.earliest === null && placeDate(date, scale) === null);
  return {
    ...{ input, frame, scale, narrow, lanes, items, height: top, size },
    undated: [...new Set(undated.map(({ id }) => id as string))],
  };
}

/** A layout that is made lane by lane, so that a page may give way between two of them. */
export interface Laying {
  readonly input: TimelineInput;
  /** Lays the marks of a lane out, by its index; does nothing where that is done. */
  readonly lay: (lane: number) => void;
  /** The layout, with the lanes that are left; the same each time. */
  readonly whole: () => TimelineLayout;
}

/** Begins to lay a timeline out. */
export function layingTimeline(input: TimelineInput): Laying {
  const frame = plotFrame(input.width);
  const scale = timeScale(input.window.from, input.window.to, frame);
  const size = markSize(input.marks, input.look);
  const { marksOf, all } = layingLanes(input, frame, scale, size);
  let known: TimelineLayout | null = null;
  const whole = () => {
    known ??= putTogether(input, frame, scale, size, all());
    return known;
  };
  return { input, lay: marksOf, whole };
}

/** Where everything of a timeline stands, in pixels from the top of its first lane. */
export function layTimeline(input: TimelineInput): TimelineLayout {
  return layingTimeline(input).whole();
}
