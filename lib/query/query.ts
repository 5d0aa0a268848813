import type { ApartList, AskedList } from '../series/facets';
import type { Facet, Split } from '../series/field-table';
import type { OwnKey } from '../series/fields';
import type { BaseMeasure } from '../series/measures';
import type { IncidentId } from '../series/model';
import type { HexFit, HexGrid } from '../series/places/hexagons';
import type { Box } from '../series/places/location';
import type { Bin } from '../time/bin';
import type { Day } from '../time/day';
import type { Disputed, Scope, SortKey } from '../view/view';

/** The id that stands for "no actor is established", "no type given", "no region given". */
export const NONE = 'none';
/** The group of a stack for incidents that belong to several. */
export const SEVERAL = 'several';

/**
 * The values that are asked for of each facet. Of one with a value that stands apart, an empty list means all but that; its
 * facet, which counts all of them, asks for `any`.
 */
type AskedValues = {
  readonly [List in AskedList]: readonly string[] | (List extends ApartList ? 'any' : never);
};

/**
 * Which incidents are asked for. Clauses are joined by "and", the values of one by "or"; an empty list is no clause.
 * `actors`, `relations`, `certainties` and `disputed` must hold on one and the same link; an incident without links has
 * one that is {@link NONE} in all of them. See docs/methods.md.
 */
export interface Filter extends AskedValues {
  /** The window, both days inclusive; reversed, nothing matches. */
  readonly from: Day;
  readonly to: Day;
  /** Whether suspicions are asked for, so that a `suspected` link may stand in best. */
  readonly suspicions: boolean;
  readonly disputed: Disputed | null;
  /** `any` only for the facet that counts both apart. */
  readonly scope: Scope | 'any';
  /** On the series' own fields. */
  readonly own: readonly OwnFilter[];
  /** The group a chart or a timeline would put the incident in; null is no clause. */
  readonly series: GroupClause | null;
  /** Incidents at points inside; null is no clause. */
  readonly box: Box | null;
  /** Marks of a map, and what of its margin: ids as `placeId` and `hexagonId` write them. */
  readonly places: readonly string[];
  /** Folded words; each must occur in the title, the place or the notes. */
  readonly words: readonly string[];
  /** True where a clause could not be read: nothing matches. */
  readonly nothing: boolean;
}

/**
 * A clause on an own field: one of the values ({@link NONE} is "not stated"), or a number in a range, both ends inclusive
 * and null where open. Days are compared as texts, which stand in their order.
 */
export type OwnFilter =
  | { readonly kind: 'values'; readonly key: OwnKey; readonly values: readonly string[] }
  | {
      readonly kind: 'numbers';
      readonly key: OwnKey;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly kind: 'days'; readonly key: OwnKey; readonly from: string | null; readonly to: string | null };

/**
 * How actors or regions are rolled up in a split by them: under the roots of the tree, or under these. A link under none of these
 * actors counts under its roots; an incident in none of these regions stands as its row names it. Left out, actors are as
 * linked and regions as named. Other splits know no such thing.
 */
export type Rollup = 'roots' | readonly string[];

/** What a chart or a timeline is split by. */
export interface SplitBy {
  readonly split: Split;
  readonly roll?: Rollup;
}

/**
 * The incidents that count in some groups of a split, graded as they are graded there: `each` names groups in which an
 * incident may count beside others, `only` those that it forms in a stack. `beyond` and `not` stand for every group but
 * those they name, {@link NONE} and {@link SEVERAL}: of those in which it counts, and of those that it forms in a stack.
 * Opening a bar asks for its group by this clause.
 */
export interface GroupClause extends SplitBy {
  readonly each: readonly string[];
  readonly beyond: readonly string[];
  readonly only: readonly string[];
  readonly not: readonly string[];
}

/** Low, best and high figures of the view, and what stands behind them. */
export interface TotalQuery {
  readonly kind: 'total';
  readonly filter: Filter;
  /** The bin against which dates are called too coarse. */
  readonly bin: Bin;
  /** The measures over own fields that are wanted beside those of the model; none where left out. */
  readonly own?: readonly OwnKey[];
}

/**
 * The non-empty bins of each group. `stacked`: an incident forms one group, so that the groups add up to the total;
 * else it counts in each of its groups. `beyond`: null for each group apart; else all groups but those it names,
 * {@link NONE} and {@link SEVERAL}, taken together: an incident of several of them counts once, in bins of no group.
 * `only`: of groups apart, those that are wanted; all where it is left out.
 */
export interface BinsQuery extends SplitBy {
  readonly kind: 'bins';
  readonly filter: Filter;
  readonly bin: Bin;
  readonly measure: BaseMeasure;
  readonly stacked: boolean;
  readonly beyond: readonly string[] | null;
  readonly only?: readonly string[];
}

/** The total of each group; an incident counts in each of its groups, or `stacked` in the one that it forms, as in BinsQuery. */
export interface GroupsQuery extends SplitBy {
  readonly kind: 'groups';
  readonly filter: Filter;
  readonly measure: BaseMeasure;
  readonly stacked?: true;
}

/**
 * Incidents for each value of one facet, as if that value alone were selected. The caller has taken the facet's own
 * clause out of `filter`. Actors are rolled up: a parent has an item of its own, each incident counted once.
 */
export interface FacetQuery {
  readonly kind: 'facet';
  readonly filter: Filter;
  readonly facet: Facet;
}

/** A page of the incidents in `high`, sorted; nulls last both ways, ties by date and id, both ascending. */
export interface RowsQuery {
  readonly kind: 'rows';
  readonly filter: Filter;
  readonly sort: readonly SortKey[];
  readonly offset: number;
  readonly limit: number;
}

/** Where an incident stands among the sorted rows, with its neighbours. */
export interface PositionQuery {
  readonly kind: 'position';
  readonly filter: Filter;
  readonly sort: readonly SortKey[];
  readonly incident: IncidentId;
}

/** The marks of a timeline, one for each incident and lane; none where more than `limit` incidents match. */
export interface MarksQuery extends SplitBy {
  readonly kind: 'marks';
  readonly filter: Filter;
  readonly limit: number;
}

/**
 * The incidents of a view by place, each counted, never a sample. Incidents at one point that is known as precisely are one
 * mark. Where that would be more than `most` marks, those of one hexagon of `grid` are one instead.
 * The caller has taken the clauses on box and place out of `filter`, so that the map shows what can be chosen beside them.
 */
export interface PlacesQuery extends SplitBy {
  readonly kind: 'places';
  readonly filter: Filter;
  readonly measure: BaseMeasure;
  /** As in BinsQuery: whether an incident forms one group of its mark, or counts in each of its groups. */
  readonly stacked: boolean;
  /** Points outside are left out of the marks, and counted as `outside`; null is the whole world. */
  readonly box: Box | null;
  /** 0 for hexagons in any case. */
  readonly most: number;
  /** Of a hexagon only the groups of the largest best, so many at most, of several as large the first; all where none is said. */
  readonly mostGroups?: number;
  readonly grid: HexGrid | HexFit;
}

/** The longest span without an incident, and the last incident. */
export interface SpellsQuery {
  readonly kind: 'spells';
  readonly filter: Filter;
}

/** One incident with its sources, whatever the filters say. */
export interface IncidentQuery {
  readonly kind: 'incident';
  readonly incident: IncidentId;
}

export type Query =
  | TotalQuery
  | BinsQuery
  | GroupsQuery
  | FacetQuery
  | RowsQuery
  | PositionQuery
  | MarksQuery
  | PlacesQuery
  | SpellsQuery
  | IncidentQuery;
