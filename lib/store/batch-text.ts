import type { Estimate, Incident, Link } from '../series/model';
import { isAscii, searchText } from '../series/text';
import type { EventDate } from '../time/event-date';
import { withSortedLinks } from './row-order';

/** What is kept of records made before; emptied when full, so that memory stays bounded. */
const MOST_KEPT = 20_000;

/** Makes something of an object, kept for the next incident that has the very same one: dates and links are often shared. */
function kept<T extends object>(make: (object: T) => object): (object: T) => object {
  const known = new Map<T, object>();
  return (object) => {
    const found = known.get(object);
    if (found !== undefined) return found;
    if (known.size >= MOST_KEPT) known.clear();
    const made = make(object);
    known.set(object, made);
    return made;
  };
}

const dateRecord = kept(({ edtf, earliest, latest, days, possible, until, openEnd, ...rest }: EventDate) => ({
  ...{ edtf, earliest, latest, days, possible, until, open_end: openEnd },
  ...rest,
}));

const linkRecords = kept((links: readonly Link[]) =>
  links.map(({ actor, relation, certainty, claimant, disputedBy, outlet, date, sources }) => ({
    ...{ actor, relation, certainty, disputed_by: disputedBy, sources },
    ...{ claimant: claimant ?? undefined, outlet: outlet ?? undefined },
    date: date === null ? undefined : dateRecord(date),
  })),
);

/** The folded text, where it takes more than lower case to make it. */
function foldedText(incident: Incident): string | undefined {
  const { title, place, notes } = incident;
  const isPlain = isAscii(title) && isAscii(place.name ?? '') && isAscii(notes ?? '');
  return isPlain ? undefined : searchText(incident);
}

/** `JSON.stringify` would write null for a number that is none. */
function check(number: number | null): void {
  if (number !== null && !Number.isFinite(number)) throw new Error(`${number} is not allowed`);
}

function checkEstimate({ low, best, high }: Estimate): void {
  check(low);
  check(best);
  check(high);
}

/** A record without some members that are null. Key by key, with the id first, by which the texts of records are parted. */
function recordOf(incident: Incident): object {
  const { place, fatalities, injured, perpetratorsKilled } = incident;
  check(place.lat);
  check(place.lon);
  checkEstimate(fatalities);
  checkEstimate(injured);
  checkEstimate(perpetratorsKilled);
  return {
    id: incident.id,
    date: dateRecord(incident.date),
    title: incident.title,
    type: incident.type ?? undefined,
    subtypes: incident.subtypes,
    regions: incident.regions,
    place,
    links: linkRecords(incident.links),
    targets: incident.targets,
    fatalities,
    injured,
    perpetrators_killed: perpetratorsKilled,
    nature_disputed: incident.natureDisputed,
    in_scope: incident.inScope,
    scope_note: incident.scopeNote ?? undefined,
    initiator: incident.initiator,
    sources: incident.sources,
    notes: incident.notes ?? undefined,
    search: foldedText(incident),
  };
}

/** `JSON.stringify` writes half of a surrogate pair as an escape that begins so. */
const HALF = '\\ud';

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString() : value;
}

/**
 * Incidents as a JSON array of records, with the names of the file's columns and links in order. `search` is there only
 * where it is more than title, place and notes in lower case. Half of a surrogate pair, which is no character and which
 * no file could hold, becomes U+FFFD. Throws for NaN and infinities.
 */
export function batchText(incidents: readonly Incident[]): string {
  const records = incidents.map((incident) => recordOf(withSortedLinks(incident)));
  const text = JSON.stringify(records);
  return text.includes(HALF) ? JSON.stringify(JSON.parse(text, wellFormed)) : text;
}

/** Between two records of {@link batchText}, and nowhere else: no object in a record begins with an id. */
export const BETWEEN_RECORDS = '},{"id":';
