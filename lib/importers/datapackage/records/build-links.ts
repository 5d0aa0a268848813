import type { Problem } from '../../../problems/problem';
import { type ActorId, CERTAINTIES, type IncidentId, type Link, RELATIONS } from '../../../series/model';
import type { Passes } from '../tables/passes';
import { type RowReader, readerOf } from '../tables/row-reader';
import { eachRow, type Tables } from '../tables/table';
import { HeldLinks } from './held-links';
import type { IdTables } from './id-tables';

interface Tie {
  readonly incident: IncidentId;
  readonly link: Link;
}

function tieOf(row: RowReader, idTables: IdTables): Tie {
  row.filled('incident');
  row.filled('actor');
  return {
    incident: row.ref('incident', idTables.incidents) ?? ('' as IncidentId),
    link: {
      actor: row.ref('actor', idTables.actors) ?? ('' as ActorId),
      relation: row.oneOf('relation', RELATIONS),
      certainty: row.oneOf('certainty', CERTAINTIES),
      claimant: row.ref('claimant', idTables.actors),
      disputedBy: row.list('disputed_by'),
      outlet: row.text('outlet'),
      date: row.date('date'),
      sources: row.refs('source_ids', idTables.sources),
    },
  };
}

/** The links of all incidents. */
export function* buildLinks(tables: Tables, idTables: IdTables, problems: Problem[]): Passes<HeldLinks> {
  const held = new HeldLinks();
  yield* eachRow(tables.get('links'), (row) => {
    const reader = readerOf(row, problems);
    const { incident, link } = tieOf(reader, idTables);
    if (reader.ok()) held.add(idTables.incidents.placeOf(incident), link);
  });
  held.sort();
  return held;
}
