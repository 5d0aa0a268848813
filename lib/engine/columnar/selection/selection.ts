import { bytesOfArray, type Kept, type KeptByName } from '../../../caches/budget';
import type { Filter } from '../../../query/query';
import { isLinkSplit } from '../../../series/facets';
import { allRows, type Bits, hasRow, intersection, isAll, listRows, noRows } from '../columns/bits';
import type { Columns } from '../columns/columns';
import type { Section } from '../columns/dates';
import { withCodesOf } from '../columns/dictionary';
import { lowest } from '../columns/lowest';
import { type Clause, onColumn, ownClauses } from './clauses';
import { type MatchedList, matchList } from './match-links';
import { Recent } from './recent';
import type { WordIndex } from './words';

/** Positions among the rows of a selection, the last one exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The rows of a selection that may lie in a window. */
export interface WindowRows {
  /** Positions of rows that surely do: a stretch of each section that has rows, however short. */
  readonly stretches: readonly Stretch[];
  /** Further rows that do, */
  readonly sure: Uint32Array;
  /** and those of which that is in doubt, each with the share of its days that lies inside. */
  readonly doubtful: Uint32Array;
  readonly shares: Float64Array;
  /** How many of them are more than nothing. */
  readonly inPart: number;
  /** The same shares as they are added up: three numbers each, see `addSteady`. */
  readonly steps: Float64Array;
  /** The sum of these, part by part. */
  readonly allSteps: Float64Array;
}

/** The rows that the clauses but the window leave. */
interface SelectedRows {
  /** How many rows there are. */
  readonly size: number;
  /** The rows, ascending; null where these are all, each of which stands in its own place. */
  readonly rows: Uint32Array | null;
  /** The same as bits. */
  readonly bits: Bits;
  /** The sections of the columns, as positions among the rows. */
  readonly sections: readonly Section[];
  /** The rows in the windows that were asked for last. */
  readonly windows: Recent<Pick<Kept<WindowRows>, 'get'>>;
}

/** What the clauses but the window leave: filters that say it in other words have the same rows. */
export interface Selection extends SelectedRows {
  /** What the filter makes of each list of links; null where it is not matched. */
  readonly lists: readonly (MatchedList | null)[];
  /** Whether the links of each list allow {@link BEST} and {@link LOW}, and whether they are {@link DISPUTED}. */
  readonly firm: Uint8Array;
  /** The same, and the same where links have no say in best and low. */
  readonly firmness: { readonly asked: Firmness; readonly granted: Firmness };
  /** What is worked out of the lists alone, under a name: the same for all selections that match links alike. */
  readonly ofLists: Recent<unknown>;
}

/** What the clauses on links make of the lists of a series. */
type Matched = Pick<Selection, 'lists' | 'firm' | 'firmness' | 'ofLists'>;

export const BEST = 1;
export const LOW = 2;
/** The nature of the incident is disputed. */
export const DISPUTED = 4;

/** How firm the lists of links are that are matched. */
export interface Firmness {
  readonly ofList: Uint8Array;
  /** How firm each of them is; -1 where they differ. */
  readonly all: number;
  /** What there is of it by {@link BEST} and {@link LOW}, ascending. */
  readonly kinds: readonly number[];
}

function firmness(ofList: Uint8Array, lists: readonly (MatchedList | null)[]): Firmness {
  // Which of the few ways to be firm there are, as bits.
  let found = 0;
  for (let list = 0; list < lists.length; list++) if (lists[list] !== null) found |= 1 << ofList[list]!;
  const all = [0, 1, 2, 3, 4, 5, 6, 7].filter((firm) => (found & (1 << firm)) !== 0);
  const kinds = new Set(all.map((firm) => firm & (BEST | LOW)));
  return { ofList, all: all.length === 1 ? all[0]! : -1, kinds: [...kinds].sort() };
}

function firmOf(list: MatchedList | null): number {
  if (list === null) return 0;
  return (list.best ? BEST : 0) | (list.low ? LOW : 0) | (list.natureDisputed ? DISPUTED : 0);
}

/** What decides how a filter matches links, as a name. */
function linkClausesName(filter: Filter): string {
  const { actors, relations, suspicions, certainties, disputed, series } = filter;
  const ofLinks = series !== null && isLinkSplit(series.split) ? series : null;
  return JSON.stringify([actors, relations, suspicions, certainties, disputed, ofLinks]);
}

