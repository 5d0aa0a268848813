import type { Problem } from '../../../problems/problem';
import type { Annotation, CoverageNote, NamedView, ReferenceCount } from '../../../series/model';
import type { Day } from '../../../time/day';
import type { EventDate } from '../../../time/event-date';
import type { Passes } from '../tables/passes';
import type { RowReader } from '../tables/row-reader';
import type { Tables } from '../tables/table';
import { buildRows } from './build-rows';
import type { IdTables } from './id-tables';

const QUERY = /^[a-z]+=[^&=#\s]+(&[a-z]+=[^&=#\s]+)*$/;

/** First and last day, both inclusive. */
function spanOf(row: RowReader): { from: Day; to: Day } {
  const [from, to] = [row.day('from'), row.day('to')];
  if (row.ok() && from > to) row.fail('to', 'reversed-span', 'the last day is before the first');
  return { from, to };
}

/** A query string in its outer shape; whether its keys and ids mean anything is for the view to say. */
function queryOf(row: RowReader, column: string): string {
  const text = row.text(column) ?? '';
  if (text !== '' && !QUERY.test(text)) row.fail(column, 'bad-query', 'not written as key=value&key=value');
  return text;
}

/** The notes on what was watched less well. */
export function buildCoverageNotes(
  tables: Tables,
  idTables: IdTables,
  problems: Problem[],
): Passes<CoverageNote[]> {
  return buildRows(tables.get('coverage'), problems, (row) => {
    const regions = row.refs('regions', idTables.regions);
    return {
      id: row.id(),
      ...spanOf(row),
      kind: row.oneOf('kind', ['gap', 'thin', 'sample']),
      actors: row.refs('actors', idTables.actors),
      types: row.refs('types', idTables.types),
      ...(regions.length === 0 ? {} : { regions }),
      text: row.filled('text'),
    };
  });
}

/** Dated context. */
export function buildAnnotations(
  tables: Tables,
  idTables: IdTables,
  problems: Problem[],
): Passes<Annotation[]> {
  return buildRows(tables.get('annotations'), problems, (row) => {
    row.filled('date');
    return {
      id: row.id(),
      date: row.date('date') as EventDate,
      label: row.filled('label'),
      text: row.filled('text'),
      sources: row.refs('source_ids', idTables.sources),
    };
  });
}

/** Counts that others published. Their scope has no window: `from` and `to` say it. */
export function buildReferenceCounts(
  tables: Tables,
  idTables: IdTables,
  problems: Problem[],
): Passes<ReferenceCount[]> {
  return buildRows(tables.get('reference_counts'), problems, (row) => {
    const scope = queryOf(row, 'scope');
    if (/(^|&)(from|to)=/.test(scope)) row.fail('scope', 'bad-query', 'the window stands in from and to');
    return {
      id: row.id(),
      who: row.filled('who'),
      basis: row.filled('basis'),
      value: row.filled('value'),
      scope,
      ...spanOf(row),
      openEnd: row.flag('open_end', false),
      sources: row.refs('source_ids', idTables.sources),
      note: row.filled('note'),
    };
  });
}

/** Views offered by name. An empty query is the whole series. */
export function buildNamedViews(tables: Tables, problems: Problem[]): Passes<NamedView[]> {
  return buildRows(tables.get('named_views'), problems, (row) => ({
    id: row.id(),
    label: row.filled('label'),
    description: row.text('description') ?? '',
    query: queryOf(row, 'query'),
  }));
}
