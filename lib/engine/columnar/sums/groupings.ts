import { doubtsLinksIn } from '../../../query/links';
import type { BinsQuery, Filter } from '../../../query/query';
import { isValueFacet, type LinkFacet } from '../../../series/facets';
import type { Facet } from '../../../series/field-table';
import type { Certainty } from '../../../series/model';
import { CERTAINTIES } from '../../../series/model';
import { byCodePoint } from '../../../text/order';
import type { Bin } from '../../../time/bin';
import type { Columns, FacetColumn } from '../columns/columns';
import { type Codes, type Dictionary, withCodesOf } from '../columns/dictionary';
import {
  graded,
  isBeyond,
  isByLinks,
  linkMembers,
  type MatchedLink,
  type MatchedList,
  type Member,
  membersOf,
  valueMembers,
} from '../selection/match-links';
import { BEST, LOW, type Selection } from '../selection/selection';

/** Under what the rows of a selection are counted: each has a code, and each code some groups. */
export interface Grouping {
  /** By code point, null first. */
  readonly ids: readonly (string | null)[];
  readonly codes: Codes;
  /** The groups of a code are `groups[starts[code]]` up to `groups[starts[code + 1]]`, */
  readonly starts: Uint32Array;
  readonly groups: Uint32Array;
  /** and each allows {@link BEST} and {@link LOW} or does not. */
  readonly firm: Uint8Array;
  /** Whether a row's links decide too; false where they have decided already. */
  readonly asksLinks: boolean;
  /** For rows that are as firm as one of some kinds, by {@link BEST} and {@link LOW}. */
  slots(kinds: readonly number[]): Slots;
}

/** What counts are kept apart by: a group, and how firmly rows are in it. */
export interface Slots {
  readonly groups: Uint32Array;
  readonly firm: Uint8Array;
  /** The slot of each of the `groups` of a grouping, for rows that are as firm as the index says. */
  readonly of: readonly Uint32Array[];
}

/** More than any kind of firmness by {@link BEST} and {@link LOW}. */
const KINDS = (BEST | LOW) + 1;

function slotsOf({ groups, firm }: Pick<Grouping, 'groups' | 'firm'>, kinds: readonly number[]): Slots {
  const known = new Map<number, number>();
  const of: Uint32Array[] = [];
  for (const kind of kinds) {
    of[kind] = Uint32Array.from(groups, (group, i) => {
      const key = group * KINDS + (firm[i]! & kind);
      const slot = known.get(key) ?? known.size;
      known.set(key, slot);
      return slot;
    });
  }
  const keys = [...known.keys()];
  return {
    groups: Uint32Array.from(keys, (key) => Math.floor(key / KINDS)),
    firm: Uint8Array.from(keys, (key) => key % KINDS),
    of,
  };
}

/** A grouping of the rows of a column, whose slots are worked out when they are asked for, and kept. */
function withSlots(
  column: Pick<Dictionary<unknown>, 'codes'>,
  grouping: Omit<Grouping, 'codes' | 'slots'>,
): Grouping {
  const known = new Map<string, Slots>();
  return {
    ...grouping,
    get codes() {
      return column.codes;
    },
    slots(kinds) {
      const name = kinds.join();
      const slots = known.get(name) ?? slotsOf(grouping, kinds);
      known.set(name, slots);
      return slots;
    },
  };
}

/** The grouping by what `members` gives for each value of a column. */
function groupingOf<T>(
  column: Dictionary<T>,
  asksLinks: boolean,
  members: (value: T) => readonly Member[],
): Grouping {
  const { values } = column;
  const found = values.map(members);
  const starts = new Uint32Array(values.length + 1);
  const known = new Set<string | null>();
  for (let code = 0; code < found.length; code++) {
    starts[code + 1] = starts[code]! + found[code]!.length;
    for (const { id } of found[code]!) known.add(id);
  }
  const ids = [...known].sort((a, b) => byCodePoint(a ?? '', b ?? ''));
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const size = starts[found.length]!;
  const [groups, firm] = [new Uint32Array(size), new Uint8Array(size)];
  let at = 0;
  for (const each of found) {
    for (const { id, best, low } of each) {
      groups[at] = numbers.get(id)!;
      firm[at++] = (best ? BEST : 0) | (low ? LOW : 0);
    }
  }
  return withSlots(column, { ids, starts, asksLinks, groups, firm });
}

/** A grouping by links, made once for all selections that match them alike; it may depend on the clauses on links. */
function byLists(
  columns: Columns,
  { lists, ofLists }: Selection,
  name: string,
  members: (list: MatchedList) => readonly Member[],
): Grouping {
  const make = () =>
    groupingOf(withCodesOf(columns.linkLists, lists), false, (list) => (list === null ? [] : members(list)));
  return ofLists.get(name, make) as Grouping;
}

/** A grouping that is the same for every selection, made once. */
function byValues<T>(
  columns: Columns,
  name: string,
  column: Dictionary<T>,
  members: (value: T) => readonly Member[],
): Grouping {
  return columns.kept(`grouping ${name}`, () => groupingOf(column, true, members));
}

