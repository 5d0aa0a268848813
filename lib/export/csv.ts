import { stringify } from 'csv-stringify/sync';
import type { Estimate } from '../series/model';
import type { IncidentRow } from './incident-row';

type Cell = string | number | boolean | null;
type Column = readonly [name: string, value: (row: IncidentRow) => Cell];

const LIST = '|';

function list(values: readonly (string | null)[]): string {
  return values.map((value) => value ?? '').join(LIST);
}

/** Three columns for an estimate; empty cells are "not reported". */
function threeColumns(name: string, estimate: (row: IncidentRow) => Estimate): readonly Column[] {
  return (['low', 'best', 'high'] as const).map((part) => [`${name}_${part}`, (row) => estimate(row)[part]]);
}

/** The columns of incidents.csv. Those of the links have one entry for each link, in the same order. */
const COLUMNS: readonly Column[] = [
  ['id', (row) => row.id],
  ['date', (row) => row.date],
  ['earliest', (row) => row.earliest],
  ['latest', (row) => row.latest],
  ['until', (row) => row.until],
  ['open_end', (row) => row.openEnd],
  ['date_precision', (row) => row.datePrecision],
  ['uncertain', (row) => row.uncertain],
  ['approximate', (row) => row.approximate],
  ['title', (row) => row.title],
  ['type', (row) => row.type],
  ['subtypes', (row) => list(row.subtypes)],
  ['regions', (row) => list(row.regions)],
  ['place', (row) => row.place.name],
  ['country', (row) => row.place.country],
  ['lat', (row) => row.place.lat],
  ['lon', (row) => row.place.lon],
  ['geo_precision', (row) => row.place.precision],
  ['territory_note', (row) => row.place.note],
  ['initiator', (row) => row.initiator],
  ['actors', (row) => list(row.links.map(({ actor }) => actor))],
  ['relations', (row) => list(row.links.map(({ relation }) => relation))],
  ['certainties', (row) => list(row.links.map(({ certainty }) => certainty))],
  ['claimants', (row) => list(row.links.map(({ claimant }) => claimant))],
  ['outlets', (row) => list(row.links.map(({ outlet }) => outlet))],
  ['disputed_by', (row) => list(row.links.map(({ disputedBy }) => disputedBy.join('; ')))],
  ['links', (row) => (row.links.length === 0 ? null : JSON.stringify(row.links))],
  ['targets', (row) => list(row.targets)],
  ...threeColumns('fatalities', (row) => row.fatalities),
  ...threeColumns('injured', (row) => row.injured),
  ...threeColumns('perpetrators_killed', (row) => row.perpetratorsKilled),
  ['nature_disputed', (row) => row.natureDisputed],
  ['in_scope', (row) => row.inScope],
  ['scope_note', (row) => row.scopeNote],
  ['sources', (row) => list(row.sources)],
  ['notes', (row) => row.notes],
  ['weight', (row) => row.weight],
  ['in_low', (row) => row.inLow],
  ['in_best', (row) => row.inBest],
];

/** The names of the columns, in order. */
export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before a leading `= + - @`, tab or carriage
 * return. For cells of text only; a negative coordinate stays the number it is.
 */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function write(records: readonly (readonly Cell[])[]): string {
  return stringify(
    records.map((cells) => cells.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell))),
    // A lone CR or LF must be quoted too; csv-stringify looks for the whole CRLF only.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/, cast: { boolean: String, number: String } },
  );
}

/** The header line of incidents.csv. */
export function csvHeader(): string {
  return write([CSV_COLUMNS]);
}

/**
 * Lines of incidents.csv as RFC 4180 has them: CRLF, quotes doubled, UTF-8 without a byte order mark (which programs
 * other than Excel take for a part of the first column's name). Lists are joined by `|`.
 */
export function csvLines(rows: readonly IncidentRow[]): string {
  return write(rows.map((row) => COLUMNS.map(([, value]) => value(row))));
}
