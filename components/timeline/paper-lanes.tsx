'use client';

import { SceneSvg } from '@/components/ui/scene-svg';
import { cssPaint } from '@/lib/render/scene/paint';
import type { TimelineLayout } from '@/lib/render/timeline/layout';
import { laneSlices } from '@/lib/render/timeline/slices';
import { timelineParts } from '@/lib/render/timeline/timeline';
import type { View } from '@/lib/view/view';
import styles from './timeline.module.css';
import { SelectedFrames, TimelineMarks } from './timeline-body';

/**
 * The lanes as pictures of their own, which pages of paper part: one picture of all of them would leave the rest of a page empty. It has ids
 * of its own, for patterns of what is not drawn are none.
 */
export function PaperLanes(props: {
  readonly layout: TimelineLayout;
  readonly id: string;
  readonly view: View;
}) {
  const { layout, view } = props;
  const id = `${props.id}p`;
  const { width, bodyHeight, under } = timelineParts(layout, id, cssPaint);
  return laneSlices(layout, bodyHeight).map(({ y, height }, lane) => (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is labelled
    <svg
      // biome-ignore lint/suspicious/noArrayIndexKey: lanes are drawn once for paper
      key={lane}
      className={styles.slice}
      width={width}
      height={height}
      viewBox={`0 ${y} ${width} ${height}`}
    >
      <SceneSvg scene={{ tag: 'g', attrs: { 'aria-hidden': 'true' }, children: under }} />
      {view.select !== null && <SelectedFrames layout={layout} view={view} />}
      <TimelineMarks layout={layout} id={id} stop="" near={null} marksOnCanvas={false} only={lane} />
    </svg>
  ));
}
