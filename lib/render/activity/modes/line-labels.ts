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

/** How far from its line a label may stand, nearest first; farther off it would be taken for another's. */
const STEPS = [0, -LINE / 2, LINE / 2 + 8, -LINE, LINE + 8];

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

/** The labels that find room: those of the largest groups first, each above the end of its line or a little from there. */
function placed(ends: readonly End[], { top, height }: Plot): readonly (End & { readonly at: number })[] {
  const labels: (End & { readonly at: number })[] = [];
  const isFree = (at: number) =>
    at >= top + 9 && at <= top + height && labels.every((one) => Math.abs(one.at - at) >= LINE);
  for (const end of [...ends].sort((a, b) => (b.group.total.best ?? 0) - (a.group.total.best ?? 0))) {
    const at = STEPS.map((step) => end.y - 5 + step).find(isFree);
    if (at !== undefined) labels.push({ ...end, at });
  }
  return labels;
}

/** The names of groups at the ends of their lines, where there is room for them. */
export function lineLabels(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode {
  const fits = (plot.groups.length + 1) * LINE <= plot.height;
  if (layout.narrow || data.split === 'none' || !fits) return node('g');
  const labels = placed(endsOf(data, layout, plot), plot).map(({ group, x, at }) =>
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
