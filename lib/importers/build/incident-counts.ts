import type { ActorId, Incident } from '../../series/model';
import type { Day } from '../../time/day';
import type { Built } from './sink';

/** What is counted over all incidents as they are made. */
export interface IncidentCounts {
  readonly add: (incident: Incident) => void;
  readonly part: () => CountsPart;
  /** Adds what was counted of others. */
  readonly absorb: (part: CountsPart) => void;
  readonly first: () => Day | null;
  readonly last: () => Day | null;
  /** Most first, then by id. */
  readonly actorCounts: () => Built['actorCounts'];
}

/** What was counted of some incidents, as it can be sent to another thread. */
export interface CountsPart {
  readonly first: Day | null;
  readonly last: Day | null;
  readonly actors: ReadonlyMap<ActorId, number>;
}

/** Begins to count. */
export function incidentCounts(): IncidentCounts {
  const counts = new Map<ActorId, number>();
  let first: Day | null = null;
  let last: Day | null = null;
  const addDays = (earliest: Day | null, latest: Day | null) => {
    if (earliest !== null && (first === null || earliest < first)) first = earliest;
    if (earliest !== null && latest !== null && (last === null || latest > last)) last = latest;
  };
  const addActor = (actor: ActorId, incidents: number) =>
    void counts.set(actor, (counts.get(actor) ?? 0) + incidents);
  return {
    add({ date, links }) {
      addDays(date.earliest, date.latest);
      for (let at = 0; at < links.length; at++) {
        const { actor } = links[at] as Incident['links'][number];
        if (at > 0 && links.findIndex((link) => link.actor === actor) < at) continue;
        addActor(actor, 1);
      }
    },
    part: () => ({ first, last, actors: counts }),
    absorb(part) {
      addDays(part.first, part.last);
      for (const [actor, incidents] of part.actors) addActor(actor, incidents);
    },
    first: () => first,
    last: () => last,
    actorCounts: () =>
      [...counts]
        .map(([actor, incidents]) => ({ actor, incidents }))
        .sort((a, b) => b.incidents - a.incidents || (a.actor < b.actor ? -1 : 1)),
  };
}
