import { ISO_DATES } from '../../../dates/date-rule';
import type { RawColumn } from '../../../formats/raw-table';
import { byEstimateEntry, ESTIMATES } from '../../../series/measures';
import {
  GEO_PRECISIONS,
  type GeoPrecision,
  INITIATORS,
  type Initiator,
  RELATIONS,
  type Relation,
} from '../../../series/model';
import { emptyMapping } from '../../empty-mapping';
import type { DateMapping, Mapping, MappingField } from '../../mapping';
import { keyOf, type Layout, type LayoutColumns, namedColumns } from '../layout';
import { actorIn, figure, listIn, ruleBy, titleOf } from '../parts';

/** How the layout of our own exports is called in a mapping. */
export const ANNALS_LAYOUT = 'annals';

/** What separates the members of a list in a cell of them. */
export const LIST = '|';

const same = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

const FLAG = { true: true } as const;

/** The parts of a row that a mapping may read otherwise than they were given out, each with the keys that say how. Figures and own fields are read by their keys in any case. */
const PARTS = {
  date: ['date'],
  title: ['title'],
  type: ['type', 'subtypes', 'typeLabels'],
  regions: ['regions', 'regionSeparator', 'districts'],
  place: ['place', 'country', 'lat', 'lon', 'pairOrder', 'geoPrecision'],
  links: ['actors', 'actorDecisions'],
  targets: ['targets'],
  initiator: ['initiator'],
  natureDisputed: ['natureDisputed'],
  inScope: ['inScope'],
  sources: ['sources'],
  notes: ['notes'],
} as const satisfies Readonly<Record<string, readonly (keyof Mapping)[]>>;

export type ExportedPart = keyof typeof PARTS;

/** The keys of a mapping that say how a part of a row is read. */
export function keysOfPart(part: ExportedPart): readonly MappingField[] {
  return PARTS[part];
}

/** The own field that a column holds, `own_weapon` or `own.weapon`; null where it holds none. */
export function ownFieldIn(column: string): string | null {
  return /^(?:properties[./])?own[_.](.+)$/.exec(column)?.[1] ?? null;
}

/** What else stands in a row: read with a field of the mapping, or, with null, not needed, for it follows from the others or from the view that was given out. */
export interface Beside {
  readonly field: MappingField | null;
  readonly meaning: string;
  /** The part of a row that it is read with; it is not read where a mapping reads that part otherwise. Null for what none needs. */
  readonly part: ExportedPart | null;
}

const FOLLOWS: Beside = { field: null, meaning: 'It follows from the date.', part: null };
const OF_VIEW: Beside = {
  field: null,
  meaning: 'It says how the row counted in the view that was exported.',
  part: null,
};
const OF_LINKS: Beside = { field: null, meaning: 'It repeats a part of the links.', part: 'links' };
const OF_POINT = { field: null, part: 'place' } as const;
const TERRITORY: Beside = { field: 'place', meaning: 'What to know about the territory.', part: null };

const BESIDE: ReadonlyMap<string, Beside> = new Map<string, Beside>([
  ...['earliest', 'latest', 'until', 'openend', 'dateprecision', 'uncertain', 'approximate'].map(
    (key) => [key, FOLLOWS] as const,
  ),
  ...['weight', 'inlow', 'inbest'].map((key) => [key, OF_VIEW] as const),
  ...['certainties', 'claimants', 'outlets', 'disputedby'].map((key) => [key, OF_LINKS] as const),
  [
    'links',
    { field: 'actors', meaning: 'The actors of the incident, and how each is tied to it.', part: 'links' },
  ],
  ['territorynote', TERRITORY],
  ['placenote', TERRITORY],
  ['scopenote', { field: 'inScope', meaning: 'Why the incident is out of the scope.', part: null }],
  ['id2', { field: null, meaning: 'The id once more.', part: null }],
  ['longitude', { ...OF_POINT, meaning: 'The longitude once more; a row in which it is another is told.' }],
  ['latitude', { ...OF_POINT, meaning: 'The latitude once more; a row in which it is another is told.' }],
]);

