import { isOwnKey, type OwnKey } from '../series/fields';
import { byCodePoint } from '../text/order';
import type { Bound } from '../time/bounds';
import { type Day, formatDay } from '../time/day';
import { VERSION_KEY } from './migrations';
import { withClause } from './own-clause';
import { defaultView, FILTER_KEYS, type FilterKey, type View, type ViewKey } from './view';

/** The fields of a view that stand behind each key. */
const FIELDS = {
  from: 'from',
  to: 'to',
  actor: 'actors',
  relation: 'relations',
  certainty: 'certainties',
  disputed: 'disputed',
  type: 'types',
  region: 'regions',
  initiator: 'initiators',
  scope: 'scope',
  q: 'q',
  bin: 'bin',
  measure: 'measure',
  split: 'split',
  series: 'series',
  mode: 'mode',
  sort: 'sort',
  columns: 'columns',
  incident: 'incident',
  r: 'revision',
} as const satisfies Record<ViewKey, keyof View>;

type Field = (typeof FIELDS)[ViewKey];
export type ViewChange = Partial<Pick<View, Field | 'own'>>;

/**
 * A view with some fields changed; what was broken in them is mended, and lists are put in order. Another split takes
 * the clause on its series away, for it would name those of the old one.
 */
export function changeView(view: View, change: ViewChange): View {
  const touched = new Set(Object.keys(change));
  const sorted = (list: readonly string[]) => [...new Set(list)].sort(byCodePoint);
  const next: View = {
    ...view,
    ...(change.split !== undefined && change.split !== view.split ? { series: [] } : {}),
    ...change,
    broken: view.broken.filter(
      ({ key }) => key === VERSION_KEY || !touched.has(isOwnKey(key) ? 'own' : FIELDS[key]),
    ),
  };
  return {
    ...next,
    actors: sorted(next.actors),
    relations: sorted(next.relations),
    certainties: sorted(next.certainties),
    types: sorted(next.types),
    regions: sorted(next.regions),
    initiators: sorted(next.initiators),
    series: sorted(next.series),
  };
}

/** A view without the clause of one key. */
export function clearKey(view: View, key: ViewKey | OwnKey): View {
  if (isOwnKey(key)) return changeView(view, { own: withClause(view.own, key, null) });
  const field = FIELDS[key];
  return changeView(view, { [field]: defaultView(view.dataset, view.standard)[field] });
}

/** A view whose version is forgotten: what its address says is taken as today's grammar has it. */
export function withoutVersion(view: View): View {
  return { ...view, broken: view.broken.filter(({ key }) => key !== VERSION_KEY) };
}

/** A view without any filter; how it is drawn stays. */
export function clearFilters(view: View): View {
  const cleared = FILTER_KEYS.reduce((rest: View, key) => clearKey(rest, key), withoutVersion(view));
  return changeView(cleared, { own: [] });
}

/** The filters that are set, in the order of the address. */
export function activeFilters(view: View): readonly (FilterKey | OwnKey)[] {
  const defaults = defaultView(view.dataset, view.standard);
  const own = [...view.own, ...view.broken].flatMap(({ key }) => (isOwnKey(key) ? [key] : []));
  const builtIn = FILTER_KEYS.filter((key) => {
    const [value, standard] = [view[FIELDS[key]], defaults[FIELDS[key]]];
    const set = Array.isArray(value) ? value.length > 0 : value !== standard;
    return set || view.broken.some((broken) => broken.key === key);
  });
  return [...builtIn, ...new Set(own)];
}

/** A list with `item` added, or taken out if it is there. */
export function toggled(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/** A bound written as one day. */
export function dayBound(day: Day): Bound {
  return { text: formatDay(day), from: day, to: day };
}
