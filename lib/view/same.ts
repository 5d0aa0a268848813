import type { Coverage } from '../series/model';
import { defaultView, ENTRIES, textsOf, withStandards } from './keys';
import { resolveWindow } from './resolve';
import { serializeView } from './serialize';
import type { View } from './view';

function spelled(view: View): string {
  const fields = ENTRIES.filter(([, { use, kind }]) => use === 'filters' && kind !== 'end')
    .filter(([key, entry]) => textsOf(view, key, entry).length > 0)
    .flatMap(([, { field, beside = [] }]) => [field, ...beside]);
  const opens = (key: string) => ENTRIES.some(([one, { use }]) => one === key && use === 'opens');
  return serializeView(
    withStandards(defaultView(view.dataset, view.standard), {
      ...Object.fromEntries(fields.map((field) => [field, view[field]])),
      broken: view.broken.filter(({ key }) => !opens(key)),
    }),
  );
}

const SPELLED = new WeakMap<View, string>();

/** What a view filters by, its window aside, in the one spelling that the address has for it. */
export function clausesOf(view: View): string {
  const known = SPELLED.get(view) ?? spelled(view);
  SPELLED.set(view, known);
  return known;
}

/** Whether two views count the same incidents: equal clauses and an equal window, for which the coverage stands in. */
export function sameFilters(a: View, b: View, coverage: Pick<Coverage, 'from' | 'to'>): boolean {
  const [first, second] = [resolveWindow(a, coverage), resolveWindow(b, coverage)];
  return first.from === second.from && first.to === second.to && clausesOf(a) === clausesOf(b);
}
