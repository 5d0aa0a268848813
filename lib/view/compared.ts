import { changeView } from './change';
import { mostItems } from './grammar/comparison';
import type { Comparison, View } from './view';

/** Whether a view compares this item. */
export function isCompared({ compare }: View, by: Comparison['by'], item: string): boolean {
  return compare?.by === by && compare.items.includes(item);
}

/** Whether another item can be compared: a comparison has at most eight sides. */
export function hasRoom({ compare }: View, by: Comparison['by']): boolean {
  return compare?.by !== by || compare.items.length < mostItems(by);
}

/**
 * The view with an item added to its comparison, or taken out where it is there; with the last one goes the comparison. One by
 * something else takes the place of the old.
 */
export function toggleCompared(view: View, by: Comparison['by'], item: string): View {
  const items = view.compare?.by === by ? view.compare.items : [];
  const next = items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
  return changeView(view, { compare: next.length === 0 ? null : { by, items: next } });
}
