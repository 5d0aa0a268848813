import { type OwnField, type OwnValue, ownValue } from '../../series/fields';
import { byEstimateEntry } from '../../series/measures';
import type { Estimate, Incident } from '../../series/model';
import type { IncidentRow } from './incident-row';

export type Cell = string | number | boolean | null;

/** What the cells of a column are. A `day` is `YYYY-MM-DD`. */
export type CellType = 'text' | 'number' | 'boolean' | 'day';

/** A column of a flat table of incidents. */
export type RowColumn = readonly [name: string, type: CellType, value: (row: IncidentRow) => Cell];

const LIST = '|';

function list(values: readonly (string | null)[]): string {
  return values.map((value) => value ?? '').join(LIST);
}

/** Three columns for an estimate; empty cells are "not reported". */
function threeColumns(name: string, estimate: (row: IncidentRow) => Estimate): readonly RowColumn[] {
  return (['low', 'best', 'high'] as const).map((part) => [
    `${name}_${part}`,
    'number',
    (row) => estimate(row)[part],
  ]);
}

/** A list with one entry for each link, in their order. */
function ofLinks(name: string, value: (link: IncidentRow['links'][number]) => string | null): RowColumn {
  return [name, 'text', (row) => list(row.links.map(value))];
}

/** The columns of each property of an incident, in order; own fields have columns of their own. */
const OF_PROPERTY: Readonly<Record<Exclude<keyof Incident, 'own'>, readonly RowColumn[]>> = {
  id: [['id', 'text', (row) => row.id]],
  date: [
    ['date', 'text', (row) => row.date],
    ['earliest', 'day', (row) => row.earliest],
    ['latest', 'day', (row) => row.latest],
    ['until', 'day', (row) => row.until],
    ['open_end', 'boolean', (row) => row.openEnd],
    ['date_precision', 'text', (row) => row.datePrecision],
    ['uncertain', 'boolean', (row) => row.uncertain],
    ['approximate', 'boolean', (row) => row.approximate],
  ],
  title: [['title', 'text', (row) => row.title]],
  type: [['type', 'text', (row) => row.type]],
  subtypes: [['subtypes', 'text', (row) => list(row.subtypes)]],
  regions: [['regions', 'text', (row) => list(row.regions)]],
  place: [
    ['place', 'text', (row) => row.place.name],
    ['country', 'text', (row) => row.place.country],
    ['lat', 'number', (row) => row.place.lat],
    ['lon', 'number', (row) => row.place.lon],
    ['geo_precision', 'text', (row) => row.place.precision],
    ['territory_note', 'text', (row) => row.place.note],
  ],
  initiator: [['initiator', 'text', (row) => row.initiator]],
  links: [
    ofLinks('actors', ({ actor }) => actor),
    ofLinks('relations', ({ relation }) => relation),
    ofLinks('certainties', ({ certainty }) => certainty),
    ofLinks('claimants', ({ claimant }) => claimant),
    ofLinks('outlets', ({ outlet }) => outlet),
    ofLinks('disputed_by', ({ disputedBy }) => disputedBy.join('; ')),
    ['links', 'text', (row) => (row.links.length === 0 ? null : JSON.stringify(row.links))],
  ],
  targets: [['targets', 'text', (row) => list(row.targets)]],
  ...byEstimateEntry(({ flat, property }) => threeColumns(flat, (row) => row[property])),
  natureDisputed: [['nature_disputed', 'boolean', (row) => row.natureDisputed]],
  inScope: [['in_scope', 'boolean', (row) => row.inScope]],
  scopeNote: [['scope_note', 'text', (row) => row.scopeNote]],
  sources: [['sources', 'text', (row) => list(row.sources)]],
  notes: [['notes', 'text', (row) => row.notes]],
};

/** The columns that every flat export of incidents has, in order. Lists are joined by `|`. */
export const ROW_COLUMNS: readonly RowColumn[] = [
  ...Object.values(OF_PROPERTY).flat(),
  ['weight', 'number', (row) => row.weight],
  ['in_low', 'boolean', (row) => row.inLow],
  ['in_best', 'boolean', (row) => row.inBest],
];

const OWN_TYPES: Readonly<Partial<Record<OwnField['kind'], CellType>>> = {
  number: 'number',
  flag: 'boolean',
  day: 'day',
};

/** The column of an own field: no published name begins like it, so that the two are never taken for each other. */
export function ownColumnName({ id }: Pick<OwnField, 'id'>): string {
  return `own_${id}`;
}

function ownCell(value: OwnValue | undefined): Cell {
  return typeof value === 'object' ? list(value) : (value ?? null);
}

/** The columns of a series: those that every one has, then one for each own field. */
export function rowColumns(fields: readonly OwnField[]): readonly RowColumn[] {
  const own = fields.map(
    (field): RowColumn => [
      ownColumnName(field),
      OWN_TYPES[field.kind] ?? 'text',
      (row) => ownCell(ownValue(row, field.id)),
    ],
  );
  return [...ROW_COLUMNS, ...own];
}
