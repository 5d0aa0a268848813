import { boxesPath } from '../scene/boxes-path';
import type { Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import type { ActivityData } from './data';
import { barSpan, isHollow, isPart, type Segment, segmentsOf } from './geometry';
import { type ActivityLayout, type Plot, yOf } from './layout';

/** The look of a bar: that of a part of a bin is lighter, with a broken outline; that of doubt alone is hollow. */
export function barLook(
  colour: string,
  partial: boolean,
  hollow: boolean,
): Readonly<Record<string, string | number>> {
  if (!partial && !hollow) return { fill: colour };
  const outline = { fill: colour, 'fill-opacity': hollow ? 0.1 : 0.4, stroke: colour };
  return partial ? { ...outline, 'stroke-dasharray': '3 2' } : outline;
}

/** The box of a segment; a hair of the page shows between the parts of a stack that are tall enough. */
export function segmentBox(data: ActivityData, layout: ActivityLayout, plot: Plot, segment: Segment) {
  const bin = data.bins[segment.index];
  if (!bin) return null;
  const { x, width } = barSpan(layout.scale, bin);
  const [top, bottom] = [yOf(plot, segment.end), yOf(plot, segment.base)];
  const hair = segment.base > 0 && bottom - top > 3 ? 0.5 : 0;
  return { x, y: top, width, height: bottom - top - hair };
}

/** The boxes of all segments of a plot that has bars. */
export function segmentBoxes(data: ActivityData, layout: ActivityLayout, plot: Plot) {
  return segmentsOf(plot, data.bins).flatMap((segment) => {
    const box = segmentBox(data, layout, plot, segment);
    return box === null ? [] : [{ segment, box }];
  });
}

/** The looks that bars can have: of a part of a bin or not, of doubt alone or not. */
const LOOKS = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;

/** Bars as one shape for each group and look: for more of them than can be drawn one by one. */
export function denseBars(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode[] {
  const all = segmentsOf(plot, data.bins);
  return plot.groups.flatMap((group) => {
    const own = all.filter((segment) => segment.group === group);
    return LOOKS.flatMap(([partial, hollow]) => {
      const alike = own.filter(
        ({ index }) => isPart(data, group, index) === partial && isHollow(group, index) === hollow,
      );
      const boxes = alike.flatMap((segment) => segmentBox(data, layout, plot, segment) ?? []);
      const d = boxesPath(boxes, partial || hollow);
      return d === '' ? [] : [node('path', { d, ...barLook(paint(group.colour), partial, hollow) })];
    });
  });
}
