import { byAsked } from '../../series/facets';
import { type OwnField, type OwnKey, ownField } from '../../series/fields';
import type { Coverage, RegionDef } from '../../series/model';
import { searchWords } from '../../series/search-text';
import { addDays, type DaySpan } from '../../time/day';
import { clearKey, dayBound } from '../../view/change';
import type { ViewKey } from '../../view/keys';
import { matchesNothing, resolveWindow } from '../../view/resolve';
import type { OwnClause, Selection, View } from '../../view/view';
import { type Filter, type GroupClause, type OwnFilter, type Rollup, SEVERAL } from '../query';

/** What a filter must know of a revision: the days it covers, and its own fields. */
export interface FilterInfo {
  readonly guide: {
    readonly meta: { readonly coverage: Pick<Coverage, 'from' | 'to'> };
    readonly fields: readonly OwnField[];
    readonly regions: readonly Pick<RegionDef, 'id' | 'parent'>[];
  };
}

/** Under what regions are rolled up: the roots where none was chosen, the parts of the one, or those that were. */
function regionRoll(regions: FilterInfo['guide']['regions'], chosen: readonly string[]): Rollup {
  const [only, ...more] = chosen;
  if (only === undefined) return 'roots';
  if (more.length > 0) return chosen;
  return regions.flatMap(({ id, parent }) => (parent === only ? [id] : []));
}

/** How the actors of a view are rolled up: under those that were chosen, or the roots where none was; and its regions likewise. */
export function rollup(view: View, { guide }: FilterInfo): { readonly roll?: Rollup } {
  const { split, roll, actors, regions } = view;
  if (roll === 'own') return {};
  if (split === 'region') return { roll: regionRoll(guide.regions, regions) };
  return split === 'actor' ? { roll: actors.length === 0 ? 'roots' : actors } : {};
}

/** The values of the `series` key by what they ask for; `several` only exists in a stack. */
function groupClause(view: View, info: FilterInfo): GroupClause | null {
  const { groups, split } = view;
  if (groups.length === 0) return null;
  const named = (prefix: string) =>
    groups.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
  const plain = groups.filter((one) => !/^(only|not|beyond):/.test(one));
  return {
    split,
    ...rollup(view, info),
    each: plain.filter((one) => one !== SEVERAL),
    beyond: named('beyond:'),
    only: [...named('only:'), ...plain.filter((one) => one === SEVERAL)],
    not: named('not:'),
  };
}

/** Whether suspicions may stand in best: where the view asks for them, or for relations apart. */
export function asksSuspicions({ relations, split }: Pick<View, 'relations' | 'split'>): boolean {
  return relations.includes('suspected') || split === 'relation';
}

/** A clause as engines take it; one on a field that the series does not have, or that is no such field, matches nothing. */
function ownFilter({ key, values, range }: OwnClause, { guide }: FilterInfo): OwnFilter {
  const kind = ownField(guide, key)?.kind;
  if (range === null) return { kind: 'values', key, values };
  if (kind === 'day') return { kind: 'days', key, from: range.from, to: range.to };
  const number = (text: string | null) => (text === null ? null : Number(text));
  if (kind === 'number') return { kind: 'numbers', key, from: number(range.from), to: number(range.to) };
  return { kind: 'values', key, values: [] };
}

/** The filter of a view; the coverage stands in for a window that is not set. */
export function filterOf(view: View, info: FilterInfo): Filter {
  const { coverage } = info.guide.meta;
  const { from, to } = resolveWindow(view, coverage);
  return {
    from,
    to,
    ...byAsked(({ asked }) => view[asked]),
    suspicions: asksSuspicions(view),
    disputed: view.disputed,
    scope: view.scope,
    own: view.own.map((clause) => ownFilter(clause, info)),
    series: groupClause(view, info),
    box: view.box,
    places: view.places,
    words: searchWords(view.q),
    nothing: matchesNothing(view),
  };
}

/** The days of a selection inside those of a window; reversed where none of them lies in it. */
export function selectedDays({ span }: Selection, window: DaySpan): DaySpan {
  const { from = null, to = null } = span ?? {};
  return {
    from: from !== null && from.from > window.from ? from.from : window.from,
    to: to !== null && to.to < window.to ? to.to : window.to,
  };
}

/**
 * The view of what is selected: its days as the window, and its groups; the view itself where nothing is. Groups that the view leaves
 * out match nothing, as a window that ends before it begins, so that a selection never shows more than the view.
 */
export function selectedView(view: View, { coverage }: FilterInfo['guide']['meta']): View {
  const { select, groups } = view;
  if (select === null) return view;
  const days = selectedDays(select, resolveWindow(view, coverage));
  const narrows = groups.length === 0 || select.groups.every((one) => groups.includes(one));
  return {
    ...view,
    from: dayBound(narrows ? days.from : addDays(days.to, 1)),
    to: dayBound(days.to),
    groups: select.groups.length === 0 ? groups : select.groups,
    select: null,
  };
}

/** The filter of what is selected, which the table shows; that of the view where nothing is. */
export function selectedFilter(view: View, info: FilterInfo): Filter {
  return filterOf(selectedView(view, info.guide.meta), info);
}

/** The filter of a view without one key. The clause on groups stays that of the whole view, whose groups it names. */
export function filterWithout(view: View, key: ViewKey | OwnKey, info: FilterInfo): Filter {
  return { ...filterOf(clearKey(view, key), info), series: groupClause(view, info) };
}
