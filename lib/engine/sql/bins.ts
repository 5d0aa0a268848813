import { type BinsQuery, NONE, SEVERAL } from '../../query/query';
import type { BinsResult } from '../../query/result';
import type { Aggregate } from '../../series/fields';
import { binSpan, binStarts } from '../../time/bin';
import type { Day, DaySpan } from '../../time/day';
import { binColumns } from './columns';
import { possiblySql, shareSql } from './filter';
import { matchSql, withCtes } from './match';
import { seriesSql, splitColumns } from './series';
import { nullsFirst, numberOf, type SqlRow, type Statement, textOrNull } from './statement';
import { cellOf, measureColumns, measureSql } from './sums';

/** The starts of the bins of the window that hold anything, and the day after the last of them. */
function binEdges({ filter, bin }: BinsQuery, extent: DaySpan | null): readonly Day[] {
  const from = Math.max(filter.from, extent?.from ?? filter.from) as Day;
  const to = Math.min(filter.to, extent?.to ?? filter.to) as Day;
  const starts = binStarts(from, to, bin);
  const last = starts.at(-1);
  return last === undefined ? [] : [...starts, (binSpan(last, bin).to + 1) as Day];
}

/** Each bin cut to the window. */
const BINS = `bins AS (
  SELECT start, greatest(start, from_day) AS begin_day, least(next - 1, to_day) AS end_day
  FROM (SELECT unnest(edges[:-2]) AS start, unnest(edges[2:]) AS next, from_day, to_day FROM args))`;

/** Incidents whose possible days lie in one bin stand in it as they stand in the window. */
function wholeSql(figures: string, first: string, last: string): string {
  return `SELECT n, ${first} AS start, series, nature_disputed,
    CASE WHEN series_best AND link_best THEN weight ELSE 0 END AS weight,
    series_low AND in_low AS in_low${figures}
  FROM counted WHERE ${first} = ${last}`;
}

/** The others are spread over the bins they touch, and surely in none. */
function spreadSql(figures: string, first: string, last: string): string {
  return `SELECT c.n, b.start, c.series, c.nature_disputed,
    CASE WHEN c.series_best AND c.link_best THEN ${shareSql('c', 'b.begin_day', 'b.end_day')} ELSE 0 END AS weight,
    false AS in_low${figures}
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.${first} <> c.${last} AND ${possiblySql('c', 'b.begin_day', 'b.end_day')}`;
}

/** One row a bin and series, in no order: `start, series` and the figure. `extent` bounds the bins that can hold anything. */
export function binsSql(query: BinsQuery, extent: DaySpan | null): Statement {
  const { filter, bin, measure, split, stacked, beyond } = query;
  const { first, last } = binColumns(bin);
  const figures = measureColumns(measure);
  const dates = ['first_day', 'last_day', 'possible_spans', 'begin_day', 'end_day', 'day_count', 'day_spans'];
  const { ctes, values } = matchSql(filter, [
    ...[first, last, ...dates],
    ...splitColumns(split, stacked),
    ...figures,
  ]);
  const listed = figures.map((name) => `, ${name}`).join('');
  const cell = `cell AS (${wholeSql(listed, first, last)}\n  UNION ALL ${spreadSql(listed, first, last)})`;
  const select = `SELECT start, series, ${measureSql(measure)} FROM cell
  GROUP BY start, series`;
  return {
    sql: withCtes(
      [...ctes, ...seriesSql(filter, split, stacked, { rest: beyond !== null }), BINS, cell],
      select,
    ),
    values: {
      ...values,
      ...(beyond && { named: [...beyond, NONE, SEVERAL] }),
      edges: binEdges(query, extent),
    },
  };
}

export function readBins(rows: readonly SqlRow[], { measure }: BinsQuery, aggregate: Aggregate): BinsResult {
  const bins = rows.map((row) => ({
    start: numberOf(row, 'start') as Day,
    series: textOrNull(row, 'series'),
    ...cellOf(row, measure, aggregate),
  }));
  return { bins: bins.sort((a, b) => a.start - b.start || nullsFirst(a.series, b.series)) };
}
