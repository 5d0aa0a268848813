import type { TotalQuery } from '../../query/query';
import type { TotalResult } from '../../query/result';
import { binColumns } from './incident-table';
import { matchSql, withCtes } from './match-sql';
import { numberOf, type SqlRow, type Statement } from './statement';
import { casualtiesOf, casualtiesSql, countOf, countSql, measureColumns, steadySum } from './sums-sql';

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
  ${RANKS.map((name, rank) => `${steadySum('weight', `firmest = ${rank}`)} AS "${name}"`).join(', ')}
  FROM contribution`;
  return { sql: withCtes([...ctes, contribution], select), values };
}

export function readTotal(rows: readonly SqlRow[]): TotalResult {
  const row = rows[0] ?? {};
  const [certain, probable, possible, none] = RANKS.map((name) => numberOf(row, name));
  return {
    incidents: countOf(row),
    fatalities: casualtiesOf(row, 'f_'),
    injured: casualtiesOf(row, 'i_'),
    matched: numberOf(row, 'high'),
    undated: numberOf(row, 'undated'),
    coarserThanBin: numberOf(row, 'coarser'),
    byCertainty: { certain: certain ?? 0, probable: probable ?? 0, possible: possible ?? 0, none: none ?? 0 },
  };
}
