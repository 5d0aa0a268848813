import type { LaidItem, TimelineLayout } from './layout';

/** Where the keyboard can go from an item: in time within a lane, or to the lane above or below. */
export type ItemStep = 'earlier' | 'later' | 'above' | 'below' | 'first' | 'last';

function nearest(items: readonly LaidItem[], x: number): LaidItem | null {
  return items.reduce<LaidItem | null>(
    (best, item) => (best === null || Math.abs(item.x - x) < Math.abs(best.x - x) ? item : best),
    null,
  );
}

/** The nearest item in time of the next lane that has any. */
function inNextLane({ items, lanes }: TimelineLayout, from: LaidItem, by: 1 | -1): LaidItem {
  for (let lane = from.lane + by; lane >= 0 && lane < lanes.length; lane += by) {
    const found = nearest(
      items.filter((item) => item.lane === lane),
      from.x,
    );
    if (found) return found;
  }
  return from;
}

/** The item that a step leads to; the same one at the edges, the first of all where nothing was chosen. */
export function stepItem(layout: TimelineLayout, key: string | null, step: ItemStep): LaidItem | null {
  const from = layout.items.find((item) => item.key === key);
  if (!from) return layout.items[0] ?? null;
  if (step === 'above') return inNextLane(layout, from, -1);
  if (step === 'below') return inNextLane(layout, from, 1);
  const lane = layout.items.filter((item) => item.lane === from.lane);
  const at = lane.indexOf(from);
  if (step === 'first') return lane[0] ?? from;
  if (step === 'last') return lane.at(-1) ?? from;
  return lane[at + (step === 'later' ? 1 : -1)] ?? from;
}

/** The box of an item: what a pointer hits, and what a card must not cover. */
export function itemBox(item: LaidItem): {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
} {
  if (item.kind === 'cell') return { x0: item.left, x1: item.left + item.width, y0: item.y - 34, y1: item.y };
  const { x, y, form } = item;
  return { x0: x - form.half, x1: x + form.half, y0: y - form.half, y1: y + form.half };
}

/** The item under a point, or the nearest one within `reach` pixels, so that small marks are easy to hit. */
export function itemNear(layout: TimelineLayout, x: number, y: number, reach: number): LaidItem | null {
  let best: { readonly item: LaidItem; readonly distance: number } | null = null;
  for (const item of layout.items) {
    const { x0, x1, y0, y1 } = itemBox(item);
    const distance = Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
    if (distance <= (item.kind === 'cell' ? 0 : reach) && (best === null || distance < best.distance)) {
      best = { item, distance };
    }
  }
  return best?.item ?? null;
}
