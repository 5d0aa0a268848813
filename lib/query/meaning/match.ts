import { idsOf, rollingIn, VALUE_LISTS, type ValueList } from '../../series/facets';
import { ownIds, ownNumber } from '../../series/fields';
import type { Incident, Series } from '../../series/model';
import { locationOf } from '../../series/places/location';
import { rootRegions } from '../../series/places/region-tree';
import { searchText } from '../../series/search-text';
import { possiblyInside, shareInside, surelyInside } from '../../time/event-date';
import { type AncestorsOf, ancestorsIn, lineageOf, spanOf } from '../ancestors';
import { doubtsLinks, type GradedLink, gradeLink, type LinkView, linkViews } from '../links';
import { type Filter, type GroupClause, NONE, type OwnFilter } from '../query';
import { groupsOf, isBeyond } from './groups';
import type { Firmness, InRegions, Match, Matched } from './matched';
import { placeAllowed } from './places';

type Rolled = ReturnType<typeof rollingIn>;

/** An empty list is no clause. */
function allows(list: readonly string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}

/** Whether an incident has a value that is asked for; where nothing is, any will do but one that stands apart. */
function valueAllowed(
  incident: Incident,
  { key, asked, apart }: ValueList,
  filter: Filter,
  rolled: Rolled,
): boolean {
  const wanted = filter[asked];
  if (wanted === 'any') return true;
  const ids = rolled(key, idsOf(incident, key));
  const held = ids.length === 0 ? [NONE] : ids;
  if (wanted.length === 0) return apart === null || !held.includes(apart.id);
  return held.some((id) => wanted.includes(id));
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

function incidentAllowed(incident: Incident, filter: Filter, rolled: Rolled): boolean {
  return (
    !filter.nothing &&
    filter.from <= filter.to &&
    possiblyInside(incident.date, filter.from, filter.to) &&
    (filter.scope === 'any' || incident.inScope === (filter.scope === 'in')) &&
    VALUE_LISTS.every((facet) => valueAllowed(incident, facet, filter, rolled)) &&
    placeAllowed(locationOf(incident), filter) &&
    filter.own.every((clause) => ownAllowed(incident, clause)) &&
    filter.words.every((word) => searchText(incident).includes(word))
  );
}

function linkAllowed(incident: Incident, link: LinkView, filter: Filter, ancestorsOf: AncestorsOf): boolean {
  const disputed = link.disputed || incident.natureDisputed;
  return (
    allows(filter.relations, link.relation) &&
    allows(filter.certainties, link.certainty) &&
    (filter.disputed === null || disputed === (filter.disputed === 'only')) &&
    (filter.actors.length === 0 ||
      ancestorsOf(link.actor, spanOf(incident.date)).some((actor) => filter.actors.includes(actor)))
  );
}

/** What an incident's links and its nature allow. Links are only in doubt where the filter asks for an actor or a relation. */
function firmnessOf({ natureDisputed }: Incident, links: readonly GradedLink[], filter: Filter): Firmness {
  const doubted = doubtsLinks(filter);
  return {
    best: !doubted || links.some(({ best }) => best),
    low: !natureDisputed && (!doubted || links.some(({ low }) => low)),
  };
}

/** How firmly an incident counts in the groups asked for; null where it counts in none of them. */
function firmnessIn(match: Matched, { each, beyond, only, not, ...by }: GroupClause): Firmness | null {
  const asks = (group: string | null, named: readonly string[], but: readonly string[]) =>
    group !== null && (named.includes(group) || (but.length > 0 && isBeyond(group, but)));
  const asked = [
    ...groupsOf(match, by, false).filter(({ group }) => asks(group, each, beyond)),
    ...groupsOf(match, by, true).filter(({ group }) => asks(group, only, not)),
  ];
  if (asked.length === 0) return null;
  return { best: asked.some(({ best }) => best), low: asked.some(({ low }) => low) };
}

/** What the trees of a series say. */
interface Trees {
  readonly ancestorsOf: AncestorsOf;
  readonly rolled: Rolled;
  readonly rootRegions: readonly string[];
}

function inRegions(incident: Incident, { rolled, rootRegions }: Trees): InRegions {
  const under = rolled('region', idsOf(incident, 'region'));
  return { under, roots: under.filter((id) => rootRegions.includes(id)) };
}

function matchOf(incident: Incident, filter: Filter, trees: Trees): Match | null {
  const { ancestorsOf, rolled } = trees;
  if (!incidentAllowed(incident, filter, rolled)) return null;
  const links = linkViews(incident)
    .filter((link) => linkAllowed(incident, link, filter, ancestorsOf))
    .map((link) => ({
      ...gradeLink(link, filter.suspicions),
      lineage: lineageOf(link.actor, spanOf(incident.date), ancestorsOf),
    }));
  if (links.length === 0) return null;
  const firm = firmnessOf(incident, links, filter);
  const regions = inRegions(incident, trees);
  const matched: Matched = { incident, links, regions, firm };
  const chosen = filter.series === null ? { best: true, low: true } : firmnessIn(matched, filter.series);
  if (chosen === null) return null;
  return {
    ...{ incident, links, regions, chosen },
    weight: shareInside(incident.date, filter.from, filter.to),
    sure: surelyInside(incident.date, filter.from, filter.to),
    firm: { best: firm.best && chosen.best, low: firm.low && chosen.low },
  };
}

/** Every incident in high, in the order of the series. */
export function matchesOf(series: Series, filter: Filter): readonly Match[] {
  const trees = {
    ...{ ancestorsOf: ancestorsIn(series), rolled: rollingIn(series) },
    rootRegions: rootRegions(series.regions),
  };
  return series.incidents
    .map((incident) => matchOf(incident, filter, trees))
    .filter((match) => match !== null);
}
