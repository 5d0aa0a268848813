import { lateInShort } from '../../../words/chance/late';
import { chanceBox } from '../../scene/chance-box';
import type { Paint } from '../../scene/paint';
import { node, type SceneNode } from '../../scene/scene';
import type { ActivityData, LateMark } from '../data';
import { barSpan } from '../geometry';
import { type ActivityLayout, type Plot, yOf } from '../layout';

/** What is expected to be reported yet, as a lighter top on the bar of each last bin, with what chance leaves open about the whole. */
export function lateTops(
  { late, bins, totals }: ActivityData,
  { scale }: ActivityLayout,
  plot: Plot,
  paint: Paint,
): readonly SceneNode[] {
  const y = (count: number) => yOf(plot, Math.min(plot.most, count));
  return late.map((one: LateMark) => {
    const { left, right } = barSpan(scale, bins[one.index]!);
    const known = totals[one.index]?.best ?? one.reported;
    const [top, base] = [y(Math.max(known, one.estimate)), y(known)];
    const box = { x: left, y: top, width: right - left, height: Math.max(0, base - top) };
    const edges = { left, right, top: y(one.high), bottom: y(Math.max(known, one.low)) };
    return node('g', { 'data-late': one.index }, [
      node('rect', { ...box, fill: paint('--ink-3'), 'fill-opacity': 0.35, stroke: paint('--ink-3') }),
      chanceBox(edges, lateInShort(one), paint),
    ]);
  });
}
