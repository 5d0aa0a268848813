import type { Problem } from '../../../problems/problem';
import type { Actor, ActorId, ActorRelation } from '../../../series/model';
import { parseEventDate } from '../../../time/edtf';
import type { Passes } from '../tables/passes';
import type { RowReader } from '../tables/row-reader';
import type { Tables } from '../tables/table';
import { buildEntries, buildRows } from './build-rows';
import type { IdTables } from './id-tables';

/** An EDTF bound kept as written. */
function bound(row: RowReader, column: string): string | null {
  const text = row.text(column);
  const parsed = text === null ? null : parseEventDate(text);
  if (parsed?.kind === 'problem') row.fail(column, 'bad-date', parsed.reason);
  return text;
}

/** The actors of the package, in the order of its table. An actor without a short name goes by its name. */
export function buildActors(tables: Tables, idTables: IdTables, problems: Problem[]): Passes<Actor[]> {
  return buildEntries(tables.get('actors'), problems, idTables.actors.declare, (row) => ({
    id: row.id(),
    name: row.filled('name'),
    shortName: row.text('short_name') ?? row.filled('name'),
    aliases: row.list('aliases'),
    kind: row.text('kind'),
    ideology: row.text('ideology'),
    activeFrom: bound(row, 'active_from'),
    activeTo: bound(row, 'active_to'),
    homeBase: row.text('home_base'),
    notes: row.text('notes'),
    sources: row.refs('source_ids', idTables.sources),
  }));
}

/** Actors made from the ids that links, relations and coverage notes name, where the package has no table of them. */
export function actorsFromIds(idTables: IdTables): Actor[] {
  const unknown = { aliases: [], kind: null, ideology: null, activeFrom: null, activeTo: null };
  const none = { homeBase: null, notes: null, sources: [] };
  return idTables.actors.ids().map((id) => ({ id, name: id, shortName: id, ...unknown, ...none }));
}

/** The relations between actors, in the order of their table. */
export function buildRelations(
  tables: Tables,
  idTables: IdTables,
  problems: Problem[],
): Passes<ActorRelation[]> {
  const end = (row: RowReader, column: string): ActorId => {
    row.filled(column);
    return row.ref(column, idTables.actors) ?? ('' as ActorId);
  };
  return buildRows(tables.get('actor_relations'), problems, (row) => ({
    child: end(row, 'child'),
    parent: end(row, 'parent'),
    kind: row.oneOf('kind', ['part', 'tie']),
    from: row.date('from'),
    to: row.date('to'),
    note: row.text('note'),
  }));
}
