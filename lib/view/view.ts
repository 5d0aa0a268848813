import type { AskedList, ListFacet } from '../series/facets';
import type { Column, Split } from '../series/field-table';
import type { OwnKey } from '../series/fields';
import type { Measure } from '../series/measures';
import type { DatasetId } from '../series/model';
import type { Box } from '../series/places/location';
import type { Bin } from '../time/bin';
import type { Bound } from '../time/bounds';
import type { Rolling } from '../time/rolling';

export const MODES = ['stack', 'lines', 'panels', 'cumulative', 'index', 'share', 'calendar'] as const;
/** How the groups are drawn. */
export type Mode = (typeof MODES)[number];

/** Whether the groups of a bin stand on each other, so that an incident counts in one of them only. */
export function isStacked(mode: Mode): boolean {
  return mode === 'stack' || mode === 'share';
}

/** The bins of which a rolling mean may be: at least two, and no more than tell of a trend. */
export const ROLLING = { least: 2, most: 60 } as const;

/** Whether a rolling mean says anything of what a mode draws: figures of bins as they are. */
export function hasRollingMean(mode: Mode): boolean {
  return mode === 'stack' || mode === 'lines' || mode === 'panels';
}

export const ROLLS = ['up', 'own'] as const;
/** Whether an actor or a region stands for its parts as well (`up`), or for what names itself alone (`own`). */
export type Roll = (typeof ROLLS)[number];

/** What the groups of a chart or the lanes of a timeline are. */
export type Grouping = Pick<View, 'split' | 'roll' | 'actors' | 'regions'>;

export const AXES = ['one', 'own'] as const;
/** Whether panels share one scale of values, so that they can be compared, or have each its own. */
export type Axis = (typeof AXES)[number];

export const MAP_FORMS = ['off', 'dots', 'hexagons', 'regions'] as const;
/** How the map is drawn: not at all, a mark for each place (hexagons where those are too many), hexagons, shaded regions. */
export type MapForm = (typeof MAP_FORMS)[number];

export const SHADES = ['count', 'rate'] as const;
/** What the shades of a map of regions are: how many incidents, or how many for as many people and as much time. */
export type Shade = (typeof SHADES)[number];

export const DISPUTED = ['no', 'only'] as const;
export type Disputed = (typeof DISPUTED)[number];

export const SCOPES = ['in', 'out'] as const;
export type Scope = (typeof SCOPES)[number];

export interface SortKey {
  readonly column: Column;
  readonly descending: boolean;
}

/**
 * One end of the window. A rolling start is so long before the end (`-12m`: the last twelve months); a rolling end is so
 * long before the end of the coverage. No end at all is the coverage's own, also written `latest`.
 */
export type WindowEnd = Bound | Rolling;

/** Whether an end of the window moves with the series. */
export function isRolling(end: WindowEnd): end is Rolling {
  return 'unit' in end;
}

export const STEPS = ['off', 'on'] as const;
export type Steps = (typeof STEPS)[number];

export const ACROSS = ['no', 'yes'] as const;
export type Across = (typeof ACROSS)[number];

/** What a series means by an address that says nothing of it: the split that tells most in it, and how it is drawn. */
export interface Standard {
  readonly split: Split;
  readonly mode: Mode;
  /** Whether any actor is part of another, so that there is anything to roll up. */
  readonly tree: boolean;
  /** Whether any region lies in another. */
  readonly regionTree: boolean;
}

/** The standard of a series of which nothing else is known. */
export const STANDARD: Standard = { split: 'actor', mode: 'stack', tree: false, regionTree: false };

/**
 * A clause on a field of the series' own: some of its values, sorted by code point, or numbers (and days) in a range,
 * both ends inclusive, null where it is open. Exactly one of the two is set.
 */
export interface OwnClause {
  readonly key: OwnKey;
  readonly values: readonly string[];
  readonly range: { readonly from: string | null; readonly to: string | null } | null;
}

/** A value that could not be read, kept as written so that the address does not change under the reader. */
export interface BrokenKey {
  /** A key of the grammar or of an own field; that of the version where this Annals does not know it. */
  readonly key: string;
  /** Several where a key that has one value was repeated. */
  readonly values: readonly string[];
}

/** Days between two bounds as they are written, both inclusive; an end that is null is that of the window. */
export interface BoundSpan {
  readonly from: Bound | null;
  readonly to: Bound | null;
}

