import type { OwnValue, OwnValues } from '../../series/fields';
import { ESTIMATES } from '../../series/measures';
import type { Estimate, Incident, Link } from '../../series/model';
import { searchText } from '../../series/search-text';
import { isAscii } from '../../text/fold';
import type { DaySpan } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import { listText, quoted } from '../revision/json-text';
import { withSortedLinks } from '../revision/row-order';

/** What is kept of texts made before; emptied when full, so that memory stays bounded. */
const MOST_KEPT = 20_000;

/** Makes the text of an object, kept for the next incident that has the very same one: dates and links are often shared. */
function kept<T extends object>(make: (object: T) => string): (object: T) => string {
  const known = new Map<T, string>();
  return (object) => {
    const found = known.get(object);
    if (found !== undefined) return found;
    if (known.size >= MOST_KEPT) known.clear();
    const made = flat(make(object));
    known.set(object, made);
    return made;
  };
}

/**
 * The same text in one piece. Engines hold a text that was put together as the pieces it is made of, and go through all of them
 * each time that it becomes part of another.
 */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

function spansText(spans: readonly DaySpan[]): string {
  return `[${spans.map(({ from, to }) => `{"from":${from},"to":${to}}`).join(',')}]`;
}

const dateText = kept((date: EventDate) => {
  const { edtf, earliest, latest, days, possible, until, openEnd, precision, uncertain, approximate } = date;
  return (
    `{"edtf":${quoted(edtf)},"earliest":${earliest},"latest":${latest},"days":${spansText(days)}` +
    `,"possible":${spansText(possible)},"until":${until},"open_end":${openEnd},"precision":${quoted(precision)}` +
    `,"uncertain":${uncertain},"approximate":${approximate}}`
  );
});

function linkText({ actor, relation, certainty, ...link }: Link): string {
  const { claimant, outlet, disputedBy, sources, date } = link;
  return (
    `{"actor":${quoted(actor)},"relation":${quoted(relation)},"certainty":${quoted(certainty)}` +
    `,"disputed_by":${listText(disputedBy)},"sources":${listText(sources)}` +
    member('claimant', claimant) +
    member('outlet', outlet) +
    `${date === null ? '' : `,"date":${dateText(date)}`}}`
  );
}

const linksText = kept((links: readonly Link[]) => `[${links.map(linkText).join(',')}]`);

function isPlain(value: OwnValue): boolean {
  return typeof value === 'object' ? value.every(isAscii) : typeof value !== 'string' || isAscii(value);
}

/** The folded text, where it takes more than lower case to make it. */
function foldedText(incident: Incident): string | undefined {
  const { title, place, notes, own } = incident;
  const isLower = isAscii(title) && isAscii(place.name ?? '') && isAscii(notes ?? '');
  return isLower && Object.values(own).every(isPlain) ? undefined : searchText(incident);
}

/** A number in JSON; `JSON.stringify` would write null for one that is none. */
function numberText(number: number | null): string {
  if (number === null) return 'null';
  if (!Number.isFinite(number)) throw new Error(`${number} is not allowed`);
  return String(number === 0 ? 0 : number);
}

const NOTHING = '{"low":null,"best":null,"high":null}';

function estimateText({ low, best, high }: Estimate): string {
  if (low === null && best === null && high === null) return NOTHING;
  return `{"low":${numberText(low)},"best":${numberText(best)},"high":${numberText(high)}}`;
}

const ESTIMATE_NAMES = ESTIMATES.map(({ flat: name, property }) => ({ name: `,"${name}":`, property }));

function estimatesText(incident: Incident): string {
  let text = '';
  for (const { name, property } of ESTIMATE_NAMES) text += name + estimateText(incident[property]);
  return text;
}

function placeText({ name, country, lat, lon, precision, note }: Incident['place']): string {
  const words = `"name":${quoted(name)},"country":${quoted(country)}`;
  const at = `"lat":${numberText(lat)},"lon":${numberText(lon)}`;
  return `{${words},${at},"precision":${quoted(precision)},"note":${quoted(note)}}`;
}

function ownValueText(value: OwnValue): string {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'number' ? numberText(value) : JSON.stringify(value);
}

/** What own fields say, as a member of its own. Throws for numbers that cannot stand in JSON. An id needs no escape. */
function ownText(own: OwnValues): string {
  let text = '';
  for (const id of Object.keys(own))
    text += `${text === '' ? ',"own":{"' : ',"'}${id}":${ownValueText(own[id]!)}`;
  return text === '' ? '' : `${text}}`;
}

/** A member that is left out where there is nothing. */
function member(name: string, text: string | null | undefined): string {
  return text === null || text === undefined ? '' : `,"${name}":${quoted(text)}`;
}

/**
 * A record without some members that are null. Text by text, with the id first, by which the texts of records are
 * parted: `JSON.stringify` of the whole takes three times as long, since most parts have been written before.
 */
function recordText(incident: Incident): string {
  const { date, links, place, subtypes, regions, targets, sources } = incident;
  return (
    `{"id":${quoted(incident.id)},"date":${dateText(date)},"title":${quoted(incident.title)}` +
    member('type', incident.type) +
    `,"subtypes":${listText(subtypes)},"regions":${listText(regions)},"place":${placeText(place)}` +
    `,"links":${linksText(links)},"targets":${listText(targets)}${estimatesText(incident)}` +
    `,"nature_disputed":${incident.natureDisputed},"in_scope":${incident.inScope}` +
    member('scope_note', incident.scopeNote) +
    `,"initiator":${quoted(incident.initiator)},"sources":${listText(sources)}` +
    member('notes', incident.notes) +
    ownText(incident.own) +
    member('search', foldedText(incident)) +
    '}'
  );
}

/** `JSON.stringify` writes half of a surrogate pair as an escape that begins so. */
const HALF = '\\ud';

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString() : value;
}

/**
 * Incidents as a JSON array of records, with the names of the file's columns and links in order. `search` is there only
 * where it is more than the texts of the incident in lower case. Half of a surrogate pair, which is no character and which
 * no file could hold, becomes U+FFFD. Throws for NaN and infinities.
 */
export function batchText(incidents: readonly Incident[]): string {
  const text = `[${incidents.map((incident) => recordText(withSortedLinks(incident))).join(',')}]`;
  return text.includes(HALF) ? JSON.stringify(JSON.parse(text, wellFormed)) : text;
}

/** Between two records of {@link batchText}, and nowhere else: no object in a record begins with an id. */
export const BETWEEN_RECORDS = '},{"id":';
