import { groups as grouped } from 'd3-array';
import { idsOf, isLinkFacet, type LinkFacet, rollingIn } from '../../series/facets';
import type { Series } from '../../series/model';
import { byCodePoint } from '../../text/order';
import { ancestorsIn, spanOf } from '../ancestors';
import { doubtsLinksIn, type GradedLink, gradeLink } from '../links';
import { type FacetQuery, NONE } from '../query';
import type { FacetResult } from '../result';
import type { Match } from './matched';
import { type Contribution, countIncidents } from './sums';
import { contribution } from './total';

/** The values that a link gives its incident; actors are rolled up. */
function linkValues(series: Series, facet: LinkFacet) {
  const ancestorsOf = ancestorsIn(series);
  return ({ incident }: Match, { link }: GradedLink): readonly string[] => {
    switch (facet) {
      case 'actor':
        return ancestorsOf(link.actor, spanOf(incident.date));
      case 'disputed':
        return [link.disputed || incident.natureDisputed ? 'only' : 'no'];
      default:
        return [link[facet]];
    }
  };
}

/** How an incident counts that has a value by these links, as if that value alone were selected. */
function byLinks(match: Match, links: readonly GradedLink[], doubted: boolean): Contribution {
  const { incident, chosen } = match;
  const best = chosen.best && (!doubted || links.some((link) => link.best));
  const low = chosen.low && (!doubted || links.some((link) => link.low));
  return {
    incident,
    weight: best ? match.weight : 0,
    inLow: low && match.sure && !incident.natureDisputed,
  };
}

/** How incidents count under their values: those of the incident itself, or those of its links. */
function contributions(series: Series, { facet, filter }: FacetQuery) {
  if (!isLinkFacet(facet)) {
    const rolled = rollingIn(series);
    return (match: Match) => {
      const values = rolled(facet, idsOf(match.incident, facet));
      return (values.length === 0 ? [NONE] : values).map((id) => ({
        id,
        ...contribution(match),
      }));
    };
  }
  const valuesOf = linkValues(series, facet);
  const doubted = doubtsLinksIn(facet, filter);
  return (match: Match) => {
    const held = match.links.flatMap((link) => valuesOf(match, link).map((id) => ({ id, link })));
    return grouped(held, ({ id }) => id).map(([id, all]) => {
      // Selecting the relation asks for suspicions.
      const asked = facet === 'relation' && id === 'suspected';
      const links = all.map(({ link }) => (facet === 'relation' ? gradeLink(link.link, asked) : link));
      return { id, ...byLinks(match, links, doubted) };
    });
  };
}

/** The meaning of a facet query over its matches. */
export function evaluateFacet(series: Series, matches: readonly Match[], query: FacetQuery): FacetResult {
  const values = grouped(matches.flatMap(contributions(series, query)), ({ id }) => id);
  return {
    values: values
      .map(([id, all]) => ({ id, ...countIncidents(all) }))
      .sort((a, b) => byCodePoint(a.id, b.id)),
  };
}
