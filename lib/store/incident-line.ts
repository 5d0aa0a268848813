import type { Estimate, Incident, Link, Place } from '../series/model';
import { isAscii, searchText } from '../series/text';
import type { EventDate } from '../time/event-date';
import { listText, quoted } from './json-text';

/** What is kept of texts made before; emptied when full, so that memory stays bounded. */
const MOST_KEPT = 20_000;

/** The text of an object, kept for the next incident that has the very same one: dates and links are often shared. */
function kept<T extends object>(make: (object: T) => string): (object: T) => string {
  const known = new Map<T, string>();
  return (object) => {
    const found = known.get(object);
    if (found !== undefined) return found;
    if (known.size >= MOST_KEPT) known.clear();
    const made = make(object);
    known.set(object, made);
    return made;
  };
}

/** `JSON.stringify` would write null for a number that is none. */
function numberText(number: number | null): string {
  if (number === null || Number.isFinite(number)) return `${number === 0 ? 0 : number}`;
  throw new Error(`${number} is not allowed`);
}

/** A member of an object that is left out where it is null; a comma stands before it. */
function member(name: string, text: string | null): string {
  return text === null ? '' : `,"${name}":${quoted(text)}`;
}

const dateText = kept(
  ({
    edtf,
    earliest,
    latest,
    days,
    possible,
    until,
    openEnd,
    precision,
    uncertain,
    approximate,
  }: EventDate) =>
    JSON.stringify({
      ...{
        edtf,
        earliest,
        latest,
        days,
        possible,
        until,
        open_end: openEnd,
        precision,
        uncertain,
        approximate,
      },
    }),
);

function linkText(link: Link): string {
  const { actor, relation, certainty, claimant, disputedBy, outlet, date, sources } = link;
  const who = `"actor":${quoted(actor)},"relation":${quoted(relation)},"certainty":${quoted(certainty)}`;
  const said = `${member('claimant', claimant)}${member('outlet', outlet)}`;
  const when = date === null ? '' : `,"date":${dateText(date)}`;
  return `{${who}${said}${when},"disputed_by":${listText(disputedBy)},"sources":${listText(sources)}}`;
}

const linksText = kept((links: readonly Link[]) => `[${links.map(linkText).join(',')}]`);

function estimateText({ low, best, high }: Estimate): string {
  return `{"low":${numberText(low)},"best":${numberText(best)},"high":${numberText(high)}}`;
}

function placeText({ name, country, lat, lon, precision, note }: Place): string {
  const where = `"name":${quoted(name)},"country":${quoted(country)},"lat":${numberText(lat)},"lon":${numberText(lon)}`;
  return `{${where},"precision":${quoted(precision)},"note":${quoted(note)}}`;
}

/** The folded text, where it takes more than lower case to make it. */
function foldedText(incident: Incident): string | null {
  const { title, place, notes } = incident;
  const isPlain = isAscii(title) && isAscii(place.name ?? '') && isAscii(notes ?? '');
  return isPlain ? null : searchText(incident);
}

/**
 * An incident as a line of JSON, with the names of the file's columns and without some members that are null. `search` is
 * there only where it is more than title, place and notes in lower case. Throws for NaN and infinities.
 */
export function incidentLine(incident: Incident): string {
  const { id, date, title, type, subtypes, regions, place, links, targets, sources } = incident;
  const first = `{"id":${quoted(id)},"date":${dateText(date)},"title":${quoted(title)}${member('type', type)}`;
  const lists = `,"subtypes":${listText(subtypes)},"regions":${listText(regions)},"targets":${listText(targets)}`;
  const tied = `,"place":${placeText(place)},"links":${linksText(links)},"sources":${listText(sources)}`;
  const harm = `,"fatalities":${estimateText(incident.fatalities)},"injured":${estimateText(incident.injured)}`;
  const own = `,"perpetrators_killed":${estimateText(incident.perpetratorsKilled)}`;
  const said = `,"nature_disputed":${incident.natureDisputed},"in_scope":${incident.inScope}`;
  const rest = `${member('scope_note', incident.scopeNote)},"initiator":${quoted(incident.initiator)}`;
  const texts = `${member('notes', incident.notes)}${member('search', foldedText(incident))}}\n`;
  return first + lists + tied + harm + own + said + rest + texts;
}
