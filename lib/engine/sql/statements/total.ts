import type { TotalQuery } from '../../../query/query';
import type { TotalResult } from '../../../query/result';
import { aggregateOf } from '../../../series/fields';
import { byEstimate, ESTIMATES } from '../../../series/measures';
import type { SeriesGuide } from '../../../series/model';
import { binColumns } from '../columns';
import type { Dialect } from '../dialect';
import { matchSql } from '../match';
import { numberOf, type SqlRow, type Statement } from '../statement';
import { StatementWriter } from '../statement-writer';
import { countOf, countSql, measureColumns, reportedOf, reportedSql, steadySum } from '../sums';

const RANKS = ['certain', 'probable', 'possible', 'none'] as const;

/** One row: the figures of a view and what stands behind them. */
export function totalSql(dialect: Dialect, { filter, bin, own = [] }: TotalQuery): Statement {
  const sql = new StatementWriter(dialect);
  const { first, last } = binColumns(bin);
  const measured = [...new Set([...ESTIMATES.map(({ key }) => key), ...own].flatMap(measureColumns))];
  const matched = matchSql(sql, filter, ['firmest', 'day_count', first, last, ...measured]);
  const contribution = `contribution AS (
  SELECT n, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, nature_disputed, firmest, day_count,
    ${[first, last, ...measured].join(', ')}
  FROM matched)`;
  const { countIf } = dialect;
  const figures = [
    countSql(dialect),
    ...ESTIMATES.map(({ key }) => reportedSql(dialect, key, `${key}_`)),
    ...own.map((key, k) => reportedSql(dialect, key, `o${k}_`)),
    `${countIf('day_count = 0')} AS undated`,
    `${countIf(`day_count > 0 AND ${first} <> ${last}`)} AS coarser`,
    ...RANKS.map((name, rank) => `${steadySum(dialect, 'weight', `firmest = ${rank}`)} AS of_${name}`),
  ];
  return sql.finish([...matched, contribution], `SELECT ${figures.join(',\n    ')}\n  FROM contribution`);
}

/** `fields` are those of the series, which say how they add up. */
export function readTotal(
  rows: readonly SqlRow[],
  { own = [] }: TotalQuery,
  guide: Pick<SeriesGuide, 'fields'>,
): TotalResult {
  const row = rows[0] ?? {};
  const [certain, probable, possible, none] = RANKS.map((name) => numberOf(row, `of_${name}`));
  return {
    incidents: countOf(row),
    ...byEstimate((key) => reportedOf(row, 'sum', `${key}_`)),
    own: Object.fromEntries(own.map((key, k) => [key, reportedOf(row, aggregateOf(guide, key), `o${k}_`)])),
    matched: numberOf(row, 'high'),
    undated: numberOf(row, 'undated'),
    coarserThanBin: numberOf(row, 'coarser'),
    byCertainty: { certain: certain ?? 0, probable: probable ?? 0, possible: possible ?? 0, none: none ?? 0 },
  };
}
