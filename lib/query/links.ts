import { isLinkSplit, type LinkFacet } from '../series/facets';
import type { Certainty, Incident, Relation } from '../series/model';
import { type Filter, NONE } from './query';

/** A link as clauses see it. An incident without links has one, in which everything is {@link NONE}. */
export interface LinkView {
  readonly actor: string;
  readonly relation: Relation | typeof NONE;
  readonly certainty: Certainty | typeof NONE;
  /** Disputed by somebody; the nature of the incident is looked at apart. */
  readonly disputed: boolean;
  /** Position in `incident.links`; null for the link that stands for none. */
  readonly index: number | null;
}

/** A link and whether it is firm enough for best and for low. */
export interface GradedLink {
  readonly link: LinkView;
  readonly best: boolean;
  readonly low: boolean;
}

const NO_LINK: LinkView = { actor: NONE, relation: NONE, certainty: NONE, disputed: false, index: null };

/** The links of an incident as clauses see them; never empty. */
export function linkViews({ links }: Pick<Incident, 'links'>): readonly LinkView[] {
  if (links.length === 0) return [NO_LINK];
  return links.map(({ actor, relation, certainty, disputedBy }, index) => {
    return { actor, relation, certainty, disputed: disputedBy.length > 0, index };
  });
}

/** Grades a link: `possible` is never in best, `suspected` only where asked for; low takes certain, undisputed ones. */
export function gradeLink(link: LinkView, suspectedAsked: boolean): GradedLink {
  const best = link.certainty !== 'possible' && (link.relation !== 'suspected' || suspectedAsked);
  const low = best && !link.disputed && (link.certainty === 'certain' || link.certainty === NONE);
  return { link, best, low };
}

/** Whether links are in doubt as a whole: where the reader asks for an actor or a relation. */
export function doubtsLinks(filter: Pick<Filter, 'actors' | 'relations'>): boolean {
  return filter.actors.length > 0 || filter.relations.length > 0;
}

/** The same in a facet: one of actors or relations counts each value as if it were asked for. */
export function doubtsLinksIn(facet: LinkFacet, filter: Pick<Filter, 'actors' | 'relations'>): boolean {
  return isLinkSplit(facet) || doubtsLinks(filter);
}
