import type { Row } from '../../query/result';
import { settle } from '../../series/estimate';
import { byProperty } from '../../series/measures';
import type { Estimate, Incident, Link } from '../../series/model';
import { type Day, formatDay } from '../../time/day';

/**
 * One row of incidents.json: the whole incident and how it counts in the view. Days are `YYYY-MM-DD`. `own` has what it says in
 * the series' own fields, by their ids; what is not stated is left out.
 */
export type IncidentRow = ReturnType<typeof incidentRow>;

const dayText = (day: Day | null) => (day === null ? null : formatDay(day));

/** Low, best and high as they count; an end that nobody gives is filled from the best. */
function figures(estimate: Estimate): Estimate {
  const { low, best, high } = settle(estimate);
  return { low, best, high };
}

function linkRow(link: Link, counted: boolean) {
  const { actor, relation, certainty, claimant, disputedBy, outlet, sources } = link;
  const date = link.date?.edtf ?? null;
  return { actor, relation, certainty, claimant, disputedBy, outlet, date, sources, counted };
}

function dateRow({ date }: Incident) {
  return {
    date: date.edtf,
    earliest: dayText(date.earliest),
    latest: dayText(date.latest),
    until: dayText(date.until),
    openEnd: date.openEnd,
    datePrecision: date.precision,
    uncertain: date.uncertain,
    approximate: date.approximate,
  };
}

/** Lays an incident out as JSON. `counted` of a link says whether the filter of the view matches it. */
export function incidentRow({ incident, weight, inLow, inBest, matched }: Row) {
  const { id, title, type, subtypes, regions, place, initiator, targets } = incident;
  return {
    id,
    ...dateRow(incident),
    title,
    type,
    subtypes,
    regions,
    place,
    initiator,
    links: incident.links.map((link, index) => linkRow(link, matched.includes(index))),
    targets,
    ...byProperty((property) => figures(incident[property])),
    natureDisputed: incident.natureDisputed,
    inScope: incident.inScope,
    scopeNote: incident.scopeNote,
    sources: incident.sources,
    notes: incident.notes,
    weight,
    inLow,
    inBest,
    own: incident.own,
  } satisfies Record<keyof Incident, unknown> & Record<string, unknown>;
}
