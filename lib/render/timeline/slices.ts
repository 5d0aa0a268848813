import { HEADING, type TimelineLayout } from './layout';

/** A part of a drawing, in pixels from its top. */
export interface Slice {
  readonly y: number;
  readonly height: number;
}

/** The lanes of a timeline as parts that follow each other without a gap, each with the heading above it; the last has what stands beneath all lanes. */
export function laneSlices({ lanes }: Pick<TimelineLayout, 'lanes'>, height: number): readonly Slice[] {
  const starts = lanes.map(({ top, headingY }, at) =>
    at === 0 ? 0 : top - (headingY === null ? 0 : HEADING),
  );
  return starts.map((y, at) => ({ y, height: (starts[at + 1] ?? height) - y }));
}
