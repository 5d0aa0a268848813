import type { Query, SplitBy } from '../../query/query';
import { listRole, type ValueList } from '../../series/facets';
import type { Column } from '../../series/field-table';
import { isOwnKey, type OwnField, type OwnKey, ownKey } from '../../series/fields';
import type { BINS } from '../../time/bin';

/** A field that no series has, whose column is always there: what a query asks of unknown fields is answered from it. */
export const MISSING: OwnKey = '._';

/** Ids are small letters, digits, hyphens and underscores; one that is not never becomes part of a statement. */
const SAFE_ID = /^[a-z0-9_-]+$/;

/** The name of a column of an own field. */
function named(key: OwnKey, suffix: string): string {
  const id = key.slice(1);
  if (!SAFE_ID.test(id)) throw new Error(`No field can have the id ${JSON.stringify(id)}.`);
  return `own_${id.replaceAll('-', '$')}_${suffix}`;
}

/** The ids of the values of an incident, {@link NONE} where it has none: a list. */
export function ownList(key: OwnKey): string {
  return named(key, 'ids');
}

/** The one of them in a stack: {@link SEVERAL} for more. */
export function ownStacked(key: OwnKey): string {
  return named(key, 'id');
}

/** Where the values stand that an incident has in a facet: in a list, or one text, which in a stack it always is. */
export function valueColumn(
  key: ValueList['key'] | OwnKey,
  stacked: boolean,
): { readonly column: string; readonly isList: boolean } {
  if (isOwnKey(key)) return { column: stacked ? ownStacked(key) : ownList(key), isList: !stacked };
  const { many, asked } = listRole(key);
  return many && !stacked ? { column: asked, isList: true } : { column: key, isList: false };
}

/** Where the values stand that filters and facets go by: those of an incident, and those above them. */
export function rolledColumn(key: ValueList['key'] | OwnKey): ReturnType<typeof valueColumn> {
  const { column, isList } = valueColumn(key, false);
  return { column: key === 'region' ? `${column}_above` : column, isList };
}

/** The number; null where it is not stated. */
export function ownFigure(key: OwnKey): string {
  return named(key, 'number');
}

/** What the table sorts by. */
export function ownOrder(key: OwnKey): string {
  return `by_${named(key, 'value')}`;
}

/** The columns of the first and the last bin of an incident's possible days. */
export function binColumns(bin: (typeof BINS)[number]): { readonly first: string; readonly last: string } {
  return { first: `${bin}_first`, last: `${bin}_last` };
}

/** The columns in which a table column is sorted; dates have two. */
export function sortColumns(column: Column): readonly string[] {
  if (isOwnKey(column)) return [ownOrder(column)];
  return column === 'date' ? ['earliest', 'latest'] : [`by_${column}`];
}

/** A query with regions rolled up under the roots by their names: which they are, no statement can tell. */
export function namingRoots(query: Query, roots: readonly string[]): Query {
  const named = <By extends SplitBy>(by: By): By =>
    by.split === 'region' && by.roll === 'roots' ? { ...by, roll: roots } : by;
  if (query.kind === 'incident') return query;
  const { series } = query.filter;
  const filter = { ...query.filter, series: series && named(series) };
  return 'split' in query ? { ...named(query), filter } : { ...query, filter };
}

/** A query with every own key that the series does not have put on the field that none has. */
export function onKnownFields(query: Query, fields: readonly OwnField[]): Query {
  const known = new Set<string>(fields.map(ownKey));
  const settle = <K extends string>(key: K): K =>
    isOwnKey(key) && !known.has(key) ? (MISSING as string as K) : key;
  if (query.kind === 'incident') return query;
  const filter = {
    ...query.filter,
    own: query.filter.own.map((clause) => ({ ...clause, key: settle(clause.key) })),
    series: query.filter.series && { ...query.filter.series, split: settle(query.filter.series.split) },
  };
  switch (query.kind) {
    case 'bins':
    case 'groups':
    case 'places':
      return { ...query, filter, split: settle(query.split), measure: settle(query.measure) };
    case 'marks':
      return { ...query, filter, split: settle(query.split) };
    case 'total':
      return { ...query, filter, own: (query.own ?? []).filter((key) => known.has(key)) };
    case 'facet':
      return { ...query, filter, facet: settle(query.facet) };
    case 'rows':
    case 'position':
      return {
        ...query,
        filter,
        sort: query.sort.map(({ column, descending }) => ({ column: settle(column), descending })),
      };
    default:
      return { ...query, filter };
  }
}
