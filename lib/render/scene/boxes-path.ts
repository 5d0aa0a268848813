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
 * is a tenth at least. Filled boxes on one foot are one outline that runs along it, and from top to top where they touch or overlap, which says in half the characters
 * the same as long as neither beginnings nor ends go back from one box to the next: the end of a higher box that a lower one, which began before it,
 * reaches beyond would not be seen; `outlined` ones are closed each by itself.
 */
export function boxesPath(boxes: readonly Box[], outlined = false): string {
  // Where the outline has come to: so high above the foot, and so far to the right of what is written.
  let [d, atX, atFoot, height, ahead] = ['', 0, 0, 0, 0];
  const right = () => {
    if (ahead !== 0) d += `h${px(ahead)}`;
    ahead = 0;
  };
  const climb = (to: number) => {
    if (to === height) return;
    right();
    d += `v${px(height - to)}`;
    height = to;
  };
  for (const { x, y, width, height: tall } of boxes) {
    if (width <= 0 || tall <= 0) continue;
    const top = Math.round(y * 10);
    let left = Math.round(x * 10);
    const end = Math.max(left + 1, Math.round((x + width) * 10));
    const foot = Math.max(top + 1, Math.round((y + tall) * 10));
    // Of two that overlap the higher is seen.
    if (!outlined && foot === atFoot && left < atX && foot - top < height) {
      if (end <= atX) continue;
      left = atX;
    } else if (!outlined && foot === atFoot && left < atX && ahead > atX - left) {
      ahead -= atX - left;
      atX = left;
    }
    const wide = end - left;
    if (d === '') d = `M${pair(left, foot)}`;
    else if (outlined || foot !== atFoot) {
      climb(0);
      d += `m${pair(left - atX, foot - atFoot)}`;
    } else if (left !== atX) {
      climb(0);
      ahead += left - atX;
    }
    climb(foot - top);
    ahead += wide;
    [atX, atFoot] = [left + wide, foot];
    if (!outlined) continue;
    climb(0);
    d += 'z';
    atX = left;
  }
  climb(0);
  return d;
}
