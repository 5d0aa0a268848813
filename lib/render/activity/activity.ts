import type { View } from '../../view/view';
import { activityTitle } from '../../words/chart';
import type { PlotFrame } from '../axis/time-axis';
import { cssPaint, type Paint } from '../scene/paint';
import { node, type SceneNode } from '../scene/scene';
import { annotationRules, hatchDefs, plotBackdrop, timeLabels } from './backdrop';
import type { ActivityData } from './data';
import { type ActivityLayout, activityLayout } from './layout';
import { type ActivityStyle, plotMarks, plotOverlay } from './marks';
import { calendarMarks } from './modes/calendar';
import { selectedMarks } from './selected-mark';

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
