import { pairInPixels as pair, inPixels as px } from './path-numbers';

/** A box in pixels, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Boxes as one outline, in tenths of a pixel: each corner is rounded by itself, so that nothing adds up over many boxes, and a box that has any size
 * is a tenth at least. Filled boxes on one foot are one outline that runs along it, which says in half the characters the same; `outlined` ones are closed each by itself.
 */
export function boxesPath(boxes: readonly Box[], outlined = false): string {
  let [d, atX, atY] = ['', 0, 0];
  for (const { x, y, width, height } of boxes) {
    if (width <= 0 || height <= 0) continue;
    const [left, top] = [Math.round(x * 10), Math.round(y * 10)];
    const wide = Math.max(1, Math.round((x + width) * 10) - left);
    const foot = Math.max(top + 1, Math.round((y + height) * 10));
    if (d === '') d = `M${pair(left, foot)}`;
    else if (!outlined && foot === atY) d += left === atX ? '' : `h${px(left - atX)}`;
    else d += `m${pair(left - atX, foot - atY)}`;
    d += `v${px(top - foot)}h${px(wide)}v${px(foot - top)}${outlined ? 'z' : ''}`;
    [atX, atY] = [outlined ? left : left + wide, foot];
  }
  return d;
}
