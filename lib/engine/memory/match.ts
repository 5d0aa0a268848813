import { doubtsLinks, type GradedLink, gradeLink, type LinkView } from '../../query/links';
import { type Filter, NONE, type OwnFilter, type SeriesClause } from '../../query/query';
import { ownIds, ownNumber } from '../../series/fields';
import type { Incident } from '../../series/model';
import { type EventDate, possiblyInside, shareInside, surelyInside } from '../../time/event-date';
import type { Graded, Match } from './matched';
import type { PreparedIncident, PreparedSeries } from './prepare';
import { type InGroup, isBeyond, seriesOf } from './series-of';

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

/** Whether an incident has a value that a clause on an own field asks for. */
function ownAllowed(incident: Incident, clause: OwnFilter): boolean {
  switch (clause.kind) {
    case 'values': {
      const held = ownIds(incident, clause.key);
      return (held.length === 0 ? [NONE] : held).some((id) => clause.values.includes(id));
    }
    case 'numbers': {
      const number = ownNumber(incident, clause.key);
      return number !== null && (clause.from ?? number) <= number && number <= (clause.to ?? number);
    }
    case 'days': {
      const [day] = ownIds(incident, clause.key);
      return day !== undefined && (clause.from ?? day) <= day && day <= (clause.to ?? day);
    }
  }
}

function incidentAllowed({ incident, text }: PreparedIncident, filter: Filter): boolean {
  return (
    initiatorAllowed(incident.initiator, filter.initiators) &&
    (filter.scope === 'any' || incident.inScope === (filter.scope === 'in')) &&
    allows(filter.types, incident.type ?? NONE) &&
    regionAllowed(incident.regions, filter.regions) &&
    filter.own.every((clause) => ownAllowed(incident, clause)) &&
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
      prepared.ancestorsOf(link.actor, one).some((actor) => filter.actors.includes(actor)))
  );
}

/** How firmly an incident counts in the series asked for; null where it counts in none of them. */
function inSeries(
  graded: Graded,
  { split, each, beyond, only, not }: SeriesClause,
): { best: boolean; low: boolean } | null {
  const asks = (named: readonly string[], but: readonly string[]) => (one: InGroup) =>
    one.series !== null && (named.includes(one.series) || (but.length > 0 && isBeyond(one.series, but)));
  const asked = [
    ...seriesOf(graded, split, false).filter(asks(each, beyond)),
    ...seriesOf(graded, split, true).filter(asks(only, not)),
  ];
  if (asked.length === 0) return null;
  return { best: asked.some(({ best }) => best), low: asked.some(({ low }) => low) };
}

/** How a date lies in the window. */
interface Placing {
  readonly possible: boolean;
  readonly weight: number;
  readonly sure: boolean;
}

type GradedLinks = Map<readonly LinkView[], readonly GradedLink[]>;

/** What incidents that share a date or a list of links need to have worked out once. */
interface Worked {
  readonly placings: Map<EventDate, Placing>;
  /** By links of incidents whose nature is agreed, and of those whose nature is not. */
  readonly links: { readonly agreed: GradedLinks; readonly disputed: GradedLinks };
}

function placingOf({ placings }: Worked, date: EventDate, { from, to }: Filter): Placing {
  const known = placings.get(date);
  if (known !== undefined) return known;
  const fresh = {
    possible: possiblyInside(date, from, to),
    weight: shareInside(date, from, to),
    sure: surelyInside(date, from, to),
  };
  placings.set(date, fresh);
  return fresh;
}

function matchLinks(prepared: PreparedSeries, one: PreparedIncident, filter: Filter): readonly GradedLink[] {
  return one.links
    .filter((link) => linkAllowed(prepared, one, link, filter))
    .map((link) => gradeLink(link, filter.suspicions));
}

function linksOf(prepared: PreparedSeries, one: PreparedIncident, filter: Filter, worked: Worked) {
  if (!prepared.flat) return matchLinks(prepared, one, filter);
  const known = worked.links[one.incident.natureDisputed ? 'disputed' : 'agreed'];
  const same = known.get(one.links);
  if (same !== undefined) return same;
  const fresh = matchLinks(prepared, one, filter);
  known.set(one.links, fresh);
  return fresh;
}

function matchOne(
  prepared: PreparedSeries,
  one: PreparedIncident,
  filter: Filter,
  worked: Worked,
): Match | null {
  const { date, natureDisputed } = one.incident;
  if (!incidentAllowed(one, filter)) return null;
  const { possible, weight, sure } = placingOf(worked, date, filter);
  if (!possible) return null;
  const links = linksOf(prepared, one, filter, worked);
  if (links.length === 0) return null;
  const doubt = doubtsLinks(filter);
  const graded = {
    one,
    links,
    linkBest: !doubt || links.some(({ best }) => best),
    linkLow: !natureDisputed && (!doubt || links.some(({ low }) => low)),
  };
  const chosen = filter.series === null ? { best: true, low: true } : inSeries(graded, filter.series);
  if (chosen === null) return null;
  const linkBest = graded.linkBest && chosen.best;
  const linkLow = graded.linkLow && chosen.low;
  return {
    one,
    links,
    sure,
    weight,
    linkBest,
    linkLow,
    seriesBest: chosen.best,
    seriesLow: chosen.low,
    inBest: linkBest && weight > 0,
    inLow: linkLow && sure,
  };
}

/** Every incident in high, in the order of the series. */
export function matchIncidents(prepared: PreparedSeries, filter: Filter): readonly Match[] {
  if (filter.nothing || filter.from > filter.to) return [];
  const matches: Match[] = [];
  const worked: Worked = { placings: new Map(), links: { agreed: new Map(), disputed: new Map() } };
  for (const one of prepared.incidents) {
    const match = matchOne(prepared, one, filter, worked);
    if (match !== null) matches.push(match);
  }
  return matches;
}
