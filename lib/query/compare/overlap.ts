import { isSingle, LIST_ROLES, VALUE_LISTS } from '../../series/facets';
import { type OwnField, ownField } from '../../series/fields';
import type { Day } from '../../time/day';
import type { Filter, OwnFilter } from '../query';

/** One count among those that add up to what two filters hold in common; those with a minus are taken away. */
export interface OverlapTerm {
  readonly sign: 1 | -1;
  readonly filter: Filter;
}

/**
 * What keeps filters from saying what is in both. `links`: each asks something else of one and the same link. `values`, `own`: one list or
 * field is asked for in two ways. `series`, `box`, `places`: each has one of its own. `many`: too many lists differ.
 */
export type Unsaid = 'links' | 'values' | 'own' | 'series' | 'box' | 'places' | 'many';

/** What two filters hold in common, as counts that add up to it: none where nothing can be in both. */
export type Overlap = readonly OverlapTerm[] | Unsaid;

interface FieldGuide {
  readonly fields: readonly OwnField[];
}

/** Clauses whose counts add up to that of what both sides' clauses hold for: none where nothing can be, null where none say it. */
type Both<T> = readonly { readonly sign: 1 | -1; readonly clause: T }[] | null;

const only = <T>(clause: T): Both<T> => [{ sign: 1, clause }];
/** What each of two lists holds, less what either does: that is what has a value of both. */
function inTurn<T>(one: T, other: T, either: T): Both<T> {
  return [...only(one)!, ...only(other)!, { sign: -1, clause: either }];
}

const ofLinks: readonly string[] = LIST_ROLES.filter(({ read }) => read.as === 'links').map(
  ({ asked }) => asked,
);

/** Whether two clauses are the same, whatever the order of values. */
function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return text(one) === text(other);
}

function common(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.filter((value) => other.includes(value));
}

const merged = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];

/** Whether every link that one filter matches is matched by the other, and is as firm there. */
function holdsLinks(wider: Filter, one: Filter): boolean {
  const inside = ofLinks.every((key) => {
    const [all, asked] = [wider, one].map((filter) => filter[key as keyof Filter] as readonly string[]);
    return all!.length === 0 || (asked!.length > 0 && asked!.every((value) => all!.includes(value)));
  });
  const asDisputed = wider.disputed === null || wider.disputed === one.disputed;
  return inside && asDisputed && (wider.suspicions || !one.suspicions);
}

const LINK_KEYS = [...ofLinks, 'disputed', 'suspicions'] as readonly (keyof Filter)[];

/**
 * Clauses that must hold on one link: those of the side whose links are all among the other's, or where only one list differs. Where two lists
 * differ, no number of counts says what is in both: a filter asks whether some link is in a rectangle of actors and relations, two such rectangles
 * together are none, and whether some link is in one set of pairs follows from no other sets (these questions are linearly independent).
 */
function bothLinks(a: Filter, b: Filter): Both<Partial<Filter>> {
  const part = (filter: Filter) =>
    Object.fromEntries(LINK_KEYS.map((key) => [key, filter[key]])) as Partial<Filter>;
  if (holdsLinks(b, a)) return only(part(a));
  if (holdsLinks(a, b)) return only(part(b));
  const [key, ...more] = LINK_KEYS.filter((one) => !same(a[one], b[one]));
  if (key === undefined || more.length > 0 || !ofLinks.includes(key)) return null;
  const [one, other] = [a[key], b[key]] as [readonly string[], readonly string[]];
  if (one.length === 0 || other.length === 0) return null;
  return inTurn(part(a), part(b), { ...part(a), [key]: merged(one, other) });
}

function bothValues(a: Filter, b: Filter, guide: FieldGuide): readonly Both<Partial<Filter>>[] {
  return VALUE_LISTS.map(({ key, asked, apart }): Both<Partial<Filter>> => {
    const [one, other] = [a[asked], b[asked]];
    const of = (clause: typeof one) => ({ [asked]: clause }) as Partial<Filter>;
    // What a list leaves out where it is empty is no list of values.
    const isOpen = (list: typeof one) => list === 'any' || (apart === null && list.length === 0);
    if (same(one, other) || isOpen(other)) return only(of(one));
    if (isOpen(one)) return only(of(other));
    // Asking for none is asking for all but the one that stands apart.
    if (one.length === 0 || other.length === 0) {
      const both = [...one, ...other].filter((value) => value !== apart?.id);
      return both.length === 0 ? [] : only(of(both as typeof one));
    }
    const lists = [one, other] as [readonly string[], readonly string[]];
    if (!isSingle(guide, key)) return inTurn(of(one), of(other), of(merged(...lists) as typeof one));
    const both = common(...lists);
    return both.length === 0 ? [] : only(of(both as typeof one));
  });
}

/** The narrower of two bounds, of which null is none. */
function bound<T extends number | string>(
  one: T | null,
  other: T | null,
  isTighter: (a: T, b: T) => boolean,
) {
  if (one === null || other === null) return one ?? other;
  return isTighter(one, other) ? one : other;
}

