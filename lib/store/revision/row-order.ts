import { CERTAINTIES, type Incident, type Link, RELATIONS } from '../../series/model';
import { byCodePoint } from '../../text/order';

function nullsLast(a: number | null, b: number | null): number {
  return a === null || b === null ? (a === null ? 1 : 0) - (b === null ? 1 : 0) : a - b;
}

/** By first day, last day and id; what is not known comes last. */
export function byDate(a: Incident, b: Incident): number {
  return (
    nullsLast(a.date.earliest, b.date.earliest) ||
    nullsLast(a.date.latest, b.date.latest) ||
    byCodePoint(a.id, b.id)
  );
}

/** The order of incidents over the columns of their file. DuckDB compares texts by code point. */
export const ORDER_BY_DATE = 'date.earliest NULLS LAST, date.latest NULLS LAST, id';

/** Strongest relation first, then actor, certainty, and whatever else is left. */
function byTie(a: Link, b: Link): number {
  return (
    RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
    byCodePoint(a.actor, b.actor) ||
    CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty) ||
    byCodePoint(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Links by strength; the same ones where they are so already. */
export function sortedLinks(links: readonly Link[]): readonly Link[] {
  if (links.length < 2) return links;
  const isSorted = links.every((link, at) => at === 0 || byTie(links[at - 1]!, link) <= 0);
  return isSorted ? links : [...links].sort(byTie);
}

/** An incident with its links by strength. */
export function withSortedLinks(incident: Incident): Incident {
  return { ...incident, links: sortedLinks(incident.links) };
}