/** All rows as one group, which is there even where no row is. */
export function asOne(columns: Columns): Grouping {
  return columns.kept('grouping of all', () => {
    const same = {
      get codes() {
        return columns.sameCodes;
      },
    };
    return withSlots(same, {
      ...{ ids: [null], starts: Uint32Array.of(0, 1), groups: Uint32Array.of(0) },
      ...{ firm: Uint8Array.of(BEST | LOW), asksLinks: true },
    });
  });
}

/** The rows of a column by its codes, each of which is a group. */
export function codeGrouping(columns: Columns, key: FacetColumn, asksLinks: boolean): Grouping {
  return columns.kept(`grouping by the codes of ${key} ${asksLinks}`, () => {
    const column = columns.facetColumn(key);
    const { length } = column.values;
    return withSlots(column, {
      ids: Array.from({ length }, () => null),
      starts: Uint32Array.from({ length: length + 1 }, (_, code) => code),
      groups: Uint32Array.from({ length }, (_, code) => code),
      firm: new Uint8Array(length).fill(BEST | LOW),
      asksLinks,
    });
  });
}

/** Rows by whether they are dated, and to how many bins. */
export function datingGrouping(columns: Columns, bin: Bin): Grouping {
  return byValues(columns, `dating ${bin}`, columns.dating(bin), (id) => [{ id, best: true, low: true }]);
}

/** Members beyond those named as one, or each of those that are wanted. */
function taken(members: readonly Member[], { beyond, only }: Pick<BinsQuery, 'beyond' | 'only'>) {
  if (beyond === null) {
    return only === undefined ? members : members.filter(({ id }) => id !== null && only.includes(id));
  }
  const rest = members.filter(({ id }) => isBeyond(id, beyond));
  if (rest.length === 0) return [];
  return [{ id: null, best: rest.some(({ best }) => best), low: rest.some(({ low }) => low) }];
}

/** The groups of a split. */
export function splitGrouping(
  columns: Columns,
  selection: Selection,
  by: Pick<BinsQuery, 'split' | 'roll' | 'stacked' | 'beyond' | 'only'>,
): Grouping {
  const { split, roll, stacked, beyond, only } = by;
  if (isValueFacet(split)) {
    const members = (ids: readonly string[]) => taken(valueMembers(ids, stacked), by);
    const groups = columns.groupIds(split, roll);
    // Regions that a reader chose are too many ways to keep them all.
    if (split === 'region' && roll !== undefined) return groupingOf(groups, true, members);
    return byValues(columns, JSON.stringify([split, stacked, beyond, only]), groups, members);
  }
  if (!isByLinks(by)) {
    const isWhole = beyond === null && only === undefined;
    return isWhole ? asOne(columns) : groupingOf(columns.ids('scope'), true, () => []);
  }
  return byLists(columns, selection, JSON.stringify([split, roll, stacked, beyond, only]), (list) =>
    taken(linkMembers(list, by, stacked), by).map(({ id, best, low }) => ({
      ...{ id, best: best && list.best, low: low && list.low },
    })),
  );
}

/** The values of a link in a facet of links. */
function facetIds({ link }: MatchedLink, facet: LinkFacet, natureDisputed: boolean): readonly string[] {
  switch (facet) {
    case 'actor':
      return link.under;
    case 'disputed':
      return [link.disputed || natureDisputed ? 'only' : 'no'];
    default:
      return [link[facet]];
  }
}

/** As if the value alone were selected: then a suspicion is asked for where it is the value. */
function regraded(links: readonly MatchedLink[], facet: LinkFacet): readonly MatchedLink[] {
  if (facet !== 'relation') return links;
  return links.map(({ link }) => graded(link, link.relation === 'suspected'));
}

function facetMembers(list: MatchedList, facet: LinkFacet, filter: Filter): readonly Member[] {
  const doubts = doubtsLinksIn(facet, filter);
  const { natureDisputed, groupBest, groupLow } = list;
  const links = regraded(list.links, facet);
  return membersOf(links, (link) => facetIds(link, facet, natureDisputed)).map(({ id, best, low }) => ({
    id,
    best: groupBest && (best || !doubts),
    low: groupLow && !natureDisputed && (low || !doubts),
  }));
}

/** The values of a facet. */
export function facetGrouping(
  columns: Columns,
  selection: Selection,
  facet: Facet,
  filter: Filter,
): Grouping {
  if (isValueFacet(facet)) {
    return byValues(columns, facet, columns.rolledIds(facet), (ids) => valueMembers(ids, false));
  }
  return byLists(columns, selection, `facet ${facet}`, (list) => facetMembers(list, facet, filter));
}

/** The firmest certainty among the links that allow best, or among all where none does. */
function firmest(links: readonly MatchedLink[]): Certainty | 'none' {
  const allowed = links.some(({ best }) => best) ? links.filter(({ best }) => best) : links;
  return CERTAINTIES.find((certainty) => allowed.some(({ link }) => link.certainty === certainty)) ?? 'none';
}

/** The firmest certainty of each incident. */
export function certaintyGrouping(columns: Columns, selection: Selection): Grouping {
  return byLists(columns, selection, 'certainty', ({ links, best, low }) => [
    { id: firmest(links), best, low },
  ]);
}
