import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import { fitText } from '../../scene/text-width';
import type { ActivityData } from '../data';
import { runsOf } from '../geometry';
import type { ActivityGroup } from '../groups';
import type { ActivityLayout, Plot } from '../layout';

/** Room that a label takes from top to bottom, in pixels. */
const LINE = 13;
/** The longest label, in pixels. */
const MOST_WIDTH = 160;

/** A label farther from its line than this would be taken for another's, and is left to the legend. */
const FARTHEST = 2 * LINE;

interface End {
  readonly group: ActivityGroup;
  readonly x: number;
  readonly y: number;
}

/** Where the line of each group ends; a group without a figure has no line. */
function endsOf(data: ActivityData, layout: ActivityLayout, plot: Plot): readonly End[] {
  return plot.groups.flatMap((group) => {
    const last = runsOf(data, layout, plot, group).at(-1)?.at(-1);
    return last ? [{ group, x: last.x, y: last.y }] : [];
  });
}

/** The heights of labels: each above the end of its line, and pushed up from one that stands too near beneath it. */
function placed(ends: readonly End[], { top, height }: Plot): readonly (End & { readonly at: number })[] {
  let next = top + height - 3;
  const up = [...ends]
    .sort((a, b) => b.y - a.y)
    .map((end) => {
      const at = Math.min(end.y - 5, next);
      next = at - LINE;
      return { ...end, at };
    });
  // Those that would stand above the plot are pushed down again.
  let least = top + 9;
  return up.toReversed().map((end) => {
    const at = Math.max(end.at, least);
    least = at + LINE;
    return { ...end, at };
  });
}

/** The names of groups at the ends of their lines, where there is room for them. */
export function lineLabels(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode {
  const fits = (plot.groups.length + 1) * LINE <= plot.height;
  if (layout.narrow || data.split === 'none' || !fits) return node('g');
  const near = placed(endsOf(data, layout, plot), plot).filter(({ y, at }) => Math.abs(y - at) <= FARTHEST);
  const labels = near.map(({ group, x, at }) =>
    node(
      'text',
      {
        ...{ x: x - 4, y: at, 'text-anchor': 'end', 'font-size': 11, 'font-weight': 600 },
        ...{ fill: paint('--ink'), stroke: paint('--page'), 'stroke-width': 3, 'stroke-linejoin': 'round' },
        ...{ 'paint-order': 'stroke', 'data-line': data.groups.indexOf(group) },
      },
      fitText(group.label, 11, MOST_WIDTH),
    ),
  );
  return node('g', { 'aria-hidden': 'true' }, labels);
}
