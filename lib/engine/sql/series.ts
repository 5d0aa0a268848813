import { type Filter, NONE, SEVERAL } from '../../query/query';
import type { Split } from '../../series/field-table';
import { isOwnKey } from '../../series/fields';
import { ownList, ownStacked } from './columns';
import { gradesOf, linkFilter, linksFrom } from './filter';

type LinkSplit = Extract<Split, 'actor' | 'relation'>;

function isLinkSplit(split: Split): split is LinkSplit {
  return split === 'actor' || split === 'relation';
}

/** The columns of `incidents` that a split needs. */
export function splitColumns(split: Split, stacked: boolean): readonly string[] {
  if (isOwnKey(split)) return [stacked ? ownStacked(split) : ownList(split)];
  if (split === 'type' || split === 'initiator') return [split];
  if (split === 'region') return [stacked ? 'region' : 'regions'];
  return [];
}

/** The series of a split by something the incident itself has, which is never in doubt. */
function ofValues(split: Exclude<Split, LinkSplit>, stacked: boolean): string {
  if (isOwnKey(split)) return stacked ? `m.${ownStacked(split)}` : `unnest(m.${ownList(split)})`;
  if (split === 'none') return 'NULL::VARCHAR';
  if (split === 'region' && !stacked) return 'unnest(m.regions)';
  return `m.${split}`;
}

/** The distinct keys of the matched links of each incident, with the firmest of their links. */
function keyedSql(split: LinkSplit, filter: Filter, from: string, prefix: string): string {
  const { best, low } = gradesOf(filter);
  return `${prefix}keyed AS (
  SELECT l.n, l.${split} AS series, bool_or(${best}) AS best, bool_or(${low}) AS low
  FROM ${linksFrom(filter)} JOIN ${from} m ON m.n = l.n WHERE ${linkFilter(filter)} GROUP BY l.n, l.${split})`;
}

/** The one series of each incident in a stack, and beside it, in high only, its keys that are not firm. */
function stackedSql(from: string, prefix: string): readonly string[] {
  return [
    `${prefix}firm AS (
  SELECT n, count(*) FILTER (best) AS firm_keys, count(*) FILTER (best AND low) AS low_keys,
    min(series) FILTER (best) AS only_key
  FROM ${prefix}keyed GROUP BY n)`,
    `${prefix}member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN '${NONE}' WHEN 1 THEN f.only_key ELSE '${SEVERAL}' END AS series,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM ${prefix}firm f JOIN ${from} m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, series, false, low FROM ${prefix}keyed WHERE NOT best)`,
  ];
}

/** The table expression `member`: each incident with each of its series, and whether it is firm enough there. */
function memberSql(
  filter: Filter,
  split: Split,
  stacked: boolean,
  from: string,
  prefix: string,
): readonly string[] {
  if (!isLinkSplit(split)) {
    return [
      `${prefix}member AS (
  SELECT m.n, ${ofValues(split, stacked)} AS series, true AS best, true AS low FROM ${from} m)`,
    ];
  }
  const members = stacked ? stackedSql(from, prefix) : [`${prefix}member AS (SELECT * FROM ${prefix}keyed)`];
  return [keyedSql(split, filter, from, prefix), ...members];
}

/** Where the incidents come from, and what the names of the table expressions begin with. */
interface Naming {
  readonly from: string;
  readonly prefix: string;
  /** All series but those in `named` of the table `args`, taken together as none. The meaning of `restOf`. */
  readonly rest: boolean;
}

/** The incidents of `member` that are in some series beyond the named ones, each once. */
function restSql(prefix: string): string {
  return `${prefix}rest AS (
  SELECT n, NULL::VARCHAR AS series, bool_or(best) AS best, bool_or(low) AS low
  FROM ${prefix}member, args a WHERE NOT list_contains(a.named, series) GROUP BY n)`;
}

/**
 * The table expression `counted`: a row for each incident of `matched` and each of its series, with the columns of
 * `matched`, `series`, `series_best` and `series_low`. The meaning of `seriesOf`.
 */
export function seriesSql(
  filter: Filter,
  split: Split,
  stacked: boolean,
  { from = 'matched', prefix = '', rest = false }: Partial<Naming> = {},
): readonly string[] {
  if (!isLinkSplit(split) && !rest) {
    const series = ofValues(split, stacked);
    return [
      `${prefix}counted AS (
  SELECT m.*, ${series} AS series, true AS series_best, true AS series_low FROM ${from} m)`,
    ];
  }
  return [
    ...memberSql(filter, split, stacked, from, prefix),
    ...(rest ? [restSql(prefix)] : []),
    `${prefix}counted AS (
  SELECT m.*, k.series, k.best AS series_best, k.low AS series_low
  FROM ${from} m JOIN ${prefix}${rest ? 'rest' : 'member'} k ON k.n = m.n)`,
  ];
}
