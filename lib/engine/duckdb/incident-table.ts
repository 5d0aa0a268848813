import type { DuckDBValue } from '@duckdb/node-api';
import { NONE, SEVERAL } from '../../query/query';
import { sortValues } from '../../query/sort-values';
import { settle } from '../../series/estimate';
import { idsOf, rollingIn, VALUE_LISTS, type ValueList } from '../../series/facets';
import { COLUMNS, isNumeric } from '../../series/field-table';
import { ESTIMATES, type EstimateEntry } from '../../series/measures';
import type { Estimate, Incident, Series } from '../../series/model';
import { searchText } from '../../series/search-text';
import { BINS, floorBin } from '../../time/bin';
import type { Day } from '../../time/day';
import { countDays } from '../../time/event-date';
import { binColumns, rolledColumn, sortColumns, valueColumn } from '../sql/columns';
import { double, flag, integer, spans, type TableColumn, text, texts } from './columns';
import { firmestRank } from './link-table';
import { ownColumns } from './own-columns';
import { PLACE_COLUMNS } from './place-columns';

/** An incident with its number: its place by first day, last day and id. */
export interface Numbered {
  readonly n: number;
  readonly incident: Incident;
}

function firstDay({ incident }: Numbered): Day {
  return incident.date.possible[0]!.from;
}

function lastDay({ incident }: Numbered): Day {
  return incident.date.possible.at(-1)!.to;
}

function bins(): TableColumn<Numbered>[] {
  return BINS.flatMap((bin) => [
    integer<Numbered>(binColumns(bin).first, (one) => floorBin(firstDay(one), bin)),
    integer<Numbered>(binColumns(bin).last, (one) => floorBin(lastDay(one), bin)),
  ]);
}

/** The ends of a settled estimate. */
function figures({ key, property }: EstimateEntry): TableColumn<Numbered>[] {
  const settled = ({ incident }: Numbered): Estimate => settle(incident[property]);
  return [
    double<Numbered>(`${key}_low`, (one) => settled(one).low),
    double<Numbered>(`${key}_best`, (one) => settled(one).best),
    double<Numbered>(`${key}_high`, (one) => settled(one).high),
  ];
}

function sorting(series: Series): TableColumn<Numbered>[] {
  const values = sortValues(series);
  return COLUMNS.filter((column) => column !== 'date').map((column) => {
    const [name = column] = sortColumns(column);
    const value = (one: Numbered): DuckDBValue => values(column)(one.incident)[0] ?? null;
    const { type } = isNumeric(series, column) ? double(name, () => null) : text(name, () => null);
    return { name, type, value };
  });
}

/** The values of a facet: the list, where there can be several, and what they form in a stack. */
function values(series: Series, { key, many }: ValueList): TableColumn<Numbered>[] {
  const rolled = rollingIn(series);
  const ids = ({ incident }: Numbered) => {
    const held = idsOf(incident, key);
    return held.length === 0 ? [NONE] : held;
  };
  const stacked = text<Numbered>(valueColumn(key, true).column, (one) => {
    const [first = NONE, ...more] = ids(one);
    return more.length > 0 ? SEVERAL : first;
  });
  if (!many) return [stacked];
  const [list, above] = [valueColumn(key, false).column, rolledColumn(key).column];
  return [
    texts<Numbered>(list, ids),
    ...(above === list ? [] : [texts<Numbered>(above, (one) => rolled(key, ids(one)))]),
    stacked,
  ];
}

/** The table `incidents`: one row an incident, everything worked out that does not depend on a query. */
export function incidentColumns(series: Series): readonly TableColumn<Numbered>[] {
  return [
    integer('n', ({ n }) => n),
    integer('first_day', firstDay),
    integer('last_day', lastDay),
    spans('possible_spans', ({ incident }) => incident.date.possible),
    integer('begin_day', ({ incident }) => incident.date.days[0]?.from ?? null),
    integer('end_day', ({ incident }) => incident.date.days.at(-1)?.to ?? null),
    integer('day_count', ({ incident }) => countDays(incident.date.days)),
    spans('day_spans', ({ incident }) => incident.date.days),
    integer('earliest', ({ incident }) => incident.date.earliest),
    integer('latest', ({ incident }) => incident.date.latest),
    ...VALUE_LISTS.flatMap((list) => values(series, list)),
    flag('in_scope', ({ incident }) => incident.inScope),
    flag('nature_disputed', ({ incident }) => incident.natureDisputed),
    integer('firmest', ({ incident }) => firmestRank(incident)),
    ...PLACE_COLUMNS,
    text('search', ({ incident }) => searchText(incident)),
    ...bins(),
    ...ESTIMATES.flatMap(figures),
    ...sorting(series),
    ...ownColumns<Numbered>(series.fields, (key) => {
      const valuesOf = sortValues(series)(key);
      return (incident) => valuesOf(incident)[0] ?? null;
    }),
  ];
}
