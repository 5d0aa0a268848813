'use client';

import { useCallback, useMemo, useRef } from 'react';
import { useFollow, useNavigation, useSettled } from '@/components/dashboard/state/dashboard-context';
import { useLeftOutRows } from '@/components/quote/left-out-rows';
import { SceneSvg } from '@/components/ui/scene-svg';
import { usePrinting } from '@/components/ui/use-browser-state';
import { useLinkView } from '@/components/ui/use-link-view';
import { useWidth } from '@/components/ui/use-width';
import { activityScene, activitySelection } from '@/lib/render/activity/activity';
import type { ActivityData } from '@/lib/render/activity/data';
import { type ActivityLayout, AROUND, activityLayout, countMarks, TALL } from '@/lib/render/activity/layout';
import { isLined } from '@/lib/render/activity/marks';
import { meanAt } from '@/lib/render/activity/modes/rolling-mean';
import { isSameSelection, markSelection, toggleSelection } from '@/lib/render/activity/selection';
import { withWindow } from '@/lib/render/overview/window-change';
import type { DaySpan } from '@/lib/time/day';
import { formatSpan } from '@/lib/time/format';
import { viewHref } from '@/lib/view/serialize';
import type { View } from '@/lib/view/view';
import { activityTitle, binLabel, binNotes, meanWords, quantityText } from '@/lib/words/chart';
import { ActivityCard } from './activity-card';
import { IN_MOTION, Marks } from './activity-marks';
import styles from './activity-plot.module.css';
import type { ActivityRechartsProps } from './activity-recharts';
import { joinedDots } from './joined-dots';
import { type Href, PaperPlot } from './paper-plot';
import { barQuotation, useBarQuote } from './use-bar-quote';
import { type ChartCursor, useChartCursor } from './use-chart-cursor';
import { joinHandlers, useChartDrag, useSpanKeys } from './use-chart-span';

/**
 * So many bars and dots are links in the page that comes, where each takes a third of a kilobyte: more of them are drawn together, and answer once scripts do.
 * Figures of a calendar stand as they are.
 */
const SERVED_MARKS = 150;

const NO_LINK: Href = () => null;

/** The chart in the page that comes, and until the page is measured. */
function ServedPlot(
  props: Pick<ActivityRechartsProps, 'data' | 'href'> & { readonly view: View; readonly width: number },
) {
  const { data, href, view, width } = props;
  const drawn = { width, href, selected: view };
  const isLine = isLined(data.mode);
  if (isLine && countMarks(data) > SERVED_MARKS)
    return <SceneSvg scene={joinedDots(activityScene(data, { ...drawn, href: NO_LINK }))} />;
  const most = isLine || data.mode === 'calendar' ? {} : { mostMarks: SERVED_MARKS };
  return <SceneSvg scene={activityScene(data, { ...drawn, ...most })} />;
}

/** The strip of the bin that the cursor is at. */
function Highlight({
  data,
  layout,
  cursor,
}: {
  data: ActivityData;
  layout: ActivityLayout;
  cursor: ChartCursor;
}) {
  const bin = data.bins[cursor.index];
  if (!bin) return null;
  const cell = layout.calendar?.cells[cursor.index];
  if (cell)
    return <div className={styles.cell} style={{ left: cell.x, top: cell.y, ...layout.calendar?.cell }} />;
  const [left, right] = [layout.scale.x(bin.from), layout.scale.x((bin.to + 1) as typeof bin.to)];
  const box = { left, width: Math.max(2, right - left), top: 20, height: layout.height - 44 };
  return <div className={styles.highlight} style={box} />;
}

/** The span that a drag or the keyboard has marked so far, and what letting go does. */
function Draft({ span, layout }: { readonly span: DaySpan; readonly layout: ActivityLayout }) {
  const [left, right] = [layout.scale.x(span.from), layout.scale.x((span.to + 1) as typeof span.to)];
  const box = { left, width: Math.max(2, right - left), top: 20, height: layout.height - 44 };
  return (
    <div className={styles.draft} style={box} data-draft="">
      <span>Zoom to {formatSpan(span.from, span.to)}</span>
    </div>
  );
}

/** The marks of what is selected, on top of the chart. */
function Selected({ data, layout, view }: { data: ActivityData; layout: ActivityLayout; view: View }) {
  return (
    <div className={styles.selected} data-selected="">
      <SceneSvg scene={activitySelection(data, layout, view)} />
    </div>
  );
}

/** What a screen reader is told of the mark the keyboard is at. */
function spoken(data: ActivityData, { index, group }: ChartCursor): string {
  const one = group === null ? null : data.groups[group];
  const value = one ? one.values[index] : data.totals[index];
  const name = one && one.kind !== 'all' ? `, ${one.label}` : '';
  const figure = quantityText(data.words.measure, value ?? null);
  const until = data.mode === 'cumulative' ? 'Up to ' : '';
  const mean = meanWords(data, meanAt(data, index, one ?? null));
  return [
    `${until}${binLabel(data, index)}${name}: ${figure}.`,
    ...(mean === null ? [] : [`${mean}.`]),
    ...binNotes(data, index, group),
  ].join(' ');
}

