import type { Problem } from '../../../problems/problem';
import { byEstimateEntry } from '../../../series/measures';
import { GEO_PRECISIONS, INITIATORS, type Incident, type Place } from '../../../series/model';
import type { EventDate } from '../../../time/event-date';
import type { CsvRecord } from '../tables/csv-records';
import type { Passes } from '../tables/passes';
import { type RowReader, readerOf } from '../tables/row-reader';
import { eachRow, type Table, type Tables } from '../tables/table';
import { type OwnColumn, readOwn } from './build-fields';
import type { HeldLinks } from './held-links';
import type { IdTables } from './id-tables';

/** An incident before its links are known. */
type BareIncident = Omit<Incident, 'links'>;

function coordinate(row: RowReader, column: string, most: number): number | null {
  const value = row.number(column);
  if (!row.exact && value !== null && Math.abs(value) > most) {
    row.fail(column, 'bad-coordinate', `not between -${most} and ${most}`);
  }
  return value;
}

/** Where it happened. Several countries, where a place spans a border, are joined by a slash. */
function placeOf(row: RowReader): Place {
  const [lat, lon] = [coordinate(row, 'lat', 90), coordinate(row, 'lon', 180)];
  if (!row.exact && (row.text('lat') === null) !== (row.text('lon') === null)) {
    row.fail(
      lat === null ? 'lat' : 'lon',
      'bad-coordinate',
      'latitude and longitude come together or not at all',
    );
  }
  const precision = row.text('geo_precision') ? row.oneOf('geo_precision', GEO_PRECISIONS) : null;
  return {
    name: row.text('place'),
    country: row.exact ? row.text('country') : row.list('country').join(' / ') || null,
    lat,
    lon,
    precision,
    note: row.text('territory_note'),
  };
}

function incidentOf(row: RowReader, idTables: IdTables, own: readonly OwnColumn[]): BareIncident {
  row.filled('date');
  return {
    id: row.id(),
    date: row.date('date') as EventDate,
    title: row.filled('title'),
    type: row.ref('type', idTables.types),
    subtypes: row.refs('subtypes', idTables.types),
    regions: row.refs('regions', idTables.regions),
    place: placeOf(row),
    targets: row.list('targets'),
    ...byEstimateEntry(({ packaged }) => row.estimate(packaged)),
    natureDisputed: row.flag('nature_disputed', false),
    inScope: row.flag('in_scope', true),
    scopeNote: row.text('scope_note'),
    initiator: row.oneOf('initiator', INITIATORS, 'unclear'),
    sources: row.refs('source_ids', idTables.sources),
    notes: row.text('notes'),
    own: readOwn(row, own),
  };
}

/**
 * Looks through the incidents once: those that are built without a problem are declared, the others are reported and left out of
 * the table, so that they can be built again by {@link incidentsAgain}.
 */
export function* checkIncidents(
  tables: Tables,
  idTables: IdTables,
  own: readonly OwnColumn[],
  problems: Problem[],
): Passes<number> {
  const table = tables.get('incidents');
  let count = 0;
  yield* eachRow(table, (row, record) => {
    const reader = readerOf(row, problems);
    const { id } = incidentOf(reader, idTables, own);
    if (reader.ok()) {
      idTables.incidents.declare(id);
      count += 1;
    } else table?.drop(record);
  });
  return count;
}

/**
 * A pass over incidents that were checked: gives those of the next records, in the order of the table, with their links. A column
 * left out, or an empty cell, means: in scope, nature undisputed, initiator unclear, figures not reported.
 */
export function incidentsAgain(
  table: Table,
  idTables: IdTables,
  own: readonly OwnColumn[],
  links: HeldLinks,
): (records: readonly CsvRecord[]) => Incident[] {
  let made: Incident[] = [];
  let count = 0;
  const read = table.reading((row) => {
    const bare = incidentOf(readerOf(row, []), idTables, own);
    made.push({ ...bare, links: links.of(count) });
    count += 1;
  });
  return (records) => {
    made = [];
    read(records);
    return made;
  };
}
