import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import {
  Coordinator,
  clauseInterval,
  clausePoint,
  makeClient,
  Selection,
  wasmConnector,
} from '@uwdata/mosaic-core';
import { count, Query, sum } from '@uwdata/mosaic-sql';
import { ACTORS, FIRST_DAY, LAST_DAY, REGIONS, type Rows, TYPES } from '../made-up';
import { byCode, type Measured, MONTH_OF } from '../work';

/** DuckDB in a worker, with the rows in a table; they come as CSV, which it reads without an extension. */
async function database({ day, actor, type, region, killed }: Rows) {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker('duckdb.worker.js'));
  await database.instantiate(new URL('duckdb.wasm', location.href).href);
  const parts: string[] = ['day,month,actor,type,region,killed\n'];
  for (let row = 0; row < day.length; row++) {
    const month = MONTH_OF[day[row]! - FIRST_DAY];
    parts.push(`${day[row]},${month},${actor[row]},${type[row]},${region[row]},${killed[row]}\n`);
  }
  await database.registerFileText('rows.csv', parts.join(''));
  const connection = await database.connect();
  const names = ['day', 'month', 'actor', 'type', 'region', 'killed'];
  const types = names.map((name) => `'${name}': 'INTEGER'`).join(', ');
  await connection.query(
    `CREATE TABLE rows AS FROM read_csv('rows.csv', header = true, columns = {${types}})`,
  );
  await database.dropFile('rows.csv');
  return { database, connection };
}

interface Found {
  toArray(): readonly Readonly<Record<string, number | bigint>>[];
}

/** Mosaic: a client for each panel, a selection that filters all but the panel that it comes from. */
async function open(rows: Rows, beforehand: boolean): Promise<Measured> {
  const { database: duckdb, connection } = await database(rows);
  const coordinator = new Coordinator(wasmConnector({ duckdb, connection }), {
    logger: null,
    preagg: { enabled: beforehand },
  });
  const selection = Selection.crossfilter();
  const found = new Map<string, Found>();
  let [missing, ready]: [Set<string>, () => void] = [new Set(), () => undefined];
  const client = (name: string, select: object, by: string | null) =>
    makeClient({
      coordinator,
      selection,
      query: (filter: unknown) => {
        const query = Query.from('rows').select(select).where(filter);
        return by === null ? query : query.groupby(by);
      },
      queryResult: (data: Found) => {
        found.set(name, data);
        missing.delete(name);
        if (missing.size === 0) ready();
      },
    });
  const panel = (name: string) => client(name, { code: name, count: count() }, name);
  const answered = (names: readonly string[], change: () => void) =>
    new Promise<void>((resolve) => {
      [missing, ready] = [new Set(names), resolve];
      change();
    });
  const panels = new Map<string, unknown>();
  const all = ['sums', 'actor', 'type', 'region', 'month'];
  await answered(all, () => {
    panels.set('sums', client('sums', { total: count(), killed: sum('killed') }, null));
    for (const name of all.slice(1)) panels.set(name, panel(name));
  });
  const [brush, choice] = [{}, {}];
  const scale = { type: 'linear', domain: [FIRST_DAY, LAST_DAY + 1], range: [0, LAST_DAY + 1 - FIRST_DAY] };
  const interval = (value: readonly number[] | null) =>
    clauseInterval('day', value, { source: brush, clients: new Set([panels.get('month')]), scale });
  const point = (value: number | undefined) =>
    clausePoint('actor', value, { source: choice, clients: new Set([panels.get('actor')]) });
  const counts = (name: string, size?: number) =>
    byCode(
      found
        .get(name)!
        .toArray()
        .map(({ code, count: number }) => [Number(code), Number(number)] as const),
      size,
    );
  const rest = () => {
    const [sums] = found.get('sums')!.toArray();
    const [types, regions] = [counts('type', TYPES), counts('region', REGIONS)];
    return { total: Number(sums!.total), killed: Number(sums!.killed ?? 0), types, regions };
  };
  let last: 'brush' | 'toggle' | null = null;
  const step = async (kind: 'brush' | 'toggle', names: readonly string[], clause: object) => {
    if (last !== kind) {
      // What the other kind of step has left is taken back, and does not count.
      const others =
        kind === 'brush' ? all.filter((name) => name !== 'actor') : all.filter((name) => name !== 'month');
      if (last !== null)
        await answered(others, () => selection.update(kind === 'brush' ? point(undefined) : interval(null)));
      if (beforehand) selection.activate(clause);
      last = kind;
    }
    const begun = performance.now();
    await answered(names, () => selection.update(clause));
    return performance.now() - begun;
  };
  return {
    async brush({ from, to }) {
      const time = await step('brush', ['sums', 'actor', 'type', 'region'], interval([from, to]));
      return {
        time,
        withMessages: time,
        answer: () => ({ ...rest(), actors: counts('actor', ACTORS), months: null }),
      };
    },
    async toggle(wanted) {
      const time = await step('toggle', ['sums', 'type', 'region', 'month'], point(wanted));
      return {
        time,
        withMessages: time,
        answer: () => ({ ...rest(), actors: null, months: counts('month') }),
      };
    },
  };
}

export const openMosaic = (rows: Rows): Promise<Measured> => open(rows, true);
export const openMosaicPlain = (rows: Rows): Promise<Measured> => open(rows, false);
