import type { DuckDBValue } from '@duckdb/node-api';
import { NONE, type Query, SEVERAL } from '../../query/query';
import { isOwnKey, type OwnField, type OwnKey, ownIds, ownKey, ownNumber } from '../../series/fields';
import type { Incident } from '../../series/model';
import { double, type TableColumn, text, texts } from './columns';

/** A field that no series has, whose column is always there: what a query asks of unknown fields is answered from it. */
const MISSING: OwnKey = '._';

/** The names of the columns of an own field: ids are small letters, digits, hyphens and underscores. */
function named(key: OwnKey, suffix: string): string {
  return `own_${key.slice(1).replaceAll('-', '$')}_${suffix}`;
}

/** The ids of the values of an incident, {@link NONE} where it has none: a list. */
export function ownList(key: OwnKey): string {
  return named(key, 'ids');
}

/** The one of them in a stack: {@link SEVERAL} for more. */
export function ownStacked(key: OwnKey): string {
  return named(key, 'id');
}

/** The number; null where it is not stated. */
export function ownFigure(key: OwnKey): string {
  return named(key, 'number');
}

/** What the table sorts by. */
export function ownOrder(key: OwnKey): string {
  return `by_${named(key, 'value')}`;
}

interface Numbered {
  readonly incident: Incident;
}

function columnsOf<T extends Numbered>(
  key: OwnKey,
  sortsBy: (incident: Incident) => DuckDBValue,
  isNumeric: boolean,
): readonly TableColumn<T>[] {
  const ids = ({ incident }: T) => {
    const held = ownIds(incident, key);
    return held.length === 0 ? [NONE] : held;
  };
  const order = (isNumeric ? double<T> : text<T>)(ownOrder(key), () => null);
  return [
    texts<T>(ownList(key), ids),
    text<T>(ownStacked(key), (one) => (ids(one).length > 1 ? SEVERAL : (ids(one)[0] ?? NONE))),
    double<T>(ownFigure(key), ({ incident }) => ownNumber(incident, key)),
    { ...order, value: ({ incident }: T) => sortsBy(incident) },
  ];
}

/** The columns of the table `incidents` for the own fields of a series. */
export function ownColumns<T extends Numbered>(
  fields: readonly OwnField[],
  sortsBy: (key: OwnKey) => (incident: Incident) => DuckDBValue,
): readonly TableColumn<T>[] {
  return [
    ...columnsOf<T>(MISSING, () => null, false),
    ...fields.flatMap((field) => {
      const isNumeric = field.kind === 'number' || field.kind === 'flag';
      return columnsOf<T>(ownKey(field), sortsBy(ownKey(field)), isNumeric);
    }),
  ];
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
