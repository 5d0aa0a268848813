'use client';

import { type CSSProperties, type RefObject, useMemo } from 'react';
import { PaperParts } from '@/components/ui/room/paper-parts';
import { SceneSvg } from '@/components/ui/scene-svg';
import { usePrinting } from '@/components/ui/use-browser-state';
import type { useSpanDrag } from '@/components/ui/use-span-drag';
import { cssPaint } from '@/lib/render/scene/paint';
import type { LaidItem, TimelineLayout } from '@/lib/render/timeline/layout';
import { laneSlices } from '@/lib/render/timeline/slices';
import { type TimelineParts, timelineParts } from '@/lib/render/timeline/timeline';
import type { View } from '@/lib/view/view';
import { MarkCanvas } from './mark-canvas';
import { isMerged } from './merged-items';
import styles from './timeline.module.css';
import { DraftSpan, Halo, SelectedFrames, TimelineMarks } from './timeline-body';
import type { useTimelineEvents } from './use-timeline-events';

/** The least height of the drawing, so that an empty one still shows its axis. */
const LEAST_HEIGHT = 40;

export interface PlotProps {
  readonly id: string;
  readonly layout: TimelineLayout;
  /** The same, with the view that its links lead on from. */
  readonly linked: TimelineLayout;
  readonly parts: TimelineParts;
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly events: ReturnType<typeof useTimelineEvents>;
  readonly drag: ReturnType<typeof useSpanDrag>;
  /** What is watched for being on the screen. */
  readonly sight: RefObject<HTMLDivElement | null>;
  readonly measured: boolean;
  /** The height to keep free on a phone until the width is measured. */
  readonly phoneHeight: number | null;
  readonly expanded: boolean;
  /** The view whose selection is marked. */
  readonly view: View;
  /** The open incident, and the item that the card speaks of. */
  readonly open: string | null;
  readonly near: LaidItem | null;
  readonly onLeave: () => void;
  readonly onScroll: () => void;
}

/** The lanes as pictures of their own beneath the axis. They have ids of their own, for patterns of what is not drawn are none. */
function PaperLanes(props: Pick<PlotProps, 'layout' | 'id' | 'view' | 'open'>) {
  const { layout, view, open } = props;
  const id = `${props.id}p`;
  const { width, headHeight, bodyHeight, head, underLane } = timelineParts(layout, id, cssPaint);
  const parts = laneSlices(layout, bodyHeight).map((slice, lane) => ({
    ...slice,
    drawn: (
      <>
        <SceneSvg scene={{ tag: 'g', attrs: { 'aria-hidden': 'true' }, children: underLane(lane) }} />
        {view.select !== null && <SelectedFrames layout={layout} view={view} only={lane} />}
        <Halo layout={layout} incident={open} kind="open" only={lane} />
        <TimelineMarks layout={layout} id={id} stop="" near={null} marksOnCanvas={false} only={lane} />
      </>
    ),
  }));
  return (
    <PaperParts width={width} axis={{ at: 'head', y: 0, height: headHeight, nodes: head }} parts={parts} />
  );
}

/** The drawing: the axis, which stays in sight, and the lanes beneath it. */
export function TimelinePlot(props: PlotProps) {
  const {
    id,
    layout,
    linked,
    parts,
    drawing,
    events,
    drag,
    measured,
    expanded,
    view,
    open,
    near,
    onLeave,
    onScroll,
  } = props;
  const room = { '--phone-height': `${props.phoneHeight ?? 0}px` } as CSSProperties;
  const { head, under, headHeight, bodyHeight, width } = parts;
  const height = Math.max(bodyHeight, LEAST_HEIGHT);
  const printing = usePrinting();
  const onCanvas = layout.input.look === 'fine' && measured;
  const axis = useMemo(() => <SceneSvg scene={{ tag: 'g', attrs: {}, children: head }} />, [head]);
  const backdrop = useMemo(
    () => <SceneSvg scene={{ tag: 'g', attrs: { 'aria-hidden': 'true' }, children: under }} />,
    [under],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a form's meaning
    <div
      ref={props.sight}
      role="group"
      aria-roledescription="timeline"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary ${id}-keys`}
      className={expanded ? `${styles.plot} ${styles.expanded}` : styles.plot}
      style={room}
      tabIndex={layout.items.length === 0 ? 0 : undefined}
      onKeyDown={events.onKeyDown}
      onFocus={events.onFocus}
      onBlur={events.onBlur}
      onScroll={onScroll}
    >
      <svg
        className={styles.head}
        width={width}
        height={headHeight}
        viewBox={`0 0 ${width} ${headHeight}`}
        aria-hidden="true"
      >
        {axis}
      </svg>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each mark is a link, which Enter opens */}
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is labelled */}
      <svg
        ref={drawing}
        className={near ? styles.pointed : undefined}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        {...drag.handlers}
        onClick={events.onClick}
        onPointerMove={(event) => {
          drag.handlers.onPointerMove(event);
          if (drag.draft === null) events.onPointerMove(event);
        }}
        onPointerLeave={onLeave}
      >
        {backdrop}
        {drag.draft && <DraftSpan layout={layout} span={drag.draft} />}
        {view.select !== null && <SelectedFrames layout={layout} view={view} />}
        <Halo layout={layout} incident={open} kind="open" />
        <TimelineMarks
          layout={linked}
          id={id}
          stop={measured ? events.current : null}
          near={isMerged(layout) ? (near?.key ?? null) : null}
          marksOnCanvas={onCanvas}
        />
        <Halo layout={layout} incident={near?.kind === 'mark' ? near.mark.id : null} kind="near" />
      </svg>
      {onCanvas && <MarkCanvas {...{ layout, id, height }} />}
      {printing && <PaperLanes layout={linked} {...{ id, view, open }} />}
    </div>
  );
}