function sectionsOf(columns: Columns, rows: Uint32Array | null): readonly Section[] {
  if (rows === null) return columns.dates.sections;
  const before = (end: number) => lowest(0, rows.length, (at) => rows[at]! >= end);
  return columns.dates.sections.map(({ reach, from, to }) => ({ reach, from: before(from), to: before(to) }));
}

/** What matching has worked out and may be asked for again. */
export interface Memory {
  readonly words: WordIndex;
  readonly clauses: KeptByName<Bits>;
  readonly lists: Recent<Matched>;
  /** By the names of the clauses that leave them. */
  readonly rows: Recent<SelectedRows>;
}

function matchLists(columns: Columns, filter: Filter): Matched {
  const lists = columns.linkLists.values.map((list) => matchList(list, filter));
  const [firm, granted] = [new Uint8Array(lists.length), new Uint8Array(lists.length)];
  for (let list = 0; list < lists.length; list++) {
    firm[list] = firmOf(lists[list]!);
    granted[list] = firm[list]! | BEST | LOW;
  }
  const both = { asked: firmness(firm, lists), granted: firmness(granted, lists) };
  return { lists, firm, firmness: both, ofLists: new Recent(24) };
}

/** The clause of a filter that nothing matches. */
function nothing(size: number): Clause {
  return { name: 'nothing', rows: () => noRows(size), list: () => new Uint32Array(0) };
}

/** Where a list has no more rows than one in so many, each is looked up among the rows of other clauses sooner than all of these. */
const FEW = 16;

/** The rows that all clauses leave, where those of one of them are at hand as a list, and few if there are others; else null. */
function listedRows(
  clauses: readonly Clause[],
  size: number,
  bitsOf: (clause: Clause) => Bits,
): Uint32Array | null {
  for (const clause of clauses) {
    const list = clause.list?.() ?? null;
    if (list === null) continue;
    // A list of its own: rows of all values need not be held as long as it is.
    if (list.length === 0 || clauses.length === 1) return list.slice();
    if (list.length * FEW > size) continue;
    const others = clauses.filter((one) => one !== clause).map(bitsOf);
    return list.filter((row) => others.every((bits) => hasRow(bits, row)));
  }
  return null;
}

/** A dashboard asks for about so many windows at once: its own, those before it, the bins at its edges. */
const WINDOWS = 8;

/** The rows that clauses leave. */
function selectRows(columns: Columns, clauses: readonly Clause[], memory: Memory): SelectedRows {
  const { budget, size } = columns;
  const bitsOf = (clause: Clause) => memory.clauses.get(clause.name, clause.rows);
  const listed = () => listedRows(clauses, size, bitsOf);
  const bits = budget.kept(() => intersection(clauses.map(bitsOf)) ?? allRows(size), bytesOfArray);
  let first = listed();
  const isWhole = first === null ? isAll(bits.get(), size) : first.length === size;
  const listRowsOnce = () => {
    const rows = first ?? listed() ?? listRows(bits.get());
    first = null;
    return rows;
  };
  const rows = isWhole ? null : budget.kept(listRowsOnce, bytesOfArray);
  const noWindows = (): Selection['windows'] => new Recent(WINDOWS);
  return {
    size: rows?.get().length ?? size,
    get rows() {
      return rows === null ? null : rows.get();
    },
    get bits() {
      return bits.get();
    },
    sections: sectionsOf(columns, rows?.get() ?? null),
    // What lies in a window is the same for all selections that have all rows.
    windows: isWhole ? columns.kept('windows of all rows', noWindows) : noWindows(),
  };
}

/** The rows that a filter leaves, whatever its window. */
export function select(columns: Columns, filter: Filter, memory: Memory): Selection {
  const name = linkClausesName(filter);
  const matched = memory.lists.get(name, () => matchLists(columns, filter));
  const { lists } = matched;
  const byList = withCodesOf(columns.linkLists, lists);
  const byLinks = onColumn(columns, `links ${name}`, 'links', byList, (one) => one !== null);
  const clauses = filter.nothing
    ? [nothing(columns.size)]
    : [...ownClauses(columns, filter, memory.words), ...byLinks];
  const names = JSON.stringify(clauses.map((one) => one.name));
  const selected = memory.rows.get(names, () => selectRows(columns, clauses, memory));
  const { size, sections, windows } = selected;
  return {
    ...{ size, sections, windows },
    get rows() {
      return selected.rows;
    },
    get bits() {
      return selected.bits;
    },
    ...matched,
  };
}