/** What lies in both of two ranges of one field, which has one value for an incident. */
function bothRanges<T extends number | string>(
  one: { readonly from: T | null; readonly to: T | null },
  other: { readonly from: T | null; readonly to: T | null },
): { readonly from: T | null; readonly to: T | null } | null {
  const from = bound(one.from, other.from, (a, b) => a > b);
  const to = bound(one.to, other.to, (a, b) => a < b);
  return from !== null && to !== null && from > to ? null : { from, to };
}

function bothOwn(one: OwnFilter, other: OwnFilter, guide: FieldGuide): Both<OwnFilter> {
  if (same(one, other)) return only(one);
  const many = ownField(guide, one.key)?.many;
  if (one.kind === 'values' && other.kind === 'values') {
    const of = (values: readonly string[]) => ({ ...one, values });
    if (many !== false) return inTurn(one, other, of(merged(one.values, other.values)));
    const both = common(one.values, other.values);
    return both.length === 0 ? [] : only(of(both));
  }
  if (many !== false || one.kind === 'values' || other.kind === 'values') return null;
  const range = one.kind === 'numbers' && other.kind === 'numbers' ? bothRanges(one, other) : null;
  const days = one.kind === 'days' && other.kind === 'days' ? bothRanges(one, other) : null;
  const both = range ?? days;
  return both === null ? [] : only({ ...one, ...both } as OwnFilter);
}

/** Clauses on own fields, each as a part of `own`. */
function bothOwns(a: Filter, b: Filter, guide: FieldGuide): readonly Both<Partial<Filter>>[] {
  const shared = a.own.flatMap((one) => {
    const other = b.own.find(({ key }) => key === one.key);
    return other === undefined ? [] : [bothOwn(one, other, guide)];
  });
  const isAlone = ({ key }: OwnFilter) => !(a.own.some(isOf(key)) && b.own.some(isOf(key)));
  const alone = [...a.own, ...b.own].filter(isAlone);
  return [
    only(alone),
    ...shared.map((both) => both?.map(({ sign, clause }) => ({ sign, clause: [clause] })) ?? null),
  ].map((both) => both?.map(({ sign, clause }) => ({ sign, clause: { own: clause } })) ?? null);
}

const isOf = (key: OwnFilter['key']) => (one: OwnFilter) => one.key === key;

/** A clause that only one side may have. */
function bothOf<K extends 'series' | 'box' | 'places'>(key: K, a: Filter, b: Filter): Both<Partial<Filter>> {
  const isOpen = (filter: Filter) => filter[key] === null || same(filter[key], []);
  if (same(a[key], b[key]) || isOpen(b)) return only({ [key]: a[key] });
  return isOpen(a) ? only({ [key]: b[key] }) : null;
}

function bothScopes(a: Filter, b: Filter): Both<Partial<Filter>> {
  if (a.scope === b.scope || b.scope === 'any') return only({ scope: a.scope });
  return a.scope === 'any' ? only({ scope: b.scope }) : [];
}

/** Each way of taking one clause of every part, with its sign: `own` is added up, all else stands once. */
function everyWay(
  base: Filter,
  parts: readonly NonNullable<Both<Partial<Filter>>>[],
): readonly OverlapTerm[] {
  const start: readonly OverlapTerm[] = [{ sign: 1, filter: { ...base, own: [] } }];
  return parts.reduce(
    (terms, part) =>
      terms.flatMap(({ sign, filter }) =>
        part.map(({ sign: other, clause }) => ({
          sign: (sign * other) as 1 | -1,
          filter: { ...filter, ...clause, own: [...filter.own, ...(clause.own ?? [])] },
        })),
      ),
    start,
  );
}

/** More counts than this are not asked for: those of two lists of which an incident can have several values. */
const MOST_TERMS = 9;

/**
 * How to count what two filters hold in common without a list of what they hold. Where an incident can have a value of each of two lists,
 * what has both is what has one, and what has the other, less what has either.
 */
export function overlapOf(a: Filter, b: Filter, guide: FieldGuide): Overlap {
  const window = { from: Math.max(a.from, b.from) as Day, to: Math.min(a.to, b.to) as Day };
  if (a.nothing || b.nothing || window.from > window.to) return [];
  const parts: readonly (readonly [Unsaid, Both<Partial<Filter>>])[] = [
    ['links', bothLinks(a, b)],
    ...bothValues(a, b, guide).map((part) => ['values', part] as const),
    ...bothOwns(a, b, guide).map((part) => ['own', part] as const),
    ['values', bothScopes(a, b)],
    ...(['series', 'box', 'places'] as const).map((key) => [key, bothOf(key, a, b)] as const),
  ];
  if (parts.some(([, part]) => part?.length === 0)) return [];
  const unsaid = parts.find(([, part]) => part === null);
  if (unsaid !== undefined) return unsaid[0];
  const terms = everyWay(
    { ...a, ...window, words: merged(a.words, b.words) },
    parts.flatMap(([, part]) => (part === null ? [] : [part])),
  );
  return terms.length > MOST_TERMS ? 'many' : terms;
}
