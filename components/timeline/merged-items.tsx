'use client';

import { memo } from 'react';
import { SceneSvg } from '@/components/ui/scene-svg';
import { mergeShapes } from '@/lib/render/scene/merge-shapes';
import { cssPaint } from '@/lib/render/scene/paint';
import type { TimelineLayout } from '@/lib/render/timeline/layout';
import { shownNodes } from '@/lib/render/timeline/marks/item-nodes';

/** More items than this are drawn as one shape for each look; those at which pointer or keyboard are stand above them as links. */
const MOST_LINKS = 150;

/** Whether items are drawn together: then they are found by their places, and are no elements of the page. */
export function isMerged({ items }: TimelineLayout): boolean {
  return items.length > MOST_LINKS;
}

/** All items of a lane as a few shapes. */
export const MergedItems = memo(function MergedItems(props: {
  readonly layout: TimelineLayout;
  readonly lane: number;
  readonly id: string;
}) {
  const { layout, lane, id } = props;
  const colour = layout.lanes[lane]?.lane.colour ?? '--group-other';
  const own = layout.items.filter((item) => item.lane === lane);
  const nodes = own.flatMap((item) => shownNodes(item, colour, id, cssPaint));
  return <SceneSvg scene={{ tag: 'g', attrs: { 'aria-hidden': 'true' }, children: mergeShapes(nodes) }} />;
});
