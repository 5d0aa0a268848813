import type { View } from '../../view/view';
import { activityTitle } from '../../words/chart';
import type { PlotFrame } from '../axis/time-axis';
import { cssPaint, type Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { annotationRules, hatchDefs, plotBackdrop, timeLabels } from './backdrop';
import type { ActivityData } from './data';
import { type ActivityLayout, AXIS, activityLayout } from './layout';
import { type ActivityStyle, plotMarks, plotOverlay } from './marks';
import { calendarMarks } from './modes/calendar';
import { selectedMarks } from './selected-mark';

/** What of the gap between two panels goes with the upper one: the half of its figures that stands beneath its line. */
const PART_GAP = 5;

/** How the picture is drawn; see {@link ActivityStyle}. */
export interface ActivityOptions extends Partial<ActivityStyle> {
  readonly width: number;
  /** The height of the plot; that of the page where it is not given. */
  readonly tall?: number;
  /** Where time runs; as on the page where it is not given. */
  readonly frame?: PlotFrame;
  /** The view whose selection is marked; nothing is where it is not given. */
  readonly selected?: View;
  /** More marks than this are no links each. */
  readonly mostMarks?: number;
}

/** A sentence inside the frame, which keeps its height. */
function emptyNote(layout: ActivityLayout, paint: Paint, words: string): SceneNode {
  const x = (layout.frame.left + layout.width - layout.frame.right) / 2;
  const [plot] = layout.plots;
  const y = plot ? plot.top + plot.height / 2 : layout.height / 2;
  const text = { x, y, 'text-anchor': 'middle', 'font-size': 14, fill: paint('--ink-2') };
  return node('text', text, words);
}

function root(layout: ActivityLayout, attrs: SceneNode['attrs'], children: readonly SceneNode[]): SceneNode {
  const { width, height } = layout;
  const box = { viewBox: `0 0 ${width} ${height}`, width, height };
  return node(
    'svg',
    { ...box, 'font-family': 'Inter Variable, Inter, system-ui, sans-serif', ...attrs },
    children,
  );
}

function behind(data: ActivityData, layout: ActivityLayout, paint: Paint): readonly SceneNode[] {
  return [
    hatchDefs(paint),
    ...layout.plots.map((plot) => plotBackdrop(data, layout, plot, paint)),
    ...(layout.calendar === null ? [annotationRules(data, layout, paint), timeLabels(layout, paint)] : []),
    ...(data.empty ? [emptyNote(layout, paint, `No ${data.words.incident.many} in this view`)] : []),
    ...(!data.empty && data.mode === 'index' && data.groups.length === 0
      ? [emptyNote(layout, paint, 'No group has a figure that could be 100')]
      : []),
  ];
}

function above(data: ActivityData, layout: ActivityLayout, paint: Paint): readonly SceneNode[] {
  return layout.plots.map((plot) => plotOverlay(data, layout, plot, paint));
}

/** What lies behind the marks: hatching, axes, dated context, the names of panels. */
export function activityBackdrop(data: ActivityData, layout: ActivityLayout, paint = cssPaint): SceneNode {
  return root(layout, { 'aria-hidden': 'true' }, behind(data, layout, paint));
}

/** How what a view selects is marked, as a drawing on top of the chart. */
export function activitySelection(
  data: ActivityData,
  layout: ActivityLayout,
  view: View,
  paint = cssPaint,
): SceneNode {
  return root(layout, { 'aria-hidden': 'true' }, selectedMarks(data, layout, view, paint));
}

/** What lies on top of the marks: whiskers, and dots where nothing is reported. */
export function activityOverlay(data: ActivityData, layout: ActivityLayout, paint = cssPaint): SceneNode {
  return root(layout, { 'aria-hidden': 'true' }, above(data, layout, paint));
}

/** The activity chart as a picture: bars or lines for each bin, every mark a link to what it counts. */
export function activityScene(data: ActivityData, options: ActivityOptions): SceneNode {
  const { width, tall, frame, selected, paint = cssPaint, href = () => null, tabStops = true } = options;
  const layout = activityLayout(data, width, tall, frame, options.mostMarks);
  const style = { paint, href, tabStops };
  return root(layout, { role: 'group', 'aria-label': activityTitle(data) }, [
    ...behind(data, layout, paint),
    ...(layout.calendar === null ? [] : [calendarMarks(data, layout, layout.calendar, style)]),
    ...layout.plots.map((plot) => plotMarks(data, layout, plot, style)),
    ...above(data, layout, paint),
    ...(selected === undefined ? [] : selectedMarks(data, layout, selected, paint)),
  ]);
}

/** A panel of a chart in parts, from `y` on and so high. */
export interface ActivityPart {
  readonly y: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
}

/** A chart of panels as parts that follow each other without a gap, each a panel with its name, and the axis of time that stands beneath each of them. */
export interface ActivityParts {
  readonly width: number;
  readonly axis: ActivityPart;
  readonly parts: readonly ActivityPart[];
}

/** The panels of a chart as parts, for pages of paper; null where it has one plot. The first has the patterns of all. */
export function activityParts(data: ActivityData, options: ActivityOptions): ActivityParts | null {
  const { width, tall, frame, selected, paint = cssPaint, href = () => null, tabStops = true } = options;
  const layout = activityLayout(data, width, tall, frame, options.mostMarks);
  const { plots } = layout;
  if (plots.length < 2) return null;
  const style = { paint, href, tabStops };
  const ends = plots.map(({ top, height }) => top + height + PART_GAP);
  const parts = plots.map((plot, at): ActivityPart => {
    const y = at === 0 ? 0 : ends[at - 1]!;
    return {
      ...{ y, height: ends[at]! - y },
      nodes: [
        ...(at === 0 ? [hatchDefs(paint)] : []),
        plotBackdrop(data, layout, plot, paint),
        annotationRules(data, layout, paint),
        plotMarks(data, layout, plot, style),
        plotOverlay(data, layout, plot, paint),
        ...(selected === undefined ? [] : selectedMarks(data, layout, selected, paint)),
      ],
    };
  });
  const end = layout.height - AXIS;
  return { width, axis: { y: end, height: AXIS, nodes: [timeLabels(layout, paint)] }, parts };
}
