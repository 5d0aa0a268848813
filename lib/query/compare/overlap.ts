import { isSingle, LIST_ROLES, VALUE_LISTS } from '../../series/facets';
import { type OwnField, ownField } from '../../series/fields';
import type { Day } from '../../time/day';
import type { Filter, OwnFilter } from '../query';

/**
 * What two filters hold in common, as what is to be counted: `together`, what is in either, each incident once, or `both`, what is in both.
 * `nothing` where none can be; null where no filter says it.
 */
export type Overlap =
  | { readonly kind: 'together' | 'both'; readonly filter: Filter }
  | { readonly kind: 'nothing' }
  | null;

interface FieldGuide {
  readonly fields: readonly OwnField[];
}

/** A clause on both sides: the one that holds for what is in both, `nothing` where none can be, null where no clause says it. */
type Both<T> = { readonly clause: T } | 'nothing' | null;

const ofLinks: readonly string[] = LIST_ROLES.filter(({ read }) => read.as === 'links').map(
  ({ asked }) => asked,
);

/** Whether two clauses are the same, whatever the order of values. */
function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return text(one) === text(other);
}

function common(one: readonly string[], other: readonly string[]): Both<readonly string[]> {
  const clause = one.filter((value) => other.includes(value));
  return clause.length === 0 ? 'nothing' : { clause };
}

/** Whether every link that one filter matches is matched by the other, and is as firm there. */
function holdsLinks(wider: Filter, one: Filter): boolean {
  const inside = ofLinks.every((key) => {
    const [all, asked] = [wider, one].map((filter) => filter[key as keyof Filter] as readonly string[]);
    return all!.length === 0 || (asked!.length > 0 && asked!.every((value) => all!.includes(value)));
  });
  const asDisputed = wider.disputed === null || wider.disputed === one.disputed;
  return inside && asDisputed && (wider.suspicions || !one.suspicions);
}

/** Clauses that must hold on one link: those of the side whose links are all among the other's. */
function bothLinks(a: Filter, b: Filter): Both<Partial<Filter>> {
  const part = (filter: Filter) => ({
    clause: Object.fromEntries(
      [...ofLinks, 'disputed', 'suspicions'].map((key) => [key, filter[key as keyof Filter]]),
    ) as Partial<Filter>,
  });
  if (holdsLinks(b, a)) return part(a);
  return holdsLinks(a, b) ? part(b) : null;
}

function bothValues(a: Filter, b: Filter, guide: FieldGuide): readonly Both<Partial<Filter>>[] {
  return VALUE_LISTS.map(({ key, asked, apart }): Both<Partial<Filter>> => {
    const [one, other] = [a[asked], b[asked]];
    const of = (clause: typeof one) => ({ clause: { [asked]: clause } as Partial<Filter> });
    // What a list leaves out where it is empty is no list of values.
    const isOpen = (list: typeof one) => list === 'any' || (apart === null && list.length === 0);
    if (same(one, other) || isOpen(other)) return of(one);
    if (isOpen(one)) return of(other);
    if (one.length === 0 || other.length === 0 || !isSingle(guide, key)) return null;
    const both = common(one as readonly string[], other as readonly string[]);
    return both === 'nothing' || both === null ? both : of(both.clause);
  });
}

function bothOwn(one: OwnFilter, other: OwnFilter, guide: FieldGuide): Both<OwnFilter> {
  if (same(one, other)) return { clause: one };
  if (one.kind !== 'values' || other.kind !== 'values' || ownField(guide, one.key)?.many !== false)
    return null;
  const both = common(one.values, other.values);
  return both === 'nothing' || both === null ? both : { clause: { ...one, values: both.clause } };
}

function bothOwns(a: Filter, b: Filter, guide: FieldGuide): Both<Partial<Filter>> {
  const own: OwnFilter[] = a.own
    .filter(({ key }) => !b.own.some((one) => one.key === key))
    .concat(b.own.filter(({ key }) => !a.own.some((one) => one.key === key)));
  for (const one of a.own) {
    const other = b.own.find(({ key }) => key === one.key);
    const both = other === undefined ? null : bothOwn(one, other, guide);
    if (other !== undefined && (both === null || both === 'nothing')) return both;
    if (both !== null && both !== 'nothing') own.push(both.clause);
  }
  return { clause: { own } };
}

/** A clause that only one side may have. */
function bothOf<K extends 'series' | 'box' | 'places'>(key: K, a: Filter, b: Filter): Both<Partial<Filter>> {
  const isOpen = (filter: Filter) => filter[key] === null || same(filter[key], []);
  if (same(a[key], b[key]) || isOpen(b)) return { clause: { [key]: a[key] } };
  return isOpen(a) ? { clause: { [key]: b[key] } } : null;
}

function bothScopes(a: Filter, b: Filter): Both<Partial<Filter>> {
  if (a.scope === b.scope || b.scope === 'any') return { clause: { scope: a.scope } };
  return a.scope === 'any' ? { clause: { scope: b.scope } } : 'nothing';
}

/** What is in both, by one clause after the other. */
function inBoth(a: Filter, b: Filter, guide: FieldGuide): Overlap {
  const window = { from: Math.max(a.from, b.from) as Day, to: Math.min(a.to, b.to) as Day };
  const parts = [
    bothLinks(a, b),
    ...bothValues(a, b, guide),
    bothOwns(a, b, guide),
    bothScopes(a, b),
    ...(['series', 'box', 'places'] as const).map((key) => bothOf(key, a, b)),
  ];
  if (window.from > window.to || parts.includes('nothing')) return { kind: 'nothing' };
  const clauses = parts.flatMap((part) => (part === null || part === 'nothing' ? [] : [part.clause]));
  if (clauses.length < parts.length) return null;
  const words = [...new Set([...a.words, ...b.words])];
  return { kind: 'both', filter: Object.assign({ ...a, ...window, words }, ...clauses) };
}

/** The filter of what is in either, where two filters differ in the values of one list and in nothing else. */
function inEither(a: Filter, b: Filter): Filter | null {
  const keys = Object.keys(a) as (keyof Filter)[];
  const [key, ...more] = keys.filter((one) => !same(a[one], b[one]));
  const list = LIST_ROLES.find(({ asked }) => asked === key)?.asked;
  if (list === undefined || more.length > 0 || a[list].length === 0 || b[list].length === 0) return null;
  return { ...a, [list]: [...new Set([...a[list], ...b[list]])] };
}

/** How to count what two filters hold in common without a list of what they hold. */
export function overlapOf(a: Filter, b: Filter, guide: FieldGuide): Overlap {
  if (a.nothing || b.nothing) return { kind: 'nothing' };
  const both = inBoth(a, b, guide);
  if (both !== null) return both;
  const filter = inEither(a, b);
  return filter && { kind: 'together', filter };
}
