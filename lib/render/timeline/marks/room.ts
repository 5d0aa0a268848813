import type { Mark } from '../../../query/result';
import type { PlotFrame, TimeScale } from '../../axis/time-axis';
import { middleOfDay } from './mark-place';
import { areCrowded, mostInRows } from './stack-rows';

/** The room that a lane has for its marks. */
interface Room {
  readonly scale: TimeScale;
  readonly frame: PlotFrame;
  /** How far marks may reach from the middle line. */
  readonly reach: number;
}

/** Whether fine marks of a lane surely have no room, by their number and by their places. */
export function haveNoRoom({ scale, frame, reach }: Room, marks: readonly Mark[]): boolean {
  if (marks.length > mostInRows(frame.width - frame.left, reach)) return true;
  function* days() {
    for (const { date } of marks) {
      const x = middleOfDay(date, scale);
      if (x !== null) yield x;
    }
  }
  return areCrowded(days(), frame, reach, scale.pixelsPerDay / 2);
}
