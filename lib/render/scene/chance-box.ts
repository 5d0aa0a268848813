import type { Paint } from './paint';
import { node, type SceneNode } from './scene';

/**
 * What chance leaves open, wherever it is drawn: shaded between dotted edges, so that it is told from whiskers and lighter parts, which are what sources leave
 * open. In pixels; `label` says it in words.
 */
export function chanceBox(
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  label: string,
  paint: Paint,
): SceneNode {
  const { left, right, top, bottom } = box;
  const at = (value: number) => Number(value.toFixed(2));
  const edges = `M${at(left)} ${at(top)}H${at(right)}M${at(left)} ${at(bottom)}H${at(right)}`;
  return node('g', { 'data-chance': '' }, [
    node('title', {}, label),
    node('rect', {
      ...{ x: at(left), y: at(top), width: at(right - left), height: at(Math.max(0, bottom - top)) },
      ...{ fill: paint('--accent'), 'fill-opacity': 0.14 },
    }),
    node('path', { d: edges, fill: 'none', stroke: paint('--accent'), 'stroke-dasharray': '1.5 2.5' }),
  ]);
}
