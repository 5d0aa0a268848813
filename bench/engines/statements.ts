/**
 * How values reach a statement: bound to one that is kept prepared (as the engine does it), bound to one prepared anew, or
 * written into its text. `tsx bench/engines/statements.ts --package data/russia-militancy`, or over the series that
 * `bench/files/import-once.ts FILE --store DIR` imported: `--store DIR`; over 50,000 incidents its index is read. Each round moves
 * the end of the window by a day, the three interleaved. Prints medians of CPU time in milliseconds for the statements of
 * the default view.
 */
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { median } from 'd3-array';
import { bindValues } from '../../lib/engine/duckdb/connection';
import { DUCKDB } from '../../lib/engine/duckdb/dialect';
import { SETTINGS } from '../../lib/engine/duckdb/duckdb-engine';
import { openIndexedEngine } from '../../lib/engine/duckdb/indexed-engine';
import { loadTables } from '../../lib/engine/duckdb/load-tables';
import { answer } from '../../lib/engine/sql/answer';
import type { SqlRow, Statement } from '../../lib/engine/sql/statement';
import { memoryRecords } from '../../lib/engine/sql/statements/records';
import { importDataPackage } from '../../lib/importers/datapackage/datapackage';
import { readPackageFolder } from '../../lib/importers/datapackage/read-folder';
import { type Plan, planView } from '../../lib/query/plan/plan';
import type { Query } from '../../lib/query/query';
import type { DatasetId, Series, SeriesGuide } from '../../lib/series/model';
import { indexFile, revisionDir } from '../../lib/store/log/layout';
import { current } from '../../lib/store/publish/publish';
import { readHead, readRevision } from '../../lib/store/revision/read-revision';
import { byDate } from '../../lib/store/revision/row-order';
import { defaultView } from '../../lib/view/keys';

const ID = 'bench' as DatasetId;
const MOST_HELD = 50_000;

interface Opened {
  readonly instance: DuckDBInstance;
  readonly guide: SeriesGuide;
}

async function openSeries(series: Series): Promise<Opened> {
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const connection = await instance.connect();
  const tables = await loadTables(connection, series);
  await tables.add([...series.incidents].sort(byDate));
  tables.close();
  connection.closeSync();
  return { instance, guide: series };
}

async function openStore(store: string): Promise<Opened> {
  const { revision } = (await current(store, ID))!;
  const head = await readHead(revisionDir(store, ID, revision));
  if (head.incidents <= MOST_HELD) return openSeries(await readRevision(revisionDir(store, ID, revision)));
  await (await openIndexedEngine(store, ID, revision, head)).close();
  const file = indexFile(store, ID, revision);
  return {
    instance: await DuckDBInstance.create(file, { ...SETTINGS, access_mode: 'READ_ONLY' }),
    guide: head.rest,
  };
}

async function openPackage(folder: string): Promise<Opened> {
  const { series } = importDataPackage(ID, await readPackageFolder(folder));
  if (!series) throw new Error(`${folder} does not import`);
  return openSeries(series);
}

/** The statements of a query; those that follow from what came back are left out. */
async function statementsOf(query: Query, { fields, regions }: SeriesGuide): Promise<readonly Statement[]> {
  const asked: Statement[] = [];
  const ask = async (statement: Statement): Promise<readonly SqlRow[]> => {
    asked.push(statement);
    return [];
  };
  const records = memoryRecords([], { sources: [], fields, regions }, null);
  await answer({ dialect: DUCKDB, ask, records }, query);
  return asked;
}

function queriesOf({
  facets,
  comparison: _,
  days: __,
  ...panels
}: Plan): readonly (readonly [string, Query])[] {
  const asked = Object.entries(panels).flatMap(([name, query]) => (query ? [[name, query] as const] : []));
  return [...asked, ...Object.entries(facets).map(([name, query]) => [`facet ${name}`, query] as const)];
}

function shifted({ sql, values }: Statement, days: number): Statement {
  const to = values.to_day;
  return to?.type === 'integer'
    ? { sql, values: { ...values, to_day: { ...to, value: to.value - days } } }
    : { sql, values };
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

type Way = (connection: DuckDBConnection, statement: Statement) => Promise<unknown>;

/** Values in the text, which the engine never does: it bounds what binding them costs. */
const written: Way = (connection, { sql, values }) =>
  connection.runAndReadAll(sql.replace(/\$(\w+)::/g, (_, name) => `${literal(values[name]?.value)}::`));

const anew: Way = async (connection, { sql, values }) => {
  const statement = await connection.prepare(sql);
  bindValues(statement, values);
  await statement.runAndReadAll();
  statement.destroySync();
};

function prepared(): Way {
  const ready = new Map<string, ReturnType<DuckDBConnection['prepare']>>();
  return async (connection, { sql, values }) => {
    const waiting = ready.get(sql) ?? connection.prepare(sql);
    ready.set(sql, waiting);
    const statement = await waiting;
    bindValues(statement, values);
    await statement.runAndReadAll();
  };
}

async function timeCpu(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      package: { type: 'string', default: 'data/russia-militancy' },
      store: { type: 'string' },
      rounds: { type: 'string', default: '11' },
    },
  });
  const { instance, guide } = await (values.store ? openStore(values.store) : openPackage(values.package));
  const connection = await instance.connect();
  const ways = [prepared(), anew, written];
  const sums = ways.map(() => 0);
  const line = (name: string, cells: readonly (number | string)[]) =>
    console.log(
      name.padEnd(24) +
        cells.map((one) => (typeof one === 'number' ? one.toFixed(2) : one).padStart(14)).join(''),
    );
  line('', ['prepared', 'prepared anew', 'written']);
  const plan = planView(defaultView(ID), { guide, ranking: { actor: [], type: [], region: [] } });
  for (const [name, query] of queriesOf(plan)) {
    const statements = await statementsOf(query, guide);
    const times: number[][] = ways.map(() => []);
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [at, way] of ways.entries()) {
        const run = async () => {
          for (const one of statements) await way(connection, shifted(one, round % 7));
        };
        times[at]!.push(await timeCpu(run));
      }
    }
    const medians = times.map((all) => median(all.slice(1)) ?? 0);
    for (const [at, one] of medians.entries()) sums[at]! += one;
    line(name, medians);
  }
  line('all', sums);
}

await main();
