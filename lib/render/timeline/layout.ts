import type { BinParts } from '../../query/coverage/bin-parts';
import type { SeriesInfo } from '../../query/info/series-info';
import type { BinValue, Mark } from '../../query/result';
import type { Bin } from '../../time/bin';
import type { Day } from '../../time/day';
import type { View } from '../../view/view';
import type { PlotFrame, TimeScale } from '../axis/time-axis';
import type { Lane } from './lanes';
import type { CellStrip } from './marks/cell-strip';
import type { DatePlace } from './marks/mark-place';
import type { MarkForm, MarkLook, MarkSize } from './marks/mark-shape';

/** The height of a heading above lanes, in pixels. */
export const HEADING = 22;
/** On narrow screens the label stands above its lane, in so many pixels of it. */
export const LABEL_ROW = 18;

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
