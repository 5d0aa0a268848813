import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import { fitText } from '../../scene/text-width';
import type { ActivityData } from '../data';
import { isPart, joinsParts, runsOf } from '../geometry';
import type { ActivityGroup } from '../groups';
import type { ActivityLayout, Plot } from '../layout';

/** Room that a label takes from top to bottom, in pixels. */
const LINE = 13;
/** The longest label, in pixels. */
const MOST_WIDTH = 160;

/** How far from the end of its line a label may stand; a mark of the group's colour and a thin line tie it to that. */
const FARTHEST = 40;
/** Between the end of a line and its label. */
const LEADER = 14;

interface End {
  readonly group: ActivityGroup;
  readonly x: number;
  readonly y: number;
}

/**
 * Where the line of each group ends; a group without a figure has no line. A bin that is cut or not over is none of a line that does not lead to
 * it: what ties a name to it would seem to be a fall.
 */
function endsOf(data: ActivityData, layout: ActivityLayout, plot: Plot): readonly End[] {
  return plot.groups.flatMap((group) => {
    const points = runsOf(data, layout, plot, group).flat();
    const drawn = joinsParts(data) ? points : points.filter(({ index }) => !isPart(data, group, index));
    const last = drawn.at(-1) ?? points.at(-1);
    return last ? [{ group, x: last.x, y: last.y }] : [];
  });
}

/** A label with the height of its base line. */
interface Placed extends End {
  readonly at: number;
}

/** Labels from top to bottom, none nearer to the next than a line of text, each as near to the end of its line as that allows. */
function spread(ends: readonly End[], { top, height }: Plot): readonly Placed[] {
  const placed = [...ends].sort((a, b) => a.y - b.y).map((end) => ({ ...end, at: end.y + 4 }));
  const clamp = (at: number, before: number) => Math.max(at, before + LINE);
  let before = top + 9 - LINE;
  for (const one of placed) {
    one.at = clamp(one.at, before);
    before = one.at;
  }
  let after = top + height + LINE;
  for (const one of placed.toReversed()) {
    one.at = Math.min(one.at, after - LINE);
    after = one.at;
  }
  return placed;
}

/** The labels that find room near their lines: those of the largest groups first. */
function placed(ends: readonly End[], plot: Plot): readonly Placed[] {
  const isNear = ({ at, y }: Placed) => at >= plot.top && Math.abs(at - 4 - y) <= FARTHEST;
  const bySize = [...ends].sort((a, b) => (b.group.total.best ?? 0) - (a.group.total.best ?? 0));
  let labelled: readonly Placed[] = [];
  for (const end of bySize) {
    const more = spread([...labelled, end], plot);
    if (more.every(isNear)) labelled = more;
  }
  return labelled;
}

/** A label with a mark of its group's colour, and a thin line to the end of the line that it names. */
function labelNodes(data: ActivityData, { group, x, y, at }: Placed, paint: Paint): readonly SceneNode[] {
  const [line, colour] = [data.groups.indexOf(group), paint(group.colour)];
  const text = fitText(group.label, 11, MOST_WIDTH);
  const left = x - LEADER;
  return [
    node('path', {
      ...{ d: `M${left} ${at - 4}L${x} ${y}`, fill: 'none', stroke: colour },
      ...{ 'stroke-width': 1, 'data-line': line },
    }),
    node('circle', { cx: left, cy: at - 4, r: 3, fill: colour, stroke: paint('--page'), 'data-line': line }),
    node(
      'text',
      {
        ...{ x: left - 6, y: at, 'text-anchor': 'end', 'font-size': 11, 'font-weight': 600 },
        ...{ fill: paint('--ink'), stroke: paint('--page'), 'stroke-width': 3, 'stroke-linejoin': 'round' },
        ...{ 'paint-order': 'stroke', 'data-line': line },
      },
      text,
    ),
  ];
}

/** The names of groups at the ends of their lines, where there is room for them. */
export function lineLabels(data: ActivityData, layout: ActivityLayout, plot: Plot, paint: Paint): SceneNode {
  const fits = (plot.groups.length + 1) * LINE <= plot.height;
  if (layout.narrow || data.split === 'none' || !fits) return node('g');
  const labels = placed(endsOf(data, layout, plot), plot);
  return node(
    'g',
    { 'aria-hidden': 'true' },
    labels.flatMap((one) => labelNodes(data, one, paint)),
  );
}
