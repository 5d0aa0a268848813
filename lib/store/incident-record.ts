import type { Estimate, Incident, Link } from '../series/model';
import { searchText } from '../series/text';
import type { EventDate } from '../time/event-date';

/** The columns of `incidents.parquet` by name, with their DuckDB types: plain names, so that other tools can read them. */
const ESTIMATE = 'STRUCT(low DOUBLE, best DOUBLE, high DOUBLE)';
const SPANS = 'STRUCT("from" INTEGER, "to" INTEGER)[]';
const DATE = `STRUCT(edtf VARCHAR, earliest INTEGER, latest INTEGER, days ${SPANS}, possible ${SPANS}, "until" INTEGER,
  open_end BOOLEAN, "precision" VARCHAR, uncertain BOOLEAN, approximate BOOLEAN)`;
const PLACE = `STRUCT("name" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, "precision" VARCHAR, note VARCHAR)`;
const LINKS = `STRUCT(actor VARCHAR, relation VARCHAR, certainty VARCHAR, claimant VARCHAR, disputed_by VARCHAR[],
  outlet VARCHAR, date ${DATE}, sources VARCHAR[])[]`;

/** All that is read back: `search` is worked out from the others. */
export const RECORD_COLUMNS = [
  ...['id', 'date', 'title', 'type', 'subtypes', 'regions', 'place', 'links', 'targets', 'fatalities'],
  ...['injured', 'perpetrators_killed', 'nature_disputed', 'in_scope', 'scope_note', 'initiator'],
  ...['sources', 'notes'],
] as const;

export const INCIDENT_COLUMNS: Readonly<Record<string, string>> = {
  id: 'VARCHAR',
  date: DATE,
  title: 'VARCHAR',
  type: 'VARCHAR',
  subtypes: 'VARCHAR[]',
  regions: 'VARCHAR[]',
  place: PLACE,
  links: LINKS,
  targets: 'VARCHAR[]',
  fatalities: ESTIMATE,
  injured: ESTIMATE,
  perpetrators_killed: ESTIMATE,
  nature_disputed: 'BOOLEAN',
  in_scope: 'BOOLEAN',
  scope_note: 'VARCHAR',
  initiator: 'VARCHAR',
  sources: 'VARCHAR[]',
  notes: 'VARCHAR',
  search: 'VARCHAR',
};

/** A date as it stands in the file. */
interface DateRecord extends Omit<EventDate, 'openEnd'> {
  readonly open_end: boolean;
}

interface LinkRecord extends Omit<Link, 'disputedBy' | 'date'> {
  readonly disputed_by: readonly string[];
  readonly date: DateRecord | null;
}

type Renamed = 'date' | 'links' | 'perpetratorsKilled' | 'natureDisputed' | 'inScope' | 'scopeNote';

/** An incident as it stands in the file. `search` is its folded text, for tools that search. */
export interface IncidentRecord extends Omit<Incident, Renamed> {
  readonly date: DateRecord;
  readonly links: readonly LinkRecord[];
  readonly perpetrators_killed: Estimate;
  readonly nature_disputed: boolean;
  readonly in_scope: boolean;
  readonly scope_note: string | null;
  readonly search: string;
}

/** Written out key by key, here and below: taking the rest of an object is several times as slow. */
function toDate(date: EventDate): DateRecord {
  return {
    edtf: date.edtf,
    earliest: date.earliest,
    latest: date.latest,
    days: date.days,
    possible: date.possible,
    until: date.until,
    open_end: date.openEnd,
    precision: date.precision,
    uncertain: date.uncertain,
    approximate: date.approximate,
  };
}

function fromDate(date: DateRecord): EventDate {
  return {
    edtf: date.edtf,
    earliest: date.earliest,
    latest: date.latest,
    days: date.days,
    possible: date.possible,
    until: date.until,
    openEnd: date.open_end,
    precision: date.precision,
    uncertain: date.uncertain,
    approximate: date.approximate,
  };
}

function toLink(link: Link): LinkRecord {
  return {
    actor: link.actor,
    relation: link.relation,
    certainty: link.certainty,
    claimant: link.claimant,
    disputed_by: link.disputedBy,
    outlet: link.outlet,
    date: link.date && toDate(link.date),
    sources: link.sources,
  };
}

function fromLink(link: LinkRecord): Link {
  return {
    actor: link.actor,
    relation: link.relation,
    certainty: link.certainty,
    claimant: link.claimant,
    disputedBy: link.disputed_by,
    outlet: link.outlet,
    date: link.date && fromDate(link.date),
    sources: link.sources,
  };
}

/** An incident as a record of the file. */
export function toRecord(incident: Incident): IncidentRecord {
  return {
    id: incident.id,
    date: toDate(incident.date),
    title: incident.title,
    type: incident.type,
    subtypes: incident.subtypes,
    regions: incident.regions,
    place: incident.place,
    links: incident.links.map(toLink),
    targets: incident.targets,
    fatalities: incident.fatalities,
    injured: incident.injured,
    perpetrators_killed: incident.perpetratorsKilled,
    nature_disputed: incident.natureDisputed,
    in_scope: incident.inScope,
    scope_note: incident.scopeNote,
    initiator: incident.initiator,
    sources: incident.sources,
    notes: incident.notes,
    search: searchText(incident),
  };
}

/** The inverse of {@link toRecord}. */
export function fromRecord(record: Omit<IncidentRecord, 'search'>): Incident {
  return {
    id: record.id,
    date: fromDate(record.date),
    title: record.title,
    type: record.type,
    subtypes: record.subtypes,
    regions: record.regions,
    place: record.place,
    links: record.links.map(fromLink),
    targets: record.targets,
    fatalities: record.fatalities,
    injured: record.injured,
    perpetratorsKilled: record.perpetrators_killed,
    natureDisputed: record.nature_disputed,
    inScope: record.in_scope,
    scopeNote: record.scope_note,
    initiator: record.initiator,
    sources: record.sources,
    notes: record.notes,
  };
}
