import type { Problem } from '../../../problems/problem';
import { type ActorId, CERTAINTIES, type IncidentId, type Link, RELATIONS } from '../../../series/model';
import type { RowReader } from '../tables/row-reader';
import type { Tables } from '../tables/table';
import { buildRows } from './build-rows';
import type { IdTables } from './id-tables';

export type LinksByIncident = ReadonlyMap<IncidentId, readonly Link[]>;

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

/** Everything of a link in one text, the fields that readers sort by first. */
function sortKey({ date, ...link }: Link): string {
  const { actor, relation, certainty, claimant, outlet, disputedBy, sources } = link;
  return JSON.stringify([actor, relation, certainty, claimant, date?.edtf, outlet, disputedBy, sources]);
}

/** The links of each incident, sorted by code unit, so that the order of rows in the file means nothing. */
export function buildLinks(tables: Tables, idTables: IdTables, problems: Problem[]): LinksByIncident {
  const byIncident = new Map<IncidentId, Link[]>();
  for (const { incident, link } of buildRows(tables.get('links'), problems, (row) => tieOf(row, idTables))) {
    const links = byIncident.get(incident);
    if (links) links.push(link);
    else byIncident.set(incident, [link]);
  }
  for (const links of byIncident.values()) {
    if (links.length > 1)
      links.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
  }
  return byIncident;
}
