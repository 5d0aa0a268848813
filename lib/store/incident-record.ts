import type { Estimate, Incident, Link } from '../series/model';
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

/** An incident as it stands in the file, without `search`, its folded text, which is for tools that search. */
export interface IncidentRecord extends Omit<Incident, Renamed> {
  readonly date: DateRecord;
  readonly links: readonly LinkRecord[];
  readonly perpetrators_killed: Estimate;
  readonly nature_disputed: boolean;
  readonly in_scope: boolean;
  readonly scope_note: string | null;
}

/** Written out key by key, here and below: taking the rest of an object is several times as slow. */
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

function fromLink(link: LinkRecord): Link {
  return {
    actor: link.actor,
    relation: link.relation,
    certainty: link.certainty,
    claimant: link.claimant ?? null,
    disputedBy: link.disputed_by,
    outlet: link.outlet ?? null,
    date: link.date ? fromDate(link.date) : null,
    sources: link.sources,
  };
}

/** The incident of a record. Members that are null may be left out of a record. */
export function fromRecord(record: IncidentRecord): Incident {
  return {
    id: record.id,
    date: fromDate(record.date),
    title: record.title,
    type: record.type ?? null,
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
    scopeNote: record.scope_note ?? null,
    initiator: record.initiator,
    sources: record.sources,
    notes: record.notes ?? null,
  };
}