/** What a column of an export is beside those of the mapping; undefined for one that is none of ours. */
export function besideIn(column: string): Beside | undefined {
  return BESIDE.get(keyOf(column));
}

/**
 * The columns of an export that hold a number or a day, or nothing: a word for "not known" there, such as the NA of R, is what
 * some program wrote into all cells that were empty.
 */
export function numberColumns({ names }: LayoutColumns): readonly string[] {
  const figures = ESTIMATES.flatMap(({ flat }) => ['low', 'best', 'high'].map((end) => `${flat}_${end}`));
  return names('until', 'lat', 'place.lat', 'lon', 'place.lon', ...figures);
}

/** The estimates: `fatalities_low` in flat tables, `fatalities.low` in JSON. */
function estimates({ name }: LayoutColumns): Partial<Mapping> {
  return byEstimateEntry(({ flat }) =>
    figure(name(`${flat}_best`), name(`${flat}_low`), name(`${flat}_high`)),
  );
}

/**
 * Rows that Annals gave out itself: incidents.json, .ndjson, .csv, .xlsx, .parquet and .geojson. All that stands in them is read by its name, and ids are taken
 * as they are.
 */
export const ANNALS: Layout = {
  id: ANNALS_LAYOUT,
  name: 'Annals',
  fits: (columns) =>
    columns.has('id', 'date', 'earliest', 'latest', 'open_end', 'date_precision', 'title') &&
    columns.has('nature_disputed', 'in_scope', 'weight', 'in_low', 'in_best'),
  map(columns) {
    const { name, names } = columns;
    return {
      date: { kind: 'one', column: name('date') ?? '', rule: ISO_DATES, precision: null },
      id: name('id'),
      title: titleOf((title) => title, name('title')),
      type: name('type'),
      subtypes: names('subtypes'),
      regions: names('regions'),
      regionSeparator: LIST,
      place: name('place', 'place.name'),
      country: name('country', 'place.country'),
      lat: name('lat', 'place.lat'),
      lon: name('lon', 'place.lon'),
      geoPrecision: ruleBy<GeoPrecision | null>(
        name('geo_precision', 'place.precision'),
        same(GEO_PRECISIONS),
        null,
      ),
      initiator: ruleBy<Initiator>(name('initiator'), same(INITIATORS), 'unclear'),
      actors: actorIn(name('actors'), ruleBy<Relation>(name('relations'), same(RELATIONS), 'involved'), LIST),
      targets: listIn(names('targets'), LIST),
      ...estimates(columns),
      natureDisputed: ruleBy(name('nature_disputed'), FLAG, false),
      inScope: ruleBy(name('in_scope'), FLAG, false),
      sources: listIn(names('sources'), LIST),
      notes: names('notes'),
    };
  },
};

/** Whether two values of JSON are the same, in whatever order their keys are. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const [ones, others] = [Object.entries(one), Object.entries(other)];
  if (Array.isArray(one) !== Array.isArray(other) || ones.length !== others.length) return false;
  return ones.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, Reflect.get(other, key)));
}

/** Whether dates are read from the column of an export alone, by whatever rule its cells have. */
function isOwnDate({ rule: _, ...date }: DateMapping, { rule: __, ...proposed }: DateMapping): boolean {
  return isSame(date, proposed);
}

/**
 * The parts of an export's rows that a mapping reads otherwise than they were given out. These are read as those of any other
 * file; what only an export says of them is not.
 */
export function changedParts(columns: readonly RawColumn[], mapping: Mapping): ReadonlySet<ExportedPart> {
  const own = ANNALS.map(namedColumns(columns));
  const proposed: Mapping = { ...emptyMapping(own.date, mapping.shape), ...own };
  const isChanged = (key: keyof Mapping) =>
    key === 'date' ? !isOwnDate(mapping.date, own.date) : !isSame(mapping[key], proposed[key]);
  return new Set((Object.keys(PARTS) as ExportedPart[]).filter((part) => PARTS[part].some(isChanged)));
}
