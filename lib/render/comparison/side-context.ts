import type { Day } from '../../time/day';
import { annotationWords, type LaidAnnotation, layLabels, type MarkedDay } from '../axis/annotation-labels';
import type { PlotFrame } from '../axis/time-axis';
import type { Compared, ComparedSide } from './compared';
import type { SideAxis } from './side-axis';

/** A day of dated context in the axis of a comparison, and the side whose day it is; null where all stand on one axis. */
export interface SideDay extends LaidAnnotation {
  readonly side: ComparedSide | null;
}

/** The sides on whose axis a day stands: one of those that share an axis, and of periods each that has the day. */
function sidesOn({ sides, aligned }: Compared, day: Day): readonly ComparedSide[] {
  const on = sides.filter(({ window: { from, to } }) => day >= from && day <= to);
  return aligned ? on : on.slice(0, 1);
}

/** The dated context of a comparison: that of the series and the notes of the reader, named by their period where each begins at the start. */
export function sideContext(compared: Compared, axis: SideAxis, frame: PlotFrame): readonly SideDay[] {
  const { annotations, aligned } = compared;
  const owners = new Map<string, ComparedSide>();
  const days = annotations.flatMap((annotation) => {
    const day = annotation.date.earliest;
    if (day === null) return [];
    return sidesOn(compared, day).map((side): MarkedDay => {
      const id = aligned ? `${annotation.id} ${compared.sides.indexOf(side)}` : annotation.id;
      owners.set(id, side);
      const words = annotationWords(annotation);
      // Which of the periods is this window the table says.
      const label = aligned ? `${annotation.label}, ${side.short.replace(/ \(.*\)$/, '')}` : annotation.label;
      return { id, x: axis.x(side, day + 0.5), label, words };
    });
  });
  const laid = layLabels(days, { left: frame.left, right: frame.width - frame.right });
  return laid.map((one) => ({ ...one, side: aligned ? (owners.get(one.id) ?? null) : null }));
}
