import type { TotalQuery } from '../../query/query';
import type { TotalResult } from '../../query/result';
import { aggregateOf } from '../../series/fields';
import { byEstimate, ESTIMATES } from '../../series/measures';
import type { SeriesGuide } from '../../series/model';
import { binColumns } from './columns';
import { matchSql, withCtes } from './match';
import { numberOf, type SqlRow, type Statement } from './statement';
import { countOf, countSql, measureColumns, reportedOf, reportedSql, steadySum } from './sums';

const RANKS = ['certain', 'probable', 'possible', 'none'] as const;

/** One row: the figures of a view and what stands behind them. */
export function totalSql({ filter, bin, own = [] }: TotalQuery): Statement {
  const { first, last } = binColumns(bin);
  const { ctes, values } = matchSql(filter, [
    ...['firmest', 'day_count', first, last],
    ...ESTIMATES.flatMap(({ key }) => measureColumns(key)),
    ...own.flatMap(measureColumns),
  ]);
  const contribution = `contribution AS (
  SELECT * REPLACE (CASE WHEN in_best THEN weight ELSE 0 END AS weight) FROM matched)`;
  const select = `SELECT ${countSql()},
  ${ESTIMATES.map(({ key }) => `${reportedSql(key, `${key}_`)},`).join(' ')}
  ${own.map((key, k) => `${reportedSql(key, `o${k}_`)},`).join(' ')}
  count(*) FILTER (day_count = 0) AS undated,
  count(*) FILTER (day_count > 0 AND ${first} <> ${last}) AS coarser,
  ${RANKS.map((name, rank) => `${steadySum('weight', `firmest = ${rank}`)} AS "${name}"`).join(', ')}
  FROM contribution`;
  return { sql: withCtes([...ctes, contribution], select), values };
}

/** `fields` are those of the series, which say how they add up. */
export function readTotal(
  rows: readonly SqlRow[],
  { own = [] }: TotalQuery,
  guide: Pick<SeriesGuide, 'fields'>,
): TotalResult {
  const row = rows[0] ?? {};
  const [certain, probable, possible, none] = RANKS.map((name) => numberOf(row, name));
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
