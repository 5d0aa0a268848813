import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { ancestorsIn } from '../../query/ancestors';
import { linkViews } from '../../query/links';
import type { Incident, Series } from '../../series/model';
import type { DaySpan } from '../../time/day';
import type { TableColumn } from './columns';
import { incidentColumns } from './incident-table';
import { linkColumns } from './link-table';

const CHUNK = 2048;

function appendRows<T>(
  appender: DuckDBAppender,
  columns: readonly TableColumn<T>[],
  rows: readonly T[],
): void {
  const types = columns.map(({ type }) => type);
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    const chunk = DuckDBDataChunk.create(types, part.length);
    for (const [i, { value }] of columns.entries()) chunk.setColumnValues(i, part.map(value));
    appender.appendDataChunk(chunk);
  }
}

async function openTable<T>(
  connection: DuckDBConnection,
  table: string,
  columns: readonly TableColumn<T>[],
): Promise<DuckDBAppender> {
  const ddl = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  await connection.run(`CREATE TABLE ${table} (${ddl})`);
  return connection.createAppender(table);
}

function widened(extent: DaySpan | null, { date: { possible } }: Incident): DaySpan {
  const [from, to] = [possible[0]!.from, possible.at(-1)!.to];
  if (!extent) return { from, to };
  return { from: from < extent.from ? from : extent.from, to: to > extent.to ? to : extent.to };
}

/** The native tables while they are filled. */
export interface LoadedTables {
  /** Takes the next incidents; over all calls they must come in order of date. */
  add(incidents: readonly Incident[]): Promise<void>;
  close(): void;
  /** The days that any incident so far may have begun on. */
  extent(): DaySpan | null;
}

/** Makes the native tables `incidents` and `links`, and fills them in order of date. */
export async function loadTables(
  connection: DuckDBConnection,
  rest: Omit<Series, 'incidents'>,
): Promise<LoadedTables> {
  const columns = incidentColumns({ ...rest, incidents: [] });
  const ofLinks = linkColumns(ancestorsIn(rest));
  const incidentTable = await openTable(connection, 'incidents', columns);
  const linkTable = await openTable(connection, 'links', ofLinks);
  let [next, extent]: [number, DaySpan | null] = [0, null];
  return {
    async add(incidents) {
      const first = next;
      next += incidents.length;
      for (const incident of incidents) extent = widened(extent, incident);
      const numbered = incidents.map((incident, i) => ({ n: first + i, incident }));
      appendRows(incidentTable, columns, numbered);
      const links = incidents.flatMap((incident, i) =>
        linkViews(incident).map((link) => ({ n: first + i, incident, link })),
      );
      appendRows(linkTable, ofLinks, links);
    },
    close() {
      incidentTable.closeSync();
      linkTable.closeSync();
    },
    extent: () => extent,
  };
}
