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

function toDate({ openEnd, ...rest }: EventDate): DateRecord {
  return { ...rest, open_end: openEnd };
}

function fromDate({ open_end, ...rest }: DateRecord): EventDate {
  return { ...rest, openEnd: open_end };
}

function toLink({ disputedBy, date, ...rest }: Link): LinkRecord {
  return { ...rest, disputed_by: disputedBy, date: date && toDate(date) };
}

function fromLink({ disputed_by, date, ...rest }: LinkRecord): Link {
  return { ...rest, disputedBy: disputed_by, date: date && fromDate(date) };
}

/** An incident as a record of the file. */
export function toRecord(incident: Incident): IncidentRecord {
  const { date, links, perpetratorsKilled, natureDisputed, inScope, scopeNote, ...rest } = incident;
  return {
    ...rest,
    date: toDate(date),
    links: links.map(toLink),
    perpetrators_killed: perpetratorsKilled,
    nature_disputed: natureDisputed,
    in_scope: inScope,
    scope_note: scopeNote,
    search: searchText(incident),
  };
}

/** The inverse of {@link toRecord}. */
export function fromRecord(record: IncidentRecord): Incident {
  const {
    date,
    links,
    perpetrators_killed,
    nature_disputed,
    in_scope,
    scope_note,
    search: _,
    ...rest
  } = record;
  return {
    ...rest,
    date: fromDate(date),
    links: links.map(fromLink),
    perpetratorsKilled: perpetrators_killed,
    natureDisputed: nature_disputed,
    inScope: in_scope,
    scopeNote: scope_note,
  };
}
