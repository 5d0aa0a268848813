import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Counts taken from the CSV of the bundled series by means of their own: a hand-written CSV reader, text comparison of
 * dates, and lists of actors written out here. It shares no code with the product, so that a mistake there shows.
 */
export interface CsvRow {
  readonly [column: string]: string;
}

/** A minimal RFC 4180 reader. */
export function readCsv(text: string): CsvRow[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [header = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

const folder = path.join(import.meta.dirname, '..', 'data', 'russia-militancy');
const table = (name: string) => readCsv(readFileSync(path.join(folder, `${name}.csv`), 'utf8'));

export const incidents = table('incidents');
export const links = table('links');
export const sources = table('sources');
export const regions = table('regions');

/** The Islamic State and everything that is part of it, written out by hand. */
export const ISLAMIC_STATE = ['islamic-state', 'iscp', 'iscp-ingush-group', 'iskp', 'is-supporters-ru'];

/** The first day written in an EDTF text, enough for comparing with a window: `[2018-05-08,2018-05-09]` → `2018-05-08`. */
export function firstDay(edtf: string): string {
  return edtf
    .replace(/^[[{]/, '')
    .slice(0, 10)
    .replace(/[~?%].*$/, '');
}

/** Rows inside the scope, not started by the state, in the years of the coverage. */
export const attacks = incidents.filter(
  ({ in_scope, initiator, date }) =>
    in_scope === 'true' && initiator !== 'state' && firstDay(date ?? '') >= '2017',
);

/** Links of an incident with one of the actors and the relation. */
export function linksOf(incident: string | undefined, actors: readonly string[], relation: string): CsvRow[] {
  return links.filter(
    (link) => link.incident === incident && actors.includes(link.actor ?? '') && link.relation === relation,
  );
}

/** Attacks claimed by the Islamic State or its parts. */
export const claimedByIs = attacks.filter(({ id }) => linksOf(id, ISLAMIC_STATE, 'claimed').length > 0);

/** Of those, the ones whose claim is better than possible; and the ones that nobody doubts in any way. */
export const claimedBest = claimedByIs.filter(({ id }) =>
  linksOf(id, ISLAMIC_STATE, 'claimed').some(({ certainty }) => certainty !== 'possible'),
);
export const claimedLow = claimedByIs.filter(
  ({ id, nature_disputed }) =>
    nature_disputed === 'false' &&
    linksOf(id, ISLAMIC_STATE, 'claimed').some(
      ({ certainty, disputed_by }) => certainty === 'certain' && disputed_by === '',
    ),
);

/** A sum over a numeric column, empty cells left aside. */
export function sum(rows: readonly CsvRow[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column] || 0), 0);
}
