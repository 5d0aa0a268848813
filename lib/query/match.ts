import { possiblyInside, shareInside, surelyInside } from '../time/event-date';
import { ancestorsOf, type LinkView, type PreparedIncident, type PreparedSeries } from './prepare';
import { type Filter, NONE } from './query';

/** A link that the filter matches, and whether it is firm enough for best and for low. */
export interface MatchedLink {
  readonly link: LinkView;
  readonly best: boolean;
  readonly low: boolean;
}

/** An incident in high, with what decides whether it stands in best and low. */
export interface Match {
  readonly one: PreparedIncident;
  readonly links: readonly MatchedLink[];
  /** Its date lies surely inside the window. */
  readonly sure: boolean;
  /** Share of its possible days inside the window. */
  readonly weight: number;
  /** Its links allow best: always, unless the filter sets actor or relation. */
  readonly linkBest: boolean;
  /** Its links and its nature allow low. */
  readonly linkLow: boolean;
  readonly inBest: boolean;
  readonly inLow: boolean;
}

/** Whether links are in doubt as a whole: where the reader asks for an actor or a relation. */
export function doubtsLinks(filter: Filter): boolean {
  return filter.actors.length > 0 || filter.relations.length > 0;
}

function allows(list: readonly string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}

function initiatorAllowed(initiator: string, asked: Filter['initiators']): boolean {
  if (asked === 'any') return true;
  return asked.length === 0 ? initiator !== 'state' : asked.includes(initiator);
}

function regionAllowed(regions: readonly string[], asked: readonly string[]): boolean {
  if (asked.length === 0) return true;
  return regions.length === 0 ? asked.includes(NONE) : regions.some((region) => asked.includes(region));
}

function incidentAllowed({ incident, text }: PreparedIncident, filter: Filter): boolean {
  return (
    initiatorAllowed(incident.initiator, filter.initiators) &&
    (filter.scope === 'any' || incident.inScope === (filter.scope === 'in')) &&
    allows(filter.types, incident.type ?? NONE) &&
    regionAllowed(incident.regions, filter.regions) &&
    filter.words.every((word) => text.includes(word))
  );
}

function linkAllowed(
  prepared: PreparedSeries,
  one: PreparedIncident,
  link: LinkView,
  filter: Filter,
): boolean {
  const disputed = link.disputed || one.incident.natureDisputed;
  return (
    allows(filter.relations, link.relation) &&
    allows(filter.certainties, link.certainty) &&
    (filter.disputed === null || disputed === (filter.disputed === 'only')) &&
    (filter.actors.length === 0 ||
      ancestorsOf(prepared, one, link.actor).some((actor) => filter.actors.includes(actor)))
  );
}

/** Grades a link: `possible` is never in best, `suspected` only where asked for; low takes certain, undisputed ones. */
export function gradeLink(link: LinkView, suspectedAsked: boolean): MatchedLink {
  const best = link.certainty !== 'possible' && (link.relation !== 'suspected' || suspectedAsked);
  const low = best && !link.disputed && (link.certainty === 'certain' || link.certainty === NONE);
  return { link, best, low };
}

function matchOne(prepared: PreparedSeries, one: PreparedIncident, filter: Filter): Match | null {
  const { date, natureDisputed } = one.incident;
  if (!incidentAllowed(one, filter) || !possiblyInside(date, filter.from, filter.to)) return null;
  const asked = filter.relations.includes('suspected');
  const links = one.links
    .filter((link) => linkAllowed(prepared, one, link, filter))
    .map((link) => gradeLink(link, asked));
  if (links.length === 0) return null;
  const doubt = doubtsLinks(filter);
  const linkBest = !doubt || links.some(({ best }) => best);
  const linkLow = !natureDisputed && (!doubt || links.some(({ low }) => low));
  const weight = shareInside(date, filter.from, filter.to);
  const sure = surelyInside(date, filter.from, filter.to);
  return {
    one,
    links,
    sure,
    weight,
    linkBest,
    linkLow,
    inBest: linkBest && weight > 0,
    inLow: linkLow && sure,
  };
}

/** Every incident in high, in the order of the series. */
export function matchIncidents(prepared: PreparedSeries, filter: Filter): readonly Match[] {
  if (filter.nothing || filter.from > filter.to) return [];
  return prepared.incidents.flatMap((one) => matchOne(prepared, one, filter) ?? []);
}
