import { listRole } from '../../series/facets';
import { KINDS } from '../../series/field-kinds';
import { isOwnKey, type OwnKey, ownField } from '../../series/fields';
import type { NamedView, SeriesGuide } from '../../series/model';
import type { DaySpan } from '../../time/day';
import { changeView, dayBound } from '../../view/change';
import { PERIODS } from '../../view/grammar/comparison';
import { parseClause, withClause } from '../../view/grammar/own-clause';
import { parseSpan } from '../../view/grammar/selection';
import { parseView } from '../../view/parse';
import { resolveWindow } from '../../view/resolve';
import type { Comparison, OwnClause, View, ViewIssue } from '../../view/view';
import { isWrittenView, queryOfWritten } from '../../view/written-view';
import { stretchOf } from '../figures/earlier';

/** What sides are made of: the series without its incidents. */
export interface SidesGuide extends Pick<SeriesGuide, 'fields' | 'namedViews'> {
  readonly meta: { readonly coverage: DaySpan };
}

/** One side of a comparison. */
export interface Side {
  /** As the address names it; null for the view itself. */
  readonly item: string | null;
  /** The view that counts this side, and nothing else: what its figures open. */
  readonly view: View;
  /** The view that the series gives this name to. */
  readonly named: NamedView | null;
  /** What of it cannot be read, where it is a view that is written out. */
  readonly issues: readonly ViewIssue[];
}

/** The view without what is drawn beside its charts: no comparison, nothing selected, no incident open. */
function plainView(view: View): View {
  return changeView(view, { compare: null, select: null, incident: null });
}

/** A value of an own field as a clause: a range where the field has an order and the value is written as one. */
export function ownClause(key: OwnKey, item: string, { fields }: Pick<SidesGuide, 'fields'>): OwnClause {
  const field = ownField({ fields }, key);
  const ranged = field !== undefined && KINDS[field.kind].ranged ? parseClause(key, item) : null;
  return ranged !== null && ranged !== 'nothing' && ranged.range !== null
    ? ranged
    : { key, values: [item], range: null };
}

/** The view in which a field has these values and no others, whatever the view asks of it. */
export function valuesView(
  view: View,
  by: Comparison['by'],
  items: readonly string[],
  guide: Pick<SidesGuide, 'fields'>,
): View {
  if (by === 'period' || by === 'view') return view;
  if (!isOwnKey(by)) return changeView(view, { [listRole(by).asked]: items });
  const clauses = items.map((item) => ownClause(by, item, guide));
  const [first] = clauses;
  const clause =
    clauses.length === 1 && first
      ? first
      : { key: by, values: clauses.flatMap(({ values }) => values), range: null };
  return changeView(view, { own: withClause(view.own, by, clause) });
}

function periodView(view: View, item: string, window: DaySpan): View {
  const kind = PERIODS.find((word) => word === item);
  if (kind !== undefined) {
    const { from, to } = stretchOf(kind, window);
    return changeView(view, { from: dayBound(from), to: dayBound(to) });
  }
  return changeView(view, parseSpan(item) ?? {});
}

/** Another view, drawn as this one is. */
function otherView(view: View, item: string, guide: SidesGuide): Omit<Side, 'item'> {
  const named = guide.namedViews.find(({ id }) => id === item) ?? null;
  const query = named !== null ? new URLSearchParams(named.query) : queryOfWritten(item);
  const { dataset, standard, revision, bin, measure } = view;
  const read = parseView(dataset, query, { standard });
  const other = { ...read.view, revision, bin, measure };
  const known = named !== null || isWrittenView(item);
  // An id that names no view matches nothing.
  const none = { key: 'actor', values: [item] };
  return {
    view: plainView(known ? other : { ...other, broken: [none] }),
    named,
    issues: known ? read.issues : [],
  };
}

/** Periods without those that are the same days as one before them: the year before a whole year is also a year before it. */
function apart(sides: readonly Side[], coverage: DaySpan): readonly Side[] {
  const days = ({ view }: Side) => {
    const { from, to } = resolveWindow(view, coverage);
    return `${from}..${to}`;
  };
  const [own, ...others] = sides;
  const first = new Map([...others].reverse().map((side) => [days(side), side]));
  return own === undefined ? [] : [own, ...others.filter((side) => first.get(days(side)) === side)];
}

/** The sides of a comparison in its order, the view itself first where it stands against others; none without a comparison. */
export function sidesOf(view: View, guide: SidesGuide): readonly Side[] {
  const { compare } = view;
  if (compare === null) return [];
  const plain = plainView(view);
  const of = (item: string | null, made: View): Side => ({ item, view: made, named: null, issues: [] });
  const { by, items } = compare;
  switch (by) {
    case 'period': {
      const window = resolveWindow(view, guide.meta.coverage);
      const periods = items.map((item) => of(item, periodView(plain, item, window)));
      return apart([of(null, plain), ...periods], guide.meta.coverage);
    }
    case 'view':
      return [of(null, plain), ...items.map((item) => ({ item, ...otherView(view, item, guide) }))];
    default:
      return items.map((item) => of(item, valuesView(plain, by, [item], guide)));
  }
}
