'use client';

import { group as grouped } from 'd3-array';
import { type ReactNode, useMemo } from 'react';
import {
  Area,
  Bar,
  type BarShapeProps,
  ComposedChart,
  type DotItemDotProps,
  Line,
  XAxis,
  YAxis,
} from 'recharts';
import { SceneSvg } from '@/components/ui/scene-svg';
import { activityBackdrop, activityOverlay } from '@/lib/render/activity/activity';
import { barLook, segmentBox } from '@/lib/render/activity/bars';
import { type ActivityData, countsIn } from '@/lib/render/activity/data';
import { isHollow, isPart, joinsParts, type Segment, segmentsOf } from '@/lib/render/activity/geometry';
import type { ActivityGroup } from '@/lib/render/activity/groups';
import type { ActivityLayout, Plot } from '@/lib/render/activity/layout';
import { dotLook, isLined, lineLook } from '@/lib/render/activity/marks';
import { cssPaint } from '@/lib/render/scene/paint';
import { node } from '@/lib/render/scene/scene';
import { markLabel } from '@/lib/words/chart';
import styles from './activity-plot.module.css';

export interface ActivityRechartsProps {
  readonly data: ActivityData;
  readonly layout: ActivityLayout;
  readonly href: (group: ActivityGroup, index: number) => string | null;
}

/** A bin as Recharts sees it: its place on the axis of days, its index, and how high its bar is; null where it has none. */
interface Row {
  readonly x: number;
  readonly index: number;
  readonly height: number | null;
}

/** A mark as a link to what it counts; the keyboard goes by the chart as a whole. No component, for a chart has hundreds. */
function markLink(
  { data, href }: ActivityRechartsProps,
  { group, index, key }: Pick<Segment, 'group' | 'index'> & { readonly key: string },
  children: ReactNode,
): ReactNode {
  const marks = { 'data-bin': index, 'data-group': data.groups.indexOf(group) };
  return (
    <a
      key={key}
      href={href(group, index) ?? undefined}
      aria-label={markLabel(data, group, index)}
      tabIndex={-1}
      {...marks}
    >
      {children}
    </a>
  );
}

/** One part of a bar, where the picture from the server has it. */
function segmentMark(props: ActivityRechartsProps, plot: Plot, segment: Segment): ReactNode {
  const { data, layout } = props;
  const { group, index } = segment;
  const box = segmentBox(data, layout, plot, segment);
  if (!box) return null;
  const look = barLook(`var(${group.colour})`, isPart(data, group, index), isHollow(group, index));
  const drawn = SceneSvg({ scene: node('rect', { ...box, ...look }) });
  return markLink(props, { group, index, key: group.label }, drawn);
}

/** The parts of the bars of a plot, by bin. */
type Parts = ReadonlyMap<number, readonly Segment[]>;

/**
 * The bars of a plot. Recharts is given whole bars, and each is drawn as its parts: one series for each group would make an
 * element for every group in every bin, most of which count nothing.
 */
function bars(props: ActivityRechartsProps, parts: Parts, plot: Plot): ReactNode {
  const shape = ({ payload }: BarShapeProps) =>
    (parts.get((payload as Row).index) ?? []).map((segment) => segmentMark(props, plot, segment));
  return <Bar dataKey="height" shape={shape} isAnimationActive={false} />;
}

/** A dot of a line, with room around it for a finger. */
function dotShape(props: ActivityRechartsProps, group: ActivityGroup) {
  return (dot: DotItemDotProps) => {
    const { index } = dot.payload as Row;
    const bin = props.data.bins[index];
    const { cx, cy } = dot;
    if (!bin || !countsIn(props.data, group.values, index) || cx === undefined || cy === undefined) {
      return <g key={dot.key} />;
    }
    const circles = (
      <>
        <circle cx={cx} cy={cy} r={8} fill="transparent" />
        <circle cx={cx} cy={cy} {...dotLook(props.data, props.layout, group, index, cssPaint)} />
      </>
    );
    return markLink(props, { group, index, key: String(dot.key) }, circles);
  };
}

