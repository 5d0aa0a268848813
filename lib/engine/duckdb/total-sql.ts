import type { TotalQuery } from '../../query/query';
import type { TotalResult } from '../../query/result';
import { binColumns } from './incident-table';
import { matchSql, withCtes } from './match-sql';
import { numberOf, type SqlRow, type Statement } from './statement';
import { casualtiesSql, countOf, countSql, estimateOf, measureColumns } from './sums-sql';

const RANKS = ['certain', 'probable', 'possible', 'none'] as const;

/** One row: the figures of a view and what stands behind them. */
export function totalSql({ filter, bin }: TotalQuery): Statement {
  const { first, last } = binColumns(bin);
  const { ctes, values } = matchSql(filter, [
    ...['firmest', 'day_count', first, last],
    ...measureColumns('fatalities'),
    ...measureColumns('injured'),
  ]);
  const contribution = `contribution AS (
  SELECT * REPLACE (CASE WHEN in_best THEN weight ELSE 0 END AS weight) FROM matched)`;
  const select = `SELECT ${countSql()}, ${casualtiesSql('fatalities', 'f_')}, ${casualtiesSql('injured', 'i_')},
  count(*) FILTER (day_count = 0) AS undated,
  count(*) FILTER (day_count > 0 AND ${first} <> ${last}) AS coarser,
  count(fatalities_best) AS f_reported, count(injured_best) AS i_reported,
  ${RANKS.map((name, rank) => `coalesce(sum(weight) FILTER (firmest = ${rank}), 0) AS "${name}"`).join(', ')}
  FROM contribution`;
  return { sql: withCtes([...ctes, contribution], select), values };
}

export function readTotal(rows: readonly SqlRow[]): TotalResult {
  const row = rows[0] ?? {};
  const [certain, probable, possible, none] = RANKS.map((name) => numberOf(row, name));
  return {
    incidents: countOf(row),
    fatalities: estimateOf(row, 'f_'),
    injured: estimateOf(row, 'i_'),
    matched: numberOf(row, 'high'),
    undated: numberOf(row, 'undated'),
    coarserThanBin: numberOf(row, 'coarser'),
    reported: { fatalities: numberOf(row, 'f_reported'), injured: numberOf(row, 'i_reported') },
    byCertainty: { certain: certain ?? 0, probable: probable ?? 0, possible: possible ?? 0, none: none ?? 0 },
  };
}
