import { type Filter, NONE, type Rollup, SEVERAL, type SplitBy } from '../../query/query';
import { isLinkSplit } from '../../series/facets';
import { rolledColumn, valueColumn } from './columns';
import { gradesOf, linkFilter } from './filter';
import type { StatementWriter } from './statement-writer';

function isRolled({ split, roll }: SplitBy): boolean {
  return split === 'region' && roll !== undefined;
}

/** The columns of `incidents` that a split needs. */
export function splitColumns(by: SplitBy, stacked: boolean): readonly string[] {
  const { split } = by;
  if (split === 'none' || isLinkSplit(split)) return [];
  if (!isRolled(by)) return [valueColumn(split, stacked).column];
  return [valueColumn('region', false).column, rolledColumn('region').column];
}

/** The regions that those of an incident are rolled up under, in a stack the only one. */
function ofRegions(sql: StatementWriter, roll: Rollup, name: RollName, stacked: boolean): string {
  const { common, explode, first, length, shares } = sql.dialect;
  const [own, above] = [valueColumn('region', false), rolledColumn('region')].map(
    ({ column }) => `m.${column}`,
  ) as [string, string];
  const named = sql.bind(name, 'texts', roll === 'roots' ? [] : roll);
  const groups = `CASE WHEN ${shares(above, named)} THEN ${common(above, named)} ELSE ${own} END`;
  return stacked
    ? `CASE WHEN ${length(groups)} > 1 THEN '${SEVERAL}' ELSE ${first(groups)} END`
    : explode(groups);
}

/** The groups of a split by something the incident itself has, which is never in doubt. */
function ofValues(sql: StatementWriter, by: SplitBy, name: RollName, stacked: boolean): string {
  const { dialect } = sql;
  const { split, roll } = by;
  if (split === 'none' || isLinkSplit(split)) return dialect.nullText;
  if (isRolled(by)) return ofRegions(sql, roll!, name, stacked);
  const { column, isList } = valueColumn(split, stacked);
  return isList ? dialect.explode(`m.${column}`) : `m.${column}`;
}

/** Where the incidents come from, and what the names of the table expressions begin with. */
interface Naming {
  readonly from: string;
  readonly prefix: string;
  readonly roll: RollName;
}

/** The name under which the actors or regions are bound that those of a query are rolled up under; the clause on groups has its own. */
export type RollName = 'roll' | 'group_roll';

/** The groups that the link `l` gives its incident, a row for each. The meaning of `rolledUp`. */
export function linkGroups(sql: StatementWriter, { split, roll }: SplitBy, name: RollName): string {
  const { common, explode, shares } = sql.dialect;
  if (split !== 'actor' || roll === undefined) return `l.${split}`;
  if (roll === 'roots') return explode('l.roots');
  const named = sql.bind(name, 'texts', roll);
  return explode(
    `CASE WHEN ${shares('l.ancestors', named)} THEN ${common('l.ancestors', named)} ELSE l.roots END`,
  );
}

/** The distinct groups of the matched links of each incident, with the firmest of their links. */
function keyedSql(sql: StatementWriter, by: SplitBy, filter: Filter, { from, prefix, roll }: Naming): string {
  const { anyTrue } = sql.dialect;
  const { best, low } = gradesOf(filter);
  return `${prefix}keyed AS (
  SELECT n, group_id, ${anyTrue('best')} AS best, ${anyTrue('low')} AS low
  FROM (SELECT l.n, ${linkGroups(sql, by, roll)} AS group_id, ${best} AS best, ${low} AS low
    FROM links l JOIN ${from} m ON m.n = l.n WHERE ${linkFilter(sql, filter)}) grouped GROUP BY n, group_id)`;
}

/** The one group of each incident in a stack, and beside it, in high only, its keys that are not firm. */
function stackedSql({ dialect }: StatementWriter, { from, prefix }: Naming): readonly string[] {
  const { countIf, minIf } = dialect;
  return [
    `${prefix}firm AS (
  SELECT n, ${countIf('best')} AS firm_keys, ${countIf('best AND low')} AS low_keys,
    ${minIf('group_id', 'best')} AS only_key
  FROM ${prefix}keyed GROUP BY n)`,
    `${prefix}member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN '${NONE}' WHEN 1 THEN f.only_key ELSE '${SEVERAL}' END AS group_id,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM ${prefix}firm f JOIN ${from} m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, group_id, false, low FROM ${prefix}keyed WHERE NOT best)`,
  ];
}

/** The table expression `member`: each incident with each of its groups, and whether it is firm enough there. */
function memberSql(
  sql: StatementWriter,
  filter: Filter,
  by: SplitBy,
  stacked: boolean,
  naming: Naming,
): readonly string[] {
  const { from, prefix, roll } = naming;
  if (!isLinkSplit(by.split)) {
    return [
      `${prefix}member AS (
  SELECT m.n, ${ofValues(sql, by, roll, stacked)} AS group_id, true AS best, true AS low FROM ${from} m)`,
    ];
  }
  const members = stacked ? stackedSql(sql, naming) : [`${prefix}member AS (SELECT * FROM ${prefix}keyed)`];
  return [keyedSql(sql, by, filter, naming), ...members];
}

/** The incidents of `member` that are in some group beyond the named ones, each once. The meaning of `restOf`. */
function restSql(sql: StatementWriter, beyond: readonly string[], prefix: string): string {
  const { anyTrue, holds, nullText } = sql.dialect;
  const named = sql.bind('named', 'texts', [...beyond, NONE, SEVERAL]);
  return `${prefix}rest AS (
  SELECT n, ${nullText} AS group_id, ${anyTrue('best')} AS best, ${anyTrue('low')} AS low
  FROM ${prefix}member WHERE NOT ${holds(named, 'group_id')} GROUP BY n)`;
}

/**
 * The table expression `counted`: a row for each incident of `matched` and each of its groups, with the columns of
 * `matched`, `group_id`, `group_best` and `group_low`. The meaning of `groupsOf`. Where `beyond` is given, all groups but
 * those it names are taken together as one of no name.
 */
export function groupedSql(
  sql: StatementWriter,
  filter: Filter,
  by: SplitBy,
  stacked: boolean,
  {
    from = 'matched',
    prefix = '',
    roll = 'roll',
    beyond = null,
  }: Partial<Naming> & { beyond?: readonly string[] | null } = {},
): readonly string[] {
  if (!isLinkSplit(by.split) && beyond === null) {
    const group = ofValues(sql, by, roll, stacked);
    return [
      `${prefix}counted AS (
  SELECT m.*, ${group} AS group_id, true AS group_best, true AS group_low FROM ${from} m)`,
    ];
  }
  return [
    ...memberSql(sql, filter, by, stacked, { from, prefix, roll }),
    ...(beyond === null ? [] : [restSql(sql, beyond, prefix)]),
    `${prefix}counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM ${from} m JOIN ${prefix}${beyond === null ? 'member' : 'rest'} k ON k.n = m.n)`,
  ];
}
