import { annotationRules, hatchDefs, plotBackdrop, timeLabels } from './activity-backdrop';
import type { ActivityData } from './activity-data';
import { type ActivityLayout, activityLayout, FIRST_PANELS } from './activity-layout';
import { type ActivityStyle, plotMarks } from './activity-marks';
import { activityTitle } from './activity-words';
import { cssPaint, type Paint } from './paint';
import { node, type SceneNode } from './scene';

/** How the picture is drawn; see {@link ActivityStyle}. */
export interface ActivityOptions extends Partial<ActivityStyle> {
  readonly width: number;
  /** Panels to draw; the others wait until the reader asks. */
  readonly shown?: number;
}

/** A sentence inside the frame, which keeps its height. */
export function emptyNote(layout: ActivityLayout, paint: Paint): SceneNode {
  const x = (layout.frame.left + layout.width - layout.frame.right) / 2;
  const [plot] = layout.plots;
  const y = plot ? plot.top + plot.height / 2 : layout.height / 2;
  const text = { x, y, 'text-anchor': 'middle', 'font-size': 14, fill: paint('--ink-2') };
  return node('text', text, 'No incidents in this view');
}

/** The activity chart as a picture: bars or lines for each bin, every mark a link to what it counts. */
export function activityScene(data: ActivityData, options: ActivityOptions): SceneNode {
  const { width, shown = FIRST_PANELS, paint = cssPaint, href = () => null, tabStops = true } = options;
  const layout = activityLayout(data, width, shown);
  const style = { paint, href, tabStops };
  const root = {
    viewBox: `0 0 ${layout.width} ${layout.height}`,
    width: layout.width,
    height: layout.height,
    role: 'group',
    'aria-label': activityTitle(data),
    'font-family': 'Inter Variable, Inter, system-ui, sans-serif',
  };
  return node('svg', root, [
    hatchDefs(paint),
    ...layout.plots.map((plot) => plotBackdrop(data, layout, plot, paint)),
    annotationRules(data, layout, paint),
    ...layout.plots.map((plot) => plotMarks(data, layout, plot, style)),
    timeLabels(layout, paint),
    ...(data.empty ? [emptyNote(layout, paint)] : []),
  ]);
}
