'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { SceneSvg } from '@/components/ui/scene-svg';
import { useDashboard } from '@/components/view/dashboard-context';
import { itemNear, stepItem } from '@/lib/render/item-steps';
import { MOST_LANES } from '@/lib/render/lanes';
import { SPLIT_NOUNS } from '@/lib/render/series-label';
import { viewOfCount } from '@/lib/render/timeline';
import type { LaidItem } from '@/lib/render/timeline-layout';
import { timelineSummary, timelineTitle } from '@/lib/render/timeline-words';
import { windowLimits } from '@/lib/render/window-change';
import { changeView } from '@/lib/view/change';
import { MarkCard } from './mark-card';
import { MarkLegend } from './mark-legend';
import styles from './timeline.module.css';
import { Halo, TimelineMarks } from './timeline-body';
import { keyAction } from './timeline-keys';
import { useCard } from './use-card';
import { useTimeline } from './use-timeline';
import { useWheelZoom } from './use-wheel-zoom';
import { useWidth } from './use-width';
import { useWindowGesture } from './use-window-gesture';
import { ZoomControls } from './zoom-controls';

/** How far from a small mark a pointer still means it. */
const REACH = 8;

function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** Lanes of incidents at their dates, in the frame that overview and activity share. */
export function Timeline() {
  const { info, view, window, go, busy } = useDashboard();
  const { ref, width, measured } = useWidth<HTMLDivElement>();
  const drawing = useRef<SVGSVGElement>(null);
  const id = `t${useId().replace(/[^\w-]/g, '')}`;
  const [expanded, setExpanded] = useState(false);
  const [stop, setStop] = useState<string | null>(null);
  const gesture = useWindowGesture();
  const shown = gesture.draft ?? window;
  const limits = windowLimits(shown, info.guide.meta.coverage);
  const { layout, parts, foldable, matched } = useTimeline(shown, width, expanded, id);
  const { card, show, keep, hide, hideSoon } = useCard(ref, drawing);
  useWheelZoom(drawing as never, { gesture, shown, limits, scale: layout.scale, width });

  const byKey = useMemo(() => new Map(layout.items.map((item) => [item.key, item])), [layout]);
  const current = byKey.has(stop ?? '') ? stop : (layout.items[0]?.key ?? null);
  const near = card ? (byKey.get(card.key) ?? null) : null;

  const open = (item: LaidItem) => {
    if (item.kind === 'mark') go(changeView(view, { incident: item.mark.id }));
    else go(viewOfCount(layout, item));
  };
  const at = (event: MouseEvent | PointerEvent): LaidItem | null => {
    const key =
      event.target instanceof Element ? event.target.closest('[data-key]')?.getAttribute('data-key') : null;
    const box = drawing.current?.getBoundingClientRect();
    if (key || !box?.width) return byKey.get(key ?? '') ?? null;
    const scale = width / box.width;
    return itemNear(layout, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale, REACH);
  };
  const onClick = (event: MouseEvent) => {
    const item = plainClick(event) ? at(event) : null;
    if (!item) return;
    event.preventDefault();
    setStop(item.key);
    open(item);
  };
  const onPointerMove = (event: PointerEvent) => {
    const item = event.pointerType === 'touch' ? null : at(event);
    if (item) show(item);
    else if (card) hideSoon();
  };
  const focusItem = (item: LaidItem | null) => {
    if (!item) return;
    setStop(item.key);
    const link = [...(drawing.current?.querySelectorAll<SVGAElement>('[data-key]') ?? [])].find(
      (one) => one.dataset.key === item.key,
    );
    link?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = keyAction(event, shown, limits, layout.items.length === 0);
    if (!action) return;
    if (action.kind === 'dismiss') {
      if (card) event.stopPropagation();
      return hide();
    }
    event.preventDefault();
    if (action.kind === 'step') focusItem(stepItem(layout, current, action.step));
    else gesture.nudge(action.kind === 'all' ? info.guide.meta.coverage : action.window);
  };

  // A zoom may take the focused mark away: the focus goes on to the Tab stop instead of to the top of the page.
  const focused = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks after each new layout
  useEffect(() => {
    if (focused.current && document.activeElement === document.body)
      focusItem(byKey.get(current ?? '') ?? null);
  }, [layout]);

  const { head, under, headHeight, bodyHeight, bands } = parts;
  const staticUnder = useMemo(
    () => <SceneSvg scene={{ tag: 'g', attrs: { 'aria-hidden': 'true' }, children: under }} />,
    [under],
  );
  const staticHead = useMemo(() => <SceneSvg scene={{ tag: 'g', attrs: {}, children: head }} />, [head]);
  const empty = layout.items.length === 0;
  const canFold = foldable > MOST_LANES;
  return (
    <div className={styles.timeline} ref={ref} data-measured={measured} aria-busy={busy}>
      <div className={styles.header}>
        <h2 id={`${id}-title`}>{timelineTitle(layout)}</h2>
        <ZoomControls />
      </div>
      <p className={styles.summary} id={`${id}-summary`}>
        {timelineSummary(matched, layout)}{' '}
        <span className="visually-hidden">
          The{' '}
          <a href="#incidents" tabIndex={-1}>
            incident table
          </a>{' '}
          lists the same with all their details.
        </span>
      </p>
      <p className="visually-hidden" id={`${id}-keys`}>
        Arrow keys go from mark to mark and from lane to lane, Enter opens. Plus, minus and zero zoom; Shift
        with the arrows moves the window.
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a form's meaning */}
      <div
        role="group"
        aria-roledescription="timeline"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary ${id}-keys`}
        className={expanded ? `${styles.plot} ${styles.expanded}` : styles.plot}
        tabIndex={empty ? 0 : undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          focused.current = true;
          const item = byKey.get((event.target as Element).getAttribute('data-key') ?? '');
          if (!item) return;
          setStop(item.key);
          show(item);
        }}
        onBlur={(event) => {
          if (event.relatedTarget !== null) focused.current = false;
          hideSoon();
        }}
        onScroll={hide}
      >
        <svg
          className={styles.head}
          width={width}
          height={headHeight}
          viewBox={`0 0 ${width} ${headHeight}`}
          aria-hidden="true"
        >
          {staticHead}
        </svg>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: each mark is a link, which Enter opens */}
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is labelled */}
        <svg
          ref={drawing}
          className={near ? styles.pointed : undefined}
          width={width}
          height={Math.max(bodyHeight, 40)}
          viewBox={`0 0 ${width} ${Math.max(bodyHeight, 40)}`}
          onClick={onClick}
          onPointerMove={onPointerMove}
          onPointerLeave={hideSoon}
        >
          {staticUnder}
          <Halo layout={layout} incident={view.incident} kind="open" />
          <TimelineMarks layout={layout} id={id} stop={measured ? current : null} />
          <Halo layout={layout} incident={near?.kind === 'mark' ? near.mark.id : null} kind="near" />
        </svg>
      </div>
      {card && near && (
        <MarkCard layout={layout} item={near} place={card.place} onEnter={keep} onLeave={hideSoon} />
      )}
      {measured && canFold && (
        <button
          type="button"
          className="control"
          aria-expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        >
          {expanded
            ? `Show the ${MOST_LANES} largest lanes`
            : `Show all ${foldable} ${SPLIT_NOUNS[layout.input.view.split].many}`}
        </button>
      )}
      <MarkLegend layout={layout} bands={bands} id={id} />
    </div>
  );
}
