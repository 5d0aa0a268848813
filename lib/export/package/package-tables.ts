import { KINDS } from '../../series/field-kinds';
import { type OwnField, ownValue } from '../../series/fields';
import { byEstimateEntry } from '../../series/measures';
import type {
  Actor,
  ActorRelation,
  Annotation,
  CoverageNote,
  Denominator,
  Estimate,
  Incident,
  IncidentId,
  Link,
  NamedView,
  ReferenceCount,
  RegionArea,
  RegionDef,
  Source,
  TypeDef,
} from '../../series/model';
import { hasRegionTree } from '../../series/places/region-tree';
import { type Day, formatDay } from '../../time/day';
import type { EventDate } from '../../time/event-date';
import { exactListCell, exactTextCell } from './exact-cells';

/** A column of a table of the package, with its type in Table Schema, and how an entry fills it. */
export interface PackageColumn<T> {
  readonly name: string;
  readonly type: 'string' | 'list' | 'number' | 'boolean' | 'date' | 'geojson';
  readonly cell: (entry: T) => string;
  /** What makes it a field of the series' own; absent in columns of the format. */
  readonly own?: Omit<OwnField, 'many'>;
}

type Columns<T> = readonly PackageColumn<T>[];

const text = <T>(name: string, value: (entry: T) => string | null): PackageColumn<T> => ({
  name,
  type: 'string',
  cell: (entry) => exactTextCell(value(entry)),
});
const list = <T>(name: string, value: (entry: T) => readonly string[]): PackageColumn<T> => ({
  name,
  type: 'list',
  cell: (entry) => exactListCell(value(entry)),
});
const number = <T>(name: string, value: (entry: T) => number | null): PackageColumn<T> => ({
  name,
  type: 'number',
  cell: (entry) => String(value(entry) ?? ''),
});
const flag = <T>(name: string, value: (entry: T) => boolean): PackageColumn<T> => ({
  name,
  type: 'boolean',
  cell: (entry) => String(value(entry)),
});
const day = <T>(name: string, value: (entry: T) => Day): PackageColumn<T> => ({
  name,
  type: 'date',
  cell: (entry) => formatDay(value(entry)),
});
const date = <T>(name: string, value: (entry: T) => EventDate | null): PackageColumn<T> =>
  text(name, (entry) => value(entry)?.edtf ?? null);
const estimate = <T>(stem: string, value: (entry: T) => Estimate): Columns<T> =>
  (['low', 'best', 'high'] as const).map((part) => number(`${stem}_${part}`, (entry) => value(entry)[part]));

/** The columns of each property of an incident, in order. Links have a table, own fields columns of their own. */
const OF_PROPERTY: Readonly<Record<Exclude<keyof Incident, 'links' | 'own'>, Columns<Incident>>> = {
  id: [text('id', (one) => one.id)],
  date: [date('date', (one) => one.date)],
  title: [text('title', (one) => one.title)],
  type: [text('type', (one) => one.type)],
  subtypes: [list('subtypes', (one) => one.subtypes)],
  natureDisputed: [flag('nature_disputed', (one) => one.natureDisputed)],
  inScope: [flag('in_scope', (one) => one.inScope)],
  scopeNote: [text('scope_note', (one) => one.scopeNote)],
  initiator: [text('initiator', (one) => one.initiator)],
  regions: [list('regions', (one) => one.regions)],
  place: [
    text('place', (one) => one.place.name),
    text('country', (one) => one.place.country),
    text('territory_note', (one) => one.place.note),
    number('lat', (one) => one.place.lat),
    number('lon', (one) => one.place.lon),
    text('geo_precision', (one) => one.place.precision),
  ],
  targets: [list('targets', (one) => one.targets)],
  ...byEstimateEntry(({ packaged, property }) => estimate<Incident>(packaged, (one) => one[property])),
  sources: [list('source_ids', (one) => one.sources)],
  notes: [text('notes', (one) => one.notes)],
};

export const INCIDENT_TABLE: Columns<Incident> = Object.values(OF_PROPERTY).flat();

function ownCell(field: OwnField): Pick<PackageColumn<Incident>, 'type' | 'cell'> {
  const value = (one: Incident) => ownValue(one, field.id) ?? null;
  if (field.many)
    return { type: 'list', cell: (one) => exactListCell((value(one) ?? []) as readonly string[]) };
  const { held } = KINDS[field.kind];
  if (held === 'text') return { type: 'string', cell: (one) => exactTextCell(value(one) as string | null) };
  return { type: held === 'flag' ? 'boolean' : held, cell: (one) => String(value(one) ?? '') };
}

/**
 * The columns of own fields, named by their ids; with `own_` before names that the format has, and before those that
 * begin so themselves: no two can be alike.
 */
