import { type AncestorsOf, ancestorsIn, spanOf } from '../../query/ancestors';
import { type LinkView, linkViews } from '../../query/links';
import type { Incident, Series } from '../../series/model';
import { searchText } from '../../series/search-text';
import type { Day } from '../../time/day';

/** An incident with what every query needs of it. */
export interface PreparedIncident {
  readonly incident: Incident;
  readonly links: readonly LinkView[];
  readonly text: string;
  /** First and last possible day, for dated memberships. */
  readonly from: Day;
  readonly to: Day;
}

/** A series with what every query needs of it, worked out once. */
export interface PreparedSeries {
  /** No actor is part of another: then the same links mean the same for every incident, whatever its date. */
  readonly flat: boolean;
  readonly ancestorsOf: AncestorsOf;
  readonly series: Series;
  readonly incidents: readonly PreparedIncident[];
}

/** The text is folded when a search first looks for it: most views have no words, and a million texts are large. */
class LazyIncident implements PreparedIncident {
  readonly incident: Incident;
  readonly links: readonly LinkView[];
  readonly from: Day;
  readonly to: Day;
  #text: string | null = null;

  constructor(incident: Incident, links: readonly LinkView[]) {
    const { from, to } = spanOf(incident.date);
    this.incident = incident;
    this.links = links;
    this.from = from;
    this.to = to;
  }

  get text(): string {
    this.#text ??= searchText(this.incident);
    return this.#text;
  }
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

/** Works out what all queries need of a series. */
export function prepareSeries(series: Series): PreparedSeries {
  return {
    series,
    flat: series.actorRelations.length === 0,
    ancestorsOf: ancestorsIn(series),
    incidents: prepareIncidents(series.incidents),
  };
}