/**
 * The layout of a chart, and its height. Panels keep the room that they had when they were most, as long as mode and width stay the
 * same, so that a filter moves nothing beneath them.
 */
function useRoomyLayout(data: ActivityData, width: number) {
  const kept = useRef({ of: '', room: 0 });
  return useMemo(() => {
    const of = `${data.mode} ${width}`;
    const before = kept.current.of === of ? kept.current.room : 0;
    const layout = activityLayout(data, width, Math.max(TALL, before - AROUND));
    const room = data.mode === 'panels' ? Math.max(before, layout.height) : 0;
    kept.current = { of, room };
    return { layout, height: Math.max(room, layout.height) };
  }, [data, width]);
}

function LivePlot(props: {
  readonly data: ActivityData;
  readonly view: View;
  readonly width: number;
  readonly href: Href;
}) {
  const { data, view, width, href } = props;
  const { go } = useNavigation();
  const { info } = useSettled();
  const { coverage } = info.guide.meta;
  const { layout, height } = useRoomyLayout(data, width);
  const chart = useRef<HTMLDivElement>(null);
  const choose = ({ index, group }: ChartCursor) => {
    const bin = data.bins[index];
    if (!bin) return;
    const one = group === null ? null : (data.groups[group] ?? null);
    go((now) => toggleSelection(now, markSelection(now, data, bin, one)));
  };
  /** What a cursor is at, as an address has it. */
  const selectionAt = ({ index, group }: ChartCursor) => {
    const bin = data.bins[index];
    return bin ? markSelection(view, data, bin, group === null ? null : (data.groups[group] ?? null)) : null;
  };
  const { cursor, handlers } = useChartCursor(data, layout, choose);
  const zoom = (span: DaySpan) => go((now) => withWindow(now, span, coverage));
  const drag = useChartDrag(data, layout, zoom);
  const keys = useSpanKeys(data, cursor, zoom);
  const draft = drag.draft ?? keys.draft;
  const leftOut = useLeftOutRows();
  const quote = useCallback(
    () => (cursor === null ? null : barQuotation(data, view, info, cursor, leftOut)),
    [data, view, info, cursor, leftOut],
  );
  const barQuote = useBarQuote(quote, cursor);
  const at = cursor === null || view.select === null ? null : selectionAt(cursor);
  // What is selected has a card of its own.
  const isSelected = at !== null && view.select !== null && isSameSelection(at, view.select);
  const help =
    'Arrow keys move over bins and groups, Enter selects what is counted, Escape ends that. Shift with the arrows marks a span, to which Enter zooms. Copying takes the figure as a sentence.';
  return (
    <div
      ref={chart}
      className={styles.live}
      style={{ height }}
      role="application"
      aria-label={`${activityTitle(data)}. ${help}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for all marks; arrow keys go on from here
      tabIndex={0}
      {...joinHandlers(drag.handlers, handlers)}
      onKeyDown={(event) => {
        if (keys.onKeyDown(event)) handlers.onKeyDown(event);
      }}
    >
      {cursor && <Highlight data={data} layout={layout} cursor={cursor} />}
      <Marks {...{ data, layout, href, chart }} />
      {view.select !== null && <Selected data={data} layout={layout} view={view} />}
      {draft && <Draft span={draft} layout={layout} />}
      {cursor && !draft && !isSelected && <ActivityCard {...{ data, view, layout, cursor, barQuote }} />}
      <p className="visually-hidden" aria-live="polite">
        {keys.draft && `${formatSpan(keys.draft.from, keys.draft.to)}. Enter zooms here.`}
        {!keys.draft && cursor?.by === 'keyboard' && !barQuote.copied ? spoken(data, cursor) : ''}
        {barQuote.copied && 'Copied as a sentence.'}
      </p>
    </div>
  );
}

/**
 * The chart itself: until the page is measured, without scripts and on paper a picture that is scaled as the timeline's is; else
 * one that answers pointer and keyboard.
 */
export function ActivityPlot({ data, view }: { readonly data: ActivityData; readonly view: View }) {
  const { ref, width, measured } = useWidth<HTMLDivElement>();
  const links = useLinkView(view);
  const { isFollowing } = useFollow();
  const atRest = useCallback<Href>(
    (group, index) => {
      const bin = data.bins[index];
      return bin
        ? `${viewHref(toggleSelection(links, markSelection(links, data, bin, group)))}#incidents`
        : null;
    },
    [data, links],
  );
  const href = isFollowing ? IN_MOTION : atRest;
  const printing = usePrinting();
  return (
    // One element on paper and on the screen, for its width is followed.
    <div
      ref={ref}
      className={styles.plot}
      data-measured={measured && !printing}
      {...(printing && { role: 'group', 'aria-label': activityTitle(data) })}
    >
      {printing ? (
        <PaperPlot data={data} view={view} href={href} />
      ) : measured ? (
        <LivePlot data={data} view={view} width={width} href={href} />
      ) : (
        <ServedPlot {...{ data, href, view, width }} />
      )}
    </div>
  );
}
