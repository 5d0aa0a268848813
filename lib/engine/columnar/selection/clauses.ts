import { type Filter, type GroupClause, NONE, type OwnFilter } from '../../../query/query';
import { isLinkSplit, isValueFacet, VALUE_LISTS, type ValueList } from '../../../series/facets';
import {
  type Bits,
  countPosted,
  joinedRows,
  noRows,
  postedRows,
  rowsOf,
  rowsPosted,
  rowsWhere,
} from '../columns/bits';
import type { Columns, ValueKey } from '../columns/columns';
import type { Dictionary } from '../columns/dictionary';
import { askedMembers, valueMembers } from './match-links';
import { rowsOfTexts } from './own-texts';
import { boxName, rowsAt, rowsInBox } from './places';
import type { WordIndex } from './words';

/** A clause under a name of its own, and the rows that it leaves. */
export interface Clause {
  readonly name: string;
  readonly rows: () => Bits;
  /** The same, ascending, where they are at hand as a list; a part of a longer one. */
  readonly list?: () => Uint32Array | null;
}

/** Columns of more values have hardly any rows of each. */
const MOST_POSTED = 2 ** 16;
/** Where more rows than one in so many are wanted, to look at each is as quick. */
const MANY = 4;

/** The rows of a named column whose value is wanted: those of few values are found without a look at the others. */
function rowsOfValues<T>(
  columns: Columns,
  name: string,
  column: Dictionary<T>,
  isWanted: (value: T) => boolean,
): Bits {
  if (column.values.length > MOST_POSTED) return rowsWhere(column, isWanted);
  const wanted = Uint8Array.from(column.values.map((value) => (isWanted(value) ? 1 : 0)));
  const postings = columns.postingsAtHand(name, column);
  const isFew = postings !== null && countPosted(postings, wanted) * MANY < columns.size;
  return isFew ? rowsPosted(postings, wanted) : rowsOf(column.codes, wanted);
}

const NO_ROWS = new Uint32Array(0);

/** So few lists, of no more rows together than one in so many, are made one of sooner than rows are noted in a set and listed. */
const [FEW_LISTS, FEW_ROWS] = [8, 16] as const;

/** The rows of the values that are wanted; null where these are many, or where rows would have to be looked for. */
function listOfValues<T>(
  columns: Columns,
  name: string,
  column: Dictionary<T>,
  isWanted: (value: T) => boolean,
): Uint32Array | null {
  if (column.values.length > MOST_POSTED) return null;
  const wanted: number[] = [];
  for (let code = 0; code < column.values.length; code++)
    if (isWanted(column.values.at(code)!)) wanted.push(code);
  if (wanted.length === 0) return NO_ROWS;
  if (wanted.length > FEW_LISTS) return null;
  const postings = columns.postingsAtHand(name, column);
  if (postings === null) return null;
  const lists = wanted.map((code) => postedRows(postings, code));
  const rows = lists.reduce((sum, { length }) => sum + length, 0);
  return lists.length === 1 || rows * FEW_ROWS <= columns.size ? joinedRows(lists) : null;
}

/** Whether a clause leaves all rows. */
function leavesAll<T>({ values }: Dictionary<T>, isWanted: (value: T) => boolean): boolean {
  let code = 0;
  while (code < values.length && isWanted(values.at(code)!)) code++;
  return code === values.length;
}

/** A clause on the values of a column, of which `key` names the codes; none where it leaves all rows. */
export function onColumn<T>(
  columns: Columns,
  name: string,
  key: string,
  column: Dictionary<T>,
  isWanted: (value: T) => boolean,
): readonly Clause[] {
  if (leavesAll(column, isWanted)) return [];
  return [
    {
      name,
      rows: () => rowsOfValues(columns, key, column, isWanted),
      list: () => listOfValues(columns, key, column, isWanted),
    },
  ];
}

function onValues(columns: Columns, key: ValueKey, values: readonly string[]): readonly Clause[] {
  const wanted = new Set(values);
  const isWanted = (ids: readonly string[]) => ids.some((id) => wanted.has(id));
  return onColumn(columns, JSON.stringify([key, values]), key, columns.rolledIds(key), isWanted);
}

/** The clause on a facet of which a list is asked for; none where all are wanted. */
function onList(columns: Columns, { key, asked, apart }: ValueList, filter: Filter): readonly Clause[] {
  const wanted = filter[asked];
  if (wanted === 'any') return [];
  if (wanted.length > 0) return onValues(columns, key, wanted);
  if (apart === null) return [];
  const column = columns.ids(key);
  const isWanted = (ids: readonly string[]) => !ids.includes(apart.id);
  if (leavesAll(column, isWanted)) return [];
  return [{ name: `${key} but ${apart.id}`, rows: () => rowsWhere(column, isWanted) }];
}

function onOwn(columns: Columns, clause: OwnFilter): readonly Clause[] {
  const { key } = clause;
  const name = JSON.stringify(clause);
  switch (clause.kind) {
    case 'values': {
      const { values } = columns.ownValues(key);
      if (values.length <= MOST_POSTED || values.utf8 === undefined)
        return onValues(columns, key, clause.values);
      return [
        { name: JSON.stringify([key, clause.values]), rows: () => rowsOfTexts(columns, key, clause.values) },
      ];
    }
    case 'numbers': {
      const isInside = (number: unknown) =>
        typeof number === 'number' && (clause.from ?? number) <= number && number <= (clause.to ?? number);
      return [{ name, rows: () => rowsWhere(columns.ownValues(key), isInside) }];
    }
    case 'days': {
      const isInside = ([day = NONE]: readonly string[]) =>
        day !== NONE && (clause.from ?? day) <= day && day <= (clause.to ?? day);
      return [{ name, rows: () => rowsWhere(columns.ids(key), isInside) }];
    }
  }
}

/** A clause on the groups of a split by values; a split by links is decided by the links. */
function onGroups(columns: Columns, clause: GroupClause | null): readonly Clause[] {
  if (clause === null || isLinkSplit(clause.split)) return [];
  const { split, roll } = clause;
  const isAsked = (ids: readonly string[]) =>
    askedMembers(clause, (isStacked) => valueMembers(ids, isStacked)).length > 0;
  const rows = () =>
    isValueFacet(split) ? rowsWhere(columns.groupIds(split, roll), isAsked) : noRows(columns.size);
  return [{ name: JSON.stringify(clause), rows }];
}

/** The clauses on where an incident is. */
function onPlaces(columns: Columns, { box, places }: Filter): readonly Clause[] {
  return [
    ...(box === null ? [] : [{ name: boxName(box), rows: () => rowsInBox(columns, box) }]),
    ...(places.length === 0
      ? []
      : [{ name: `places ${JSON.stringify(places)}`, rows: () => rowsAt(columns, places) }]),
  ];
}

/** The clauses that look at an incident itself. */
export function ownClauses(columns: Columns, filter: Filter, words: WordIndex): readonly Clause[] {
  const { scope } = filter;
  return [
    ...(scope === 'any' ? [] : onValues(columns, 'scope', [scope])),
    ...VALUE_LISTS.flatMap((facet) => onList(columns, facet, filter)),
    ...onPlaces(columns, filter),
    ...filter.own.flatMap((clause) => onOwn(columns, clause)),
    ...onGroups(columns, filter.series),
    ...filter.words.map((word) => ({ name: `word ${word}`, rows: () => words.rowsWith(word) })),
  ];
}
