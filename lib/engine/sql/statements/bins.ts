import type { BinsQuery } from '../../../query/query';
import type { BinsResult } from '../../../query/result';
import type { Aggregate } from '../../../series/fields';
import { binSpan, binStarts } from '../../../time/bin';
import type { Day, DaySpan } from '../../../time/day';
import { binColumns } from '../columns';
import type { Dialect } from '../dialect';
import { possiblySql, shareSql, windowSql } from '../filter';
import { groupedSql, splitColumns } from '../groups';
import { matchSql } from '../match';
import { nullsFirst, numberOf, type SqlRow, type Statement, textOrNull } from '../statement';
import { StatementWriter } from '../statement-writer';
import { cellOf, measureColumns, measureSql } from '../sums';

/** The starts of the bins of the window that hold anything, and the day after the last of them. */
function binEdges({ filter, bin }: BinsQuery, extent: DaySpan | null): readonly Day[] {
  const from = Math.max(filter.from, extent?.from ?? filter.from) as Day;
  const to = Math.min(filter.to, extent?.to ?? filter.to) as Day;
  const starts = binStarts(from, to, bin);
  const last = starts.at(-1);
  return last === undefined ? [] : [...starts, (binSpan(last, bin).to + 1) as Day];
}

/** Each bin cut to the window. */
function cutBins(sql: StatementWriter, query: BinsQuery, extent: DaySpan | null): string {
  const edges = binEdges(query, extent);
  const { from, to } = windowSql(sql, query.filter);
  const starts = sql.bind('starts', 'integers', edges.slice(0, -1));
  const nexts = sql.bind('nexts', 'integers', edges.slice(1));
  return `bins AS (
  SELECT first AS start, greatest(first, ${from}) AS begin_day, least(second - 1, ${to}) AS end_day
  FROM (${sql.dialect.explodePairs(starts, nexts)}) edges)`;
}

/** Incidents whose possible days lie in one bin stand in it as they stand in the window. */
function wholeSql(figures: string, first: string, last: string): string {
  return `SELECT n, ${first} AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low${figures}
  FROM counted WHERE ${first} = ${last}`;
}

/** The others are spread over the bins they touch, and surely in none. */
function spreadSql(sql: StatementWriter, figures: string, first: string, last: string): string {
  const bin = { from: 'b.begin_day', to: 'b.end_day' };
  return `SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN ${shareSql(sql, 'c', bin)} ELSE 0 END AS weight,
    false AS in_low${figures}
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.${first} <> c.${last} AND ${possiblySql(sql, 'c', bin)}`;
}

const DATES = ['first_day', 'last_day', 'possible_spans', 'begin_day', 'end_day', 'day_count', 'day_spans'];

/** One row a bin and group, in no order: `start, group_id` and the figure. `extent` bounds the bins that can hold anything. */
export function binsSql(dialect: Dialect, query: BinsQuery, extent: DaySpan | null): Statement {
  const { filter, bin, measure, stacked, beyond, only } = query;
  const sql = new StatementWriter(dialect);
  const { first, last } = binColumns(bin);
  const figures = measureColumns(measure);
  const columns = [first, last, ...DATES, ...splitColumns(query, stacked), ...figures];
  const listed = figures.map((name) => `, ${name}`).join('');
  const ctes = [
    ...matchSql(sql, filter, columns),
    ...groupedSql(sql, filter, query, stacked, { beyond }),
    cutBins(sql, query, extent),
    `cell AS (${wholeSql(listed, first, last)}\n  UNION ALL ${spreadSql(sql, listed, first, last)})`,
  ];
  const isLimited = only !== undefined && beyond === null;
  const wanted = isLimited ? ` WHERE ${dialect.holds(sql.bind('only', 'texts', only), 'group_id')}` : '';
  return sql.finish(
    ctes,
    `SELECT start, group_id, ${measureSql(dialect, measure)} FROM cell${wanted}
  GROUP BY start, group_id`,
  );
}

export function readBins(rows: readonly SqlRow[], { measure }: BinsQuery, aggregate: Aggregate): BinsResult {
  const bins = rows.map((row) => ({
    start: numberOf(row, 'start') as Day,
    series: textOrNull(row, 'group_id'),
    ...cellOf(row, measure, aggregate),
  }));
  return { bins: bins.sort((a, b) => a.start - b.start || nullsFirst(a.series, b.series)) };
}
