import type { ActorId, Incident } from '../../series/model';
import type { Day } from '../../time/day';
import type { Built } from './sink';

/** What is counted over all incidents as they are made. */
export interface IncidentCounts {
  readonly add: (incident: Incident) => void;
  readonly first: () => Day | null;
  readonly last: () => Day | null;
  /** Most first, then by id. */
  readonly actorCounts: () => Built['actorCounts'];
}

/** Begins to count. */
export function incidentCounts(): IncidentCounts {
  const counts = new Map<ActorId, number>();
  let first: Day | null = null;
  let last: Day | null = null;
  return {
    add({ date, links }) {
      const { earliest, latest } = date;
      if (earliest !== null && (first === null || earliest < first)) first = earliest;
      if (earliest !== null && latest !== null && (last === null || latest > last)) last = latest;
      for (let at = 0; at < links.length; at++) {
        const { actor } = links[at] as Incident['links'][number];
        if (at > 0 && links.findIndex((link) => link.actor === actor) < at) continue;
        counts.set(actor, (counts.get(actor) ?? 0) + 1);
      }
    },
    first: () => first,
    last: () => last,
    actorCounts: () =>
      [...counts]
        .map(([actor, incidents]) => ({ actor, incidents }))
        .sort((a, b) => b.incidents - a.incidents || (a.actor < b.actor ? -1 : 1)),
  };
}
