import { group } from 'd3-array';
import { type Membership, memberships } from '../../series/hierarchy';
import type { Certainty, Incident, Relation, Series } from '../../series/model';
import { searchText } from '../../series/search-text';
import type { Day } from '../../time/day';
import { NONE } from '../query';

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

/** An incident with what every query needs of it. */
export interface PreparedIncident {
  readonly incident: Incident;
  readonly links: readonly LinkView[];
  readonly text: string;
  /** First and last possible day, for dated memberships. */
  readonly from: Day;
  readonly to: Day;
}

/** Which actors count under which. */
export interface Lineage {
  /** No actor is part of another: then the same links mean the same for every incident, whatever its date. */
  readonly flat: boolean;
  /** Under which ancestors an actor counts, itself included. */
  readonly ancestors: ReadonlyMap<string, readonly Membership[]>;
}

export interface PreparedSeries extends Lineage {
  readonly series: Series;
  readonly incidents: readonly PreparedIncident[];
}

const NO_LINK: LinkView = { actor: NONE, relation: NONE, certainty: NONE, disputed: false, index: null };

function linkViews(incident: Incident): readonly LinkView[] {
  if (incident.links.length === 0) return [NO_LINK];
  return incident.links.map((link, index) => ({
    actor: link.actor,
    relation: link.relation,
    certainty: link.certainty,
    disputed: link.disputedBy.length > 0,
    index,
  }));
}

/** The text is folded when a search first looks for it: most views have no words, and a million texts are large. */
class LazyIncident implements PreparedIncident {
  readonly incident: Incident;
  readonly links: readonly LinkView[];
  readonly from: Day;
  readonly to: Day;
  #text: string | null = null;

  constructor(incident: Incident, links: readonly LinkView[]) {
    const { possible } = incident.date;
    const [first, last] = [possible[0], possible.at(-1)];
    if (!first || !last) throw new Error(`Incident ${incident.id} has no possible day.`);
    this.incident = incident;
    this.links = links;
    this.from = first.from;
    this.to = last.to;
  }

  get text(): string {
    this.#text ??= searchText(this.incident);
    return this.#text;
  }
}

/** What every query needs of an incident. */
export function prepareIncident(incident: Incident): PreparedIncident {
  return new LazyIncident(incident, linkViews(incident));
}

/** Incidents that share a list of links share its views. */
function prepareIncidents(incidents: readonly Incident[]): readonly PreparedIncident[] {
  const views = new Map<readonly unknown[], readonly LinkView[]>();
  return incidents.map((incident) => {
    const known = views.get(incident.links) ?? linkViews(incident);
    views.set(incident.links, known);
    return new LazyIncident(incident, known);
  });
}

/** Which actors of a series count under which. */
export function lineageOf({ actors, actorRelations }: Pick<Series, 'actors' | 'actorRelations'>): Lineage {
  const ids = actors.map(({ id }) => id);
  return {
    flat: actorRelations.length === 0,
    ancestors: group(memberships(ids, actorRelations), (one) => one.member as string),
  };
}

const prepared = new WeakMap<Series, PreparedSeries>();

/** Works out once per series what `evaluate` needs of it. */
export function prepareSeries(series: Series): PreparedSeries {
  const known = prepared.get(series);
  if (known) return known;
  const fresh: PreparedSeries = {
    ...lineageOf(series),
    series,
    incidents: prepareIncidents(series.incidents),
  };
  prepared.set(series, fresh);
  return fresh;
}

/** The ancestors under which a link's actor counts for this incident, itself included, each once. */
export function ancestorsOf(lineage: Lineage, one: PreparedIncident, actor: string): readonly string[] {
  const all = lineage.ancestors.get(actor);
  if (lineage.flat || all === undefined) return [actor];
  const held = all.filter(({ from, to }) => one.from <= to && one.to >= from);
  return [...new Set([actor, ...held.map(({ ancestor }) => ancestor as string)])];
}
