import { doubtsLinksIn } from '../../../query/links';
import type { FacetQuery, Filter } from '../../../query/query';
import type { FacetResult } from '../../../query/result';
import { isLinkFacet, type LinkFacet } from '../../../series/facets';
import type { Facet } from '../../../series/field-table';
import { byCodePoint } from '../../../text/order';
import { rolledColumn } from '../columns';
import type { Dialect } from '../dialect';
import { gradesOf, linkFilter } from '../filter';
import { matchSql } from '../match';
import { type SqlRow, type Statement, textOrNull } from '../statement';
import { StatementWriter } from '../statement-writer';
import { countOf, countSql } from '../sums';

/** The value of a link in a facet; a rolled-up actor has one for each ancestor. */
function linkValue({ explode }: Dialect, facet: LinkFacet): string {
  switch (facet) {
    case 'actor':
      return explode('l.ancestors');
    case 'disputed':
      return "CASE WHEN l.in_dispute THEN 'only' ELSE 'no' END";
    default:
      return `l.${facet}`;
  }
}

/** The value of an incident in a facet, and the column of `incidents` it needs. The scope is a yes or no there. */
function incidentValue({ explode }: Dialect, facet: Exclude<Facet, LinkFacet>) {
  if (facet === 'scope') return { column: 'in_scope', value: "CASE WHEN in_scope THEN 'in' ELSE 'out' END" };
  const { column, isList } = rolledColumn(facet);
  return { column, value: isList ? explode(column) : column };
}

/** Each incident once under each value that one of its matched links has, graded by those links alone. */
function linkHeldSql(sql: StatementWriter, facet: LinkFacet, filter: Filter): readonly string[] {
  const { anyTrue } = sql.dialect;
  const { best, low } =
    facet === 'relation' ? { best: 'l.best_asked', low: 'l.low_asked' } : gradesOf(filter);
  const doubted = doubtsLinksIn(facet, filter);
  return [
    `valued AS (
  SELECT l.n, ${linkValue(sql.dialect, facet)} AS id, ${best} AS best, ${low} AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE ${linkFilter(sql, filter)})`,
    `keyed AS (
  SELECT n, id, ${anyTrue('best')} AS best, ${anyTrue('low')} AS low FROM valued GROUP BY n, id)`,
    `contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best${doubted ? ' AND k.best' : ''} THEN m.weight ELSE 0 END AS weight,
    m.chosen_low${doubted ? ' AND k.low' : ''} AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)`,
  ];
}

/** Each incident once under each of its values. */
function incidentHeldSql(value: string): string {
  return `contribution AS (
  SELECT n, ${value} AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)`;
}

/** One row a value, in no order: `id, low, best, high`. */
export function facetSql(dialect: Dialect, { filter, facet }: FacetQuery): Statement {
  const sql = new StatementWriter(dialect);
  const select = `SELECT id, ${countSql(dialect)} FROM contribution GROUP BY id`;
  if (isLinkFacet(facet)) {
    return sql.finish([...matchSql(sql, filter), ...linkHeldSql(sql, facet, filter)], select);
  }
  const { column, value } = incidentValue(dialect, facet);
  return sql.finish([...matchSql(sql, filter, [column]), incidentHeldSql(value)], select);
}

export function readFacet(rows: readonly SqlRow[]): FacetResult {
  const values = rows.map((row) => ({ id: textOrNull(row, 'id') ?? '', ...countOf(row) }));
  return { values: values.sort((a, b) => byCodePoint(a.id, b.id)) };
}
