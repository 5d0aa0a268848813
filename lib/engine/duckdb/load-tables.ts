import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { prepareSeries } from '../../query/prepare';
import type { Incident, IncidentId, Series, Source } from '../../series/model';
import { byCodePoint } from '../../series/text';
import type { DaySpan } from '../../time/day';
import type { TableColumn } from './columns';
import { incidentColumns } from './incident-table';
import { linkColumns } from './link-table';

/** What stays outside the database: whole records, for answers that hold them. */
export interface Catalog {
  readonly series: Series;
  /** By number, which is also the order by date. */
  readonly incidents: readonly Incident[];
  readonly numbers: ReadonlyMap<IncidentId, number>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The days that any incident may have begun on; null where there is none. */
  readonly extent: DaySpan | null;
}

const CHUNK = 2048;

async function fill<T>(
  connection: DuckDBConnection,
  table: string,
  columns: readonly TableColumn<T>[],
  rows: readonly T[],
): Promise<void> {
  const ddl = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
  await connection.run(`CREATE TABLE ${table} (${ddl})`);
  const appender = await connection.createAppender(table);
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    const chunk = DuckDBDataChunk.create(
      columns.map(({ type }) => type),
      part.length,
    );
    for (const [i, { value }] of columns.entries()) chunk.setColumnValues(i, part.map(value));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function nullsLast(a: number | null, b: number | null): number {
  return a === null || b === null ? (a === null ? 1 : 0) - (b === null ? 1 : 0) : a - b;
}

function byDate(a: Incident, b: Incident): number {
  return (
    nullsLast(a.date.earliest, b.date.earliest) ||
    nullsLast(a.date.latest, b.date.latest) ||
    byCodePoint(a.id, b.id)
  );
}

function extentOf(incidents: readonly Incident[]): DaySpan | null {
  let extent: DaySpan | null = null;
  for (const { possible } of incidents.map(({ date }) => date)) {
    const [from, to] = [possible[0]!.from, possible.at(-1)!.to];
    extent = extent
      ? { from: from < extent.from ? from : extent.from, to: to > extent.to ? to : extent.to }
      : { from, to };
  }
  return extent;
}

/** Fills the native tables `incidents` and `links`, both in order of date. */
export async function loadTables(connection: DuckDBConnection, series: Series): Promise<Catalog> {
  const prepared = prepareSeries(series);
  const sorted = [...prepared.incidents].sort((a, b) => byDate(a.incident, b.incident));
  const incidents = sorted.map(({ incident }) => incident);
  const links = sorted.flatMap((one, n) => one.links.map((link) => ({ n, one, link })));
  await fill(
    connection,
    'incidents',
    incidentColumns(series),
    incidents.map((incident, n) => ({ n, incident })),
  );
  await fill(connection, 'links', linkColumns(prepared), links);
  return {
    series,
    incidents,
    numbers: new Map(incidents.map(({ id }, n) => [id, n])),
    sources: new Map(series.sources.map((source) => [source.id, source])),
    extent: extentOf(incidents),
  };
}
