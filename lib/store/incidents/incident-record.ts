import { NOT_REPORTED } from '../../series/estimate';
import { type Held, KINDS } from '../../series/field-kinds';
import type { OwnField, OwnValue, OwnValues } from '../../series/fields';
import { ESTIMATES, type EstimateEntry, type EstimateProperty } from '../../series/measures';
import type { Estimate, Incident, Link } from '../../series/model';
import type { EventDate } from '../../time/event-date';
import { RECORD_COLUMNS } from './parquet/shapes';

/** SQL for all that is read back, in a file that has columns of these names: one that came later, and that the file was made without, is null. */
export function recordColumns(present: readonly string[]): readonly string[] {
  return RECORD_COLUMNS.map((name) => (present.includes(name) ? `"${name}"` : `NULL AS "${name}"`));
}

const OWN_TYPES: Readonly<Record<Held, string>> = { text: 'VARCHAR', number: 'DOUBLE', flag: 'BOOLEAN' };

/** The type of an own field in the file, where it is the column of {@link ownColumn}. */
export function ownType({ kind, many }: Pick<OwnField, 'kind' | 'many'>): string {
  return `${OWN_TYPES[KINDS[kind].held]}${many ? '[]' : ''}`;
}

/** The column of an own field, so named that it is none of the model's. */
export function ownColumn({ id }: Pick<OwnField, 'id'>): string {
  return `own_${id}`;
}

/** SQL for what own fields say of an incident, as one struct; null where the series has none. */
export function ownStruct(fields: readonly OwnField[]): string | null {
  if (fields.length === 0) return null;
  return `{${fields.map((field) => `"${field.id}": "${ownColumn(field)}"`).join(', ')}}`;
}

/** A date as it stands in the file. */
export interface DateRecord extends Omit<EventDate, 'openEnd'> {
  readonly open_end: boolean;
}

export interface LinkRecord extends Omit<Link, 'disputedBy' | 'date'> {
  readonly disputed_by: readonly string[];
  readonly date: DateRecord | null;
}

type Renamed = EstimateProperty | 'date' | 'links' | 'own' | 'natureDisputed' | 'inScope' | 'scopeNote';

/** The estimates of the model; null, or left out, where the record was made without. */
type EstimateRecords = { readonly [E in EstimateEntry as E['flat']]?: Estimate | null };

/** An incident as it stands in the file. */
export interface IncidentRecord extends Omit<Incident, Renamed>, EstimateRecords {
  readonly date: DateRecord;
  readonly links: readonly LinkRecord[];
  readonly nature_disputed: boolean;
  readonly in_scope: boolean;
  readonly scope_note: string | null;
  /** What own fields say; null where nothing is stated. Left out where the series has none. */
  readonly own?: Readonly<Record<string, OwnValue | null>> | null;
}

/** Written out key by key, here and below: taking the rest of an object is several times as slow. */
export function fromDate(date: DateRecord): EventDate {
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

export function fromLink(link: LinkRecord): Link {
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

/** Shared by all incidents of which own fields say nothing. */
const NOTHING_OWN: OwnValues = {};

/** What is stated of what own fields say: the same object where all of it is. */
function fromOwn(own: IncidentRecord['own']): OwnValues {
  if (own === undefined || own === null) return NOTHING_OWN;
  let [size, isAllStated] = [0, true];
  for (const id in own) {
    size++;
    if (own[id] === null) isAllStated = false;
  }
  if (size > 0 && isAllStated) return own as OwnValues;
  const stated = Object.entries(own).filter((entry): entry is [string, OwnValue] => entry[1] !== null);
  return stated.length === 0 ? NOTHING_OWN : Object.fromEntries(stated);
}

/** What a record says besides estimates. */
function apartFromEstimates(record: IncidentRecord): Omit<Incident, EstimateProperty> {
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
    natureDisputed: record.nature_disputed,
    inScope: record.in_scope,
    scopeNote: record.scope_note ?? null,
    initiator: record.initiator,
    sources: record.sources,
    notes: record.notes ?? null,
    own: fromOwn(record.own),
  };
}

/** The incident of a record. Members that are null may be left out of a record. */
export function fromRecord(record: IncidentRecord): Incident {
  // Filled in place: a copy of the rest takes five times as long.
  const incident = apartFromEstimates(record) as { -readonly [K in keyof Incident]: Incident[K] };
  for (const { property, flat } of ESTIMATES) incident[property] = record[flat] ?? NOT_REPORTED;
  return incident;
}
