import canonicalize from 'canonicalize';
import { isReported } from '../../series/estimate';
import type { OwnValues } from '../../series/fields';
import { byEstimateEntry, ESTIMATES } from '../../series/measures';
import type { Estimate, Incident, Link, Place } from '../../series/model';
import type { EventDate } from '../../time/event-date';
import { listText, quoted } from './json-text';

/** Whether a text holds more than ASCII, where the same letters can be written in several ways. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** NFC has one text for each way to write the same letters. */
function composed(text: string): string {
  return BEYOND_ASCII.test(text) ? text.normalize('NFC') : text;
}

function refuseInfinite(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} is not allowed`);
  return value;
}

function isKnown({ low, best, high }: Estimate): boolean {
  return Number.isFinite(low ?? 0) && Number.isFinite(best ?? 0) && Number.isFinite(high ?? 0);
}

/** Whether all numbers of an incident can stand in JSON. Links have none. */
function isSound(incident: Incident): boolean {
  const { place, own } = incident;
  const sound = Object.values(own).every((value) => typeof value !== 'number' || Number.isFinite(value));
  const onEarth = Number.isFinite(place.lat ?? 0) && Number.isFinite(place.lon ?? 0);
  return sound && onEarth && ESTIMATES.every(({ property }) => isKnown(incident[property]));
}

function estimate({ low, best, high }: Estimate): object {
  return { best, high, low };
}

function place({ country, lat, lon, name, note, precision }: Place): object {
  return { country, lat, lon, name, note, precision };
}

/** The ids of the incident before, and the same in order: most incidents of a series have the same. */
let [ids, idsInOrder]: [readonly string[], readonly string[]] = [[], []];

function inOrder(found: readonly string[]): readonly string[] {
  if (found.length !== ids.length || found.some((id, at) => id !== ids[at])) {
    [ids, idsInOrder] = [found, found.toSorted()];
  }
  return idsInOrder;
}

/** What own fields say, by id; left out where they say nothing, so that series without such fields keep their hashes. */
function ownPart(own: OwnValues): object | undefined {
  const found = Object.keys(own);
  if (found.length === 0) return undefined;
  const sorted: Record<string, OwnValues[string]> = {};
  for (const id of inOrder(found)) sorted[id] = own[id]!;
  return sorted;
}

/** What a property of an incident is in its record; undefined leaves it out. */
type Member = (incident: Incident) => unknown;

/** Every property but the links, which are records of their own. A further one changes what revisions are named by; the types ask for it here. */
const MEMBERS: Readonly<Record<Exclude<keyof Incident, 'links'>, Member>> = {
  id: ({ id }) => id,
  date: ({ date }) => date.edtf,
  title: ({ title }) => title,
  type: ({ type }) => type,
  subtypes: ({ subtypes }) => subtypes,
  regions: ({ regions }) => regions,
  place: (incident) => place(incident.place),
  targets: ({ targets }) => targets,
  ...byEstimateEntry(({ property, recorded }): Member => {
    if (recorded === 'always') return (incident) => estimate(incident[property]);
    return (incident) => (isReported(incident[property]) ? estimate(incident[property]) : undefined);
  }),
  natureDisputed: ({ natureDisputed }) => natureDisputed,
  inScope: ({ inScope }) => inScope,
  scopeNote: ({ scopeNote }) => scopeNote,
  initiator: ({ initiator }) => initiator,
  sources: ({ sources }) => sources,
  notes: ({ notes }) => notes,
  own: ({ own }) => ownPart(own),
};

/** In the order of RFC 8785, by UTF-16 code units. */
const SORTED_MEMBERS = Object.entries(MEMBERS).sort(([a], [b]) => (a < b ? -1 : 1));

/** The names of the members of an incident's canonical text, in their order. The last is never left out. */
export const MEMBER_NAMES = SORTED_MEMBERS.map(([name]) => name) as readonly (keyof typeof MEMBERS)[];

/** A member as it stands in a canonical text; '' where it is left out. A name needs no escape. Throws for NaN and infinities. */
function memberText(name: string, value: unknown): string {
  if (value === undefined) return '';
  return composed(`"${name}":${jsonOf(value)}`);
}

/** What `JSON.stringify` writes. To look at each number of a value takes it several times as long as to write the value, so it is asked only about objects. */
function jsonOf(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object' && value !== null)
    return JSON.stringify(value, isSoundObject(value) ? undefined : refuseInfinite);
  return JSON.stringify(value, refuseInfinite);
}

/** Whether the numbers of a flat object, if it is one, can all stand in JSON. */
function isSoundObject(value: object): boolean {
  for (const one of Object.values(value))
    if (typeof one === 'number' ? !Number.isFinite(one) : typeof one === 'object' && one !== null)
      return false;
  return true;
}

/** What {@link incidentText} writes of one property of an incident that has such a value of it. */
export function partText(property: keyof typeof MEMBERS, value: unknown): string {
  return memberText(property, MEMBERS[property]({ [property]: value } as unknown as Incident));
}

/** The same of what an own field says. */
export function ownPartText(id: string, value: OwnValues[string] | undefined): string {
  return memberText(id, value);
}

/** A date is its EDTF text; the days are worked out from that. */
export function edtf(date: EventDate | null): string | null {
  return date === null ? null : date.edtf;
}

/** The canonical text of a record of a table: RFC 8785 JSON of the pair, in NFC. Throws for NaN and infinities. */
export function recordText(table: string, record: object): string {
  return composed(canonicalize([table, record]) ?? '');
}

/**
 * The canonical text of an incident without its links: what {@link recordText} gives, by writing the keys in order, which
 * is ten times as fast. RFC 8785 writes strings and numbers as `JSON.stringify` does.
 */
export function incidentText(incident: Incident): string {
  const sorted: Record<string, unknown> = {};
  for (const [name, member] of SORTED_MEMBERS) sorted[name] = member(incident);
  return composed(JSON.stringify(['incidents', sorted], isSound(incident) ? undefined : refuseInfinite));
}

/** The canonical text of a link before and after the id of its incident. Put together by hand: there are most of these. */
export function textAroundId(link: Link): readonly [before: string, after: string] {
  const { actor, certainty, claimant, date, disputedBy, outlet, relation, sources } = link;
  const first = `"actor":${quoted(actor)},"certainty":${quoted(certainty)},"claimant":${quoted(claimant)}`;
  const second = `"date":${quoted(edtf(date))},"disputedBy":${listText(disputedBy)},"incident":`;
  const third = `,"outlet":${quoted(outlet)},"relation":${quoted(relation)},"sources":${listText(sources)}`;
  return [composed(`["links",{${first},${second}`), composed(`${third}}]`)];
}

/** The canonical text of a link, which carries the id of its incident. */
export function linkText({ id }: Pick<Incident, 'id'>, link: Link): string {
  const [before, after] = textAroundId(link);
  return before + composed(quoted(id)) + after;
}