export function ownColumns(fields: readonly OwnField[]): Columns<Incident> {
  const taken = new Set(INCIDENT_TABLE.map(({ name }) => name));
  return fields.map((field) => {
    const { many: _, ...own } = field;
    return {
      name: taken.has(field.id) || field.id.startsWith('own_') ? `own_${field.id}` : field.id,
      ...ownCell(field),
      own,
    };
  });
}

/** A link with the incident it belongs to. */
export interface OwnedLink extends Link {
  readonly incident: IncidentId;
}

export const LINK_TABLE: Columns<OwnedLink> = [
  text('incident', (one) => one.incident),
  text('actor', (one) => one.actor),
  text('relation', (one) => one.relation),
  text('certainty', (one) => one.certainty),
  text('claimant', (one) => one.claimant),
  list('disputed_by', (one) => one.disputedBy),
  text('outlet', (one) => one.outlet),
  date('date', (one) => one.date),
  list('source_ids', (one) => one.sources),
];

export const ACTOR_TABLE: Columns<Actor> = [
  text('id', (one) => one.id),
  text('name', (one) => one.name),
  text('short_name', (one) => one.shortName),
  list('aliases', (one) => one.aliases),
  text('kind', (one) => one.kind),
  text('ideology', (one) => one.ideology),
  text('active_from', (one) => one.activeFrom),
  text('active_to', (one) => one.activeTo),
  text('home_base', (one) => one.homeBase),
  text('notes', (one) => one.notes),
  list('source_ids', (one) => one.sources),
];

export const RELATION_TABLE: Columns<ActorRelation> = [
  text('child', (one) => one.child),
  text('parent', (one) => one.parent),
  text('kind', (one) => one.kind),
  date('from', (one) => one.from),
  date('to', (one) => one.to),
  text('note', (one) => one.note),
];

export const TYPE_TABLE: Columns<TypeDef> = [
  text('id', (one) => one.id),
  text('label', (one) => one.label),
  text('description', (one) => one.description),
];

/** `parent` only where any region lies in another. */
export function regionTable(regions: readonly RegionDef[]): Columns<RegionDef> {
  return hasRegionTree(regions)
    ? [...REGION_TABLE, text('parent', (one) => one.parent ?? null)]
    : REGION_TABLE;
}

const REGION_TABLE: Columns<RegionDef> = [
  text('id', (one) => one.id),
  text('label', (one) => one.label),
  text('country', (one) => one.country),
];

export const AREA_TABLE: Columns<RegionArea> = [
  text('region', (one) => one.region),
  text('date', (one) => one.date),
  {
    ...{ name: 'geometry', type: 'geojson' },
    cell: ({ polygons }) => JSON.stringify({ type: 'MultiPolygon', coordinates: polygons }),
  },
  list('source_ids', (one) => one.sources),
];

export const SOURCE_TABLE: Columns<Source> = [
  text('id', (one) => one.id),
  text('publisher', (one) => one.publisher),
  text('title', (one) => one.title),
  text('date', (one) => one.date),
  text('url', (one) => one.url),
  text('url_status', (one) => (one.urlSeen ? 'as seen' : null)),
  text('read', (one) => one.read),
  text('origin', (one) => one.origin),
];

/** `regions` only where any note speaks of some. */
export function coverageTable(notes: readonly CoverageNote[]): Columns<CoverageNote> {
  const regions = notes.some((one) => one.regions !== undefined)
    ? [list<CoverageNote>('regions', (one) => one.regions ?? [])]
    : [];
  return [...COVERAGE_TABLE, ...regions, text('text', (one) => one.text)];
}

const COVERAGE_TABLE: Columns<CoverageNote> = [
  text('id', (one) => one.id),
  text('kind', (one) => one.kind),
  day('from', (one) => one.from),
  day('to', (one) => one.to),
  list('actors', (one) => one.actors),
  list('types', (one) => one.types),
];

export const ANNOTATION_TABLE: Columns<Annotation> = [
  text('id', (one) => one.id),
  date('date', (one) => one.date),
  text('label', (one) => one.label),
  text('text', (one) => one.text),
  list('source_ids', (one) => one.sources),
];

export const REFERENCE_TABLE: Columns<ReferenceCount> = [
  text('id', (one) => one.id),
  text('who', (one) => one.who),
  text('value', (one) => one.value),
  text('basis', (one) => one.basis),
  text('scope', (one) => one.scope || null),
  day('from', (one) => one.from),
  day('to', (one) => one.to),
  flag('open_end', (one) => one.openEnd),
  list('source_ids', (one) => one.sources),
  text('note', (one) => one.note),
];

export const DENOMINATOR_TABLE: Columns<Denominator> = [
  text('region', (one) => one.region),
  text('date', (one) => one.date),
  number('people', (one) => one.people),
  list('source_ids', (one) => one.sources),
];

export const VIEW_TABLE: Columns<NamedView> = [
  text('id', (one) => one.id),
  text('label', (one) => one.label),
  text('description', (one) => one.description),
  text('query', (one) => one.query || null),
];
