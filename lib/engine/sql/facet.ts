import { doubtsLinks } from '../../query/links';
import type { FacetQuery, Filter } from '../../query/query';
import type { FacetResult } from '../../query/result';
import type { BuiltInFacet, Facet } from '../../series/field-table';
import { isOwnKey } from '../../series/fields';
import { byCodePoint } from '../../text/order';
import { ownList } from './columns';
import { gradesOf, linkFilter, linksFrom } from './filter';
import { matchSql, withCtes } from './match';
import { type SqlRow, type Statement, textOrNull } from './statement';
import { countOf, countSql } from './sums';

type LinkFacet = Extract<BuiltInFacet, 'actor' | 'relation' | 'certainty' | 'disputed'>;

/** The value of a link in a facet; a rolled-up actor has one for each ancestor. */
const LINK_VALUES: Record<LinkFacet, string> = {
  actor: 'unnest(l.ancestors)',
  relation: 'l.relation',
  certainty: 'l.certainty',
  disputed: "CASE WHEN l.in_dispute THEN 'only' ELSE 'no' END",
};

/** The value of an incident in a facet, and the column of `incidents` it needs. */
const INCIDENT_VALUES: Record<Exclude<BuiltInFacet, LinkFacet>, readonly [column: string, value: string]> = {
  type: ['type', 'type'],
  region: ['regions', 'unnest(regions)'],
  initiator: ['initiator', 'initiator'],
  scope: ['in_scope', "CASE WHEN in_scope THEN 'in' ELSE 'out' END"],
};

function incidentValue(facet: Exclude<Facet, LinkFacet>): readonly [column: string, value: string] {
  return isOwnKey(facet) ? [ownList(facet), `unnest(${ownList(facet)})`] : INCIDENT_VALUES[facet];
}

function isLinkFacet(facet: Facet): facet is LinkFacet {
  return facet in LINK_VALUES;
}

/** Each incident once under each value that one of its matched links has, graded by those links alone. */
function linkHeldSql(facet: LinkFacet, filter: Filter): readonly string[] {
  const { best, low } =
    facet === 'relation' ? { best: 'l.best_asked', low: 'l.low_asked' } : gradesOf(filter);
  const doubted = facet === 'actor' || facet === 'relation' || doubtsLinks(filter);
  return [
    `valued AS (
  SELECT l.n, ${LINK_VALUES[facet]} AS id, ${best} AS best, ${low} AS low
  FROM ${linksFrom(filter)} JOIN matched m ON m.n = l.n WHERE ${linkFilter(filter)})`,
    `keyed AS (SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id)`,
    `contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best ${doubted ? 'AND k.best' : ''} THEN m.weight ELSE 0 END AS weight,
    m.chosen_low ${doubted ? 'AND k.low' : ''} AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)`,
  ];
}

/** One row a value, in no order: `id, low, best, high`. */
export function facetSql({ filter, facet }: FacetQuery): Statement {
  const [column, value] = isLinkFacet(facet) ? [null, ''] : incidentValue(facet);
  const { ctes, values } = matchSql(filter, column === null ? [] : [column]);
  const held = isLinkFacet(facet)
    ? linkHeldSql(facet, filter)
    : [
        `contribution AS (
  SELECT n, ${value} AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)`,
      ];
  const select = `SELECT id, ${countSql()} FROM contribution GROUP BY id`;
  return { sql: withCtes([...ctes, ...held], select), values };
}

export function readFacet(rows: readonly SqlRow[]): FacetResult {
  const values = rows.map((row) => ({ id: textOrNull(row, 'id') ?? '', ...countOf(row) }));
  return { values: values.sort((a, b) => byCodePoint(a.id, b.id)) };
}