/**
 * What is put side by side: values of a field, each rolled up and alone in its facet; or the view itself against periods or
 * other views. In the order of the address, each once. Values may be unknown to the series.
 */
export interface Comparison {
  readonly by: ListFacet | OwnKey | 'period' | 'view';
  readonly items: readonly string[];
}

/** Dated context of whoever made a link: a day, a month or a year, and a few words. */
export interface ReaderNote {
  readonly at: Bound;
  readonly text: string;
}

/** What of a chart is selected, and shown in the table: days (null: all of the window), and groups as in {@link View.groups}. */
export interface Selection {
  readonly span: BoundSpan | null;
  readonly groups: readonly string[];
}

/** The values that are asked for of each facet that has a list. */
type Asked = { readonly [List in AskedList]: readonly string[] };

/**
 * What the address holds: everything a reader may want to send. Lists are sorted by code point and without repeats;
 * an empty list, null or '' is the default. Values of lists may be unknown to the series; those match nothing.
 */
export interface View extends Asked {
  readonly dataset: DatasetId;
  /** What this series means where the address says nothing. */
  readonly standard: Standard;
  readonly from: WindowEnd | null;
  readonly to: WindowEnd | null;
  readonly disputed: Disputed | null;
  readonly scope: Scope;
  /** Clauses on the series' own fields, by key. */
  readonly own: readonly OwnClause[];
  readonly q: string;
  /** Incidents at points inside; null is no clause. */
  readonly box: Box | null;
  /** Marks of the map and parts of its margin, as `placeId` and `hexagonId` write them. */
  readonly places: readonly string[];
  readonly bin: Bin | null;
  readonly measure: Measure;
  readonly split: Split;
  /** What the actors of the split stand for; says nothing of other splits. */
  readonly roll: Roll;
  /**
   * The incidents of some groups of the split, as a bar or a mark counts them: `iscp` (counts in the group ISCP),
   * `only:iscp` (forms it in a stack), `not:iscp` (forms one beyond those named), `beyond:iscp`
   * (counts in one beyond those named), `several`, `none`.
   */
  readonly groups: readonly string[];
  readonly mode: Mode;
  /** Says nothing of other modes than panels. */
  readonly axis: Axis;
  /** The bin that holds its first day is 100 in the mode `index`; null leaves the choice to the chart. */
  readonly indexFrom: Bound | null;
  /** The number of bins of which a rolling mean is drawn; null draws none. */
  readonly rollMean: number | null;
  /** Whether stretches of steady rate are drawn over the bars of a stack of incidents; says nothing of other charts. */
  readonly steps: Steps;
  /** Null leaves it to the series: dots where anything has a point, else none. */
  readonly map: MapForm | null;
  /** Says nothing of other maps than those of regions. */
  readonly shade: Shade;
  /** The part of the world that the map shows; null is that around all places, or the box. It filters nothing. */
  readonly part: Box | null;
  /** The boundaries that the map is drawn with; null is those that stand first. */
  readonly boundaries: string | null;
  readonly compare: Comparison | null;
  /** Whether rates are compared across gaps and changes in how days were searched: the reader has seen that there are some. */
  readonly across: Across;
  /** Empty is the default, newest first. */
  readonly sort: readonly SortKey[];
  /** The columns of the table, in their order; empty is those that the series shows by itself. */
  readonly columns: readonly Column[];
  readonly select: Selection | null;
  /** By day, then by text. */
  readonly notes: readonly ReaderNote[];
  readonly incident: string | null;
  /** A hash prefix of 12 to 64 hexadecimal digits. */
  readonly revision: string | null;
  readonly broken: readonly BrokenKey[];
}

/** What is wrong with an address: the key, the value as written, a stable code and a sentence for the reader. */
export interface ViewIssue {
  readonly key: string;
  readonly value: string;
  readonly code: IssueCode;
  readonly message: string;
}

export const ISSUE_CODES = [
  'unknown-key',
  'unknown-version',
  'repeated-key',
  'bad-value',
  'too-long',
  'unknown-id',
  'reversed-window',
  'mixed-initiators',
  'too-many-bins',
  'unknown-revision',
  'revision-removed',
  'unknown-incident',
] as const;
/** Stable codes; each has a paragraph in docs/api.md. */
export type IssueCode = (typeof ISSUE_CODES)[number];