/** A line in two parts, the steps to and from a part of a bin being broken, and its band from low to high. */
function line(props: ActivityRechartsProps, plot: Plot, group: ActivityGroup): ReactNode {
  const colour = `var(${group.colour})`;
  const best = (index: number) => group.values[index]?.best ?? null;
  const isOpen = (index: number) => isPart(props.data, group, index);
  const touchesOpen = (index: number) => isOpen(index - 1) || isOpen(index) || isOpen(index + 1);
  const joined = joinsParts(props.data);
  const { width, opacity } = lineLook(props.data);
  const look = {
    ...{ stroke: colour, strokeWidth: width, strokeOpacity: opacity },
    ...{ activeDot: false, isAnimationActive: false },
    className: `group-line-${props.data.groups.indexOf(group)}`,
  } as const;
  const cut = (figure: number) => Math.min(figure, plot.most);
  const band = ({ index }: Row): [number, number] | null => {
    const value = group.values[index];
    return value && value.best !== null && (joined || !isOpen(index))
      ? [cut(value.low ?? value.best), cut(value.high ?? value.best)]
      : null;
  };
  return [
    <Area
      key={`${group.label} band`}
      dataKey={band}
      className={look.className}
      stroke="none"
      fill={colour}
      fillOpacity={0.14}
      activeDot={false}
      isAnimationActive={false}
    />,
    joined && (
      <Line
        key={`${group.label} open`}
        dataKey={({ index }: Row) => (touchesOpen(index) ? best(index) : null)}
        strokeDasharray="4 3"
        dot={false}
        {...look}
      />
    ),
    <Line
      key={group.label}
      dataKey={({ index }: Row) => (isOpen(index) ? null : best(index))}
      dot={false}
      {...look}
    />,
    <Line
      key={`${group.label} dots`}
      dataKey={({ index }: Row) => best(index)}
      dot={dotShape(props, group)}
      {...look}
      strokeWidth={0}
    />,
  ];
}

/**
 * A plot. Recharts keeps what it is given in a store and works it out anew where that is another object, so what a filter leaves as it
 * was stays the same here.
 */
function PlotChart({ plot, ...props }: ActivityRechartsProps & { readonly plot: Plot }) {
  const { data, layout } = props;
  const { frame, width, height, scale } = layout;
  const running = data.mode === 'cumulative';
  const lined = isLined(data.mode);
  const parts = useMemo(
    (): Parts => (lined ? new Map() : grouped(segmentsOf(plot, data.bins), ({ index }) => index)),
    [plot, data.bins, lined],
  );
  const rows = data.bins.map(
    ({ from, to }, index): Row => ({
      x: running ? to + 1 : (from + to + 1) / 2,
      index,
      height: parts.get(index)?.at(-1)?.end ?? null,
    }),
  );
  const { left, right } = frame;
  const bottom = height - plot.top - plot.height;
  const margin = useMemo(() => ({ left, right, top: plot.top, bottom }), [left, right, plot.top, bottom]);
  const { from, to } = scale;
  const axisOfTime = useMemo(
    () => <XAxis type="number" dataKey="x" domain={[from, Math.max(to, from) + 1]} ticks={[from]} hide />,
    [from, to],
  );
  const axisOfFigures = useMemo(
    () => <YAxis type="number" domain={[0, plot.most]} ticks={[0]} hide />,
    [plot.most],
  );
  return (
    <ComposedChart {...{ width, height, margin }} data={rows} accessibilityLayer={false}>
      {axisOfTime}
      {axisOfFigures}
      {lined ? plot.groups.map((group) => line(props, plot, group)) : bars(props, parts, plot)}
    </ComposedChart>
  );
}

/** The activity chart by Recharts, in the very frame of the picture from the server. */
export function ActivityRecharts(props: ActivityRechartsProps) {
  const { data, layout } = props;
  return (
    <div className={styles.layers} style={{ height: layout.height }} data-recharts="">
      <SceneSvg scene={activityBackdrop(data, layout)} />
      {layout.plots.map((plot) => (
        <PlotChart key={plot.title ?? 'plot'} plot={plot} {...props} />
      ))}
      <SceneSvg scene={activityOverlay(data, layout)} />
    </div>
  );
}
