import { type GradedLink, gradeLink } from '../../query/links';
import { type FacetQuery, NONE } from '../../query/query';
import type { FacetResult } from '../../query/result';
import type { Facet } from '../../series/field-table';
import { isOwnKey, ownIds } from '../../series/fields';
import { byCodePoint } from '../../text/order';
import type { Match } from './matched';
import type { PreparedSeries } from './prepare';
import { type Contribution, CountTally } from './tallies';

/** A value an incident has in a facet, and the links it has it by; null for values of the incident itself. */
interface Held {
  readonly id: string;
  readonly links: readonly GradedLink[] | null;
}

function byLinks(match: Match, ids: (link: GradedLink) => readonly string[]): readonly Held[] {
  const [only, ...more] = match.links;
  if (only && more.length === 0) return ids(only).map((id) => ({ id, links: match.links }));
  const held = new Map<string, GradedLink[]>();
  for (const link of match.links) {
    for (const id of ids(link)) held.set(id, [...(held.get(id) ?? []), link]);
  }
  return [...held].map(([id, links]) => ({ id, links }));
}

function byValues(values: readonly string[]): readonly Held[] {
  return (values.length === 0 ? [NONE] : [...new Set(values)]).map((id) => ({ id, links: null }));
}

/** The values of an incident in a facet. */
function valuesOf(prepared: PreparedSeries, match: Match, facet: Facet): readonly Held[] {
  const { incident } = match.one;
  if (isOwnKey(facet)) return byValues(ownIds(incident, facet));
  switch (facet) {
    case 'actor':
      return byLinks(match, ({ link }) => prepared.ancestorsOf(link.actor, match.one));
    case 'relation':
      return byLinks(match, ({ link }) => [link.relation]).map(({ id, links }) => ({
        id,
        links: (links ?? []).map(({ link }) => gradeLink(link, id === 'suspected')),
      }));
    case 'certainty':
      return byLinks(match, ({ link }) => [link.certainty]);
    case 'disputed':
      return byLinks(match, ({ link }) => [link.disputed || incident.natureDisputed ? 'only' : 'no']);
    case 'type':
      return byValues(incident.type === null ? [] : [incident.type]);
    case 'region':
      return byValues(incident.regions);
    case 'initiator':
      return byValues([incident.initiator]);
    case 'scope':
      return byValues([incident.inScope ? 'in' : 'out']);
  }
}

/** The facets whose values follow from the matched links alone. */
const OF_LINKS: readonly Facet[] = ['actor', 'relation', 'certainty'];

/** `valuesOf`, worked out once for incidents that share their links where the links alone decide. */
function heldBy(prepared: PreparedSeries, facet: Facet): (match: Match) => readonly Held[] {
  if (!prepared.flat || !OF_LINKS.includes(facet)) return (match) => valuesOf(prepared, match, facet);
  const known = new Map<readonly GradedLink[], readonly Held[]>();
  return (match) => {
    const same = known.get(match.links);
    if (same !== undefined) return same;
    const fresh = valuesOf(prepared, match, facet);
    known.set(match.links, fresh);
    return fresh;
  };
}

/** How an incident counts under one value, as if that value alone were selected. */
function standing(match: Match, held: Held, facet: Facet, doubted: boolean): Contribution {
  const { incident } = match.one;
  if (held.links === null) return { incident, weight: match.inBest ? match.weight : 0, inLow: match.inLow };
  const doubt = doubted || facet === 'actor' || facet === 'relation';
  const best = match.seriesBest && (!doubt || held.links.some((link) => link.best));
  const low = match.seriesLow && (!doubt || held.links.some((link) => link.low));
  return { incident, weight: best ? match.weight : 0, inLow: low && match.sure && !incident.natureDisputed };
}

/** The meaning of a facet query. `doubted`: the filter sets actor or relation. */
export function evaluateFacet(
  prepared: PreparedSeries,
  matches: readonly Match[],
  query: FacetQuery,
  doubted: boolean,
): FacetResult {
  const values = new Map<string, CountTally>();
  const held = heldBy(prepared, query.facet);
  for (const match of matches) {
    for (const one of held(match)) {
      const tally = values.get(one.id) ?? new CountTally();
      tally.add(standing(match, one, query.facet, doubted));
      values.set(one.id, tally);
    }
  }
  return {
    values: [...values]
      .map(([id, tally]) => ({ id, ...tally.value() }))
      .sort((a, b) => byCodePoint(a.id, b.id)),
  };
}
