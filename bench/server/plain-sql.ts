/**
 * The work of `bench/peers`, asked of columns in a process as the server has them, and of plain SQL on DuckDB: `node --expose-gc
 * --max-old-space-size=6000 --import tsx bench/server/plain-sql.ts [--rows 1000000] [--seed 1] [--steps 40] [--threads 2]`. The columns are
 * written into a file, opened from it, and asked for a dashboard first, so that it says what opening costs, too. Stops where counts
 * differ. Milliseconds by the clock, and of the processor.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { columnarEngine } from '../../lib/engine/columnar/columnar-engine';
import { readAnswers, readColumns } from '../../lib/engine/columnar/stored/stored-columns';
import { heldColumns } from '../../lib/engine/columnar/stored/write-columns';
import { openColumnsFile, writeColumnsFile } from '../../lib/engine/stored/columns-file';
import { firstAnswers, knowing } from '../../lib/engine/stored/first-answers';
import type { Engine } from '../../lib/query/engine';
import { loadInfo } from '../../lib/query/info/load-info';
import { answerPlan } from '../../lib/query/plan/answers';
import { planView } from '../../lib/query/plan/plan';
import { parseView } from '../../lib/view/parse';
import { columnsOfRows } from '../peers/columns-of-rows';
import { ACTORS, FIRST_DAY, madeUp, REGIONS, type Rows, TYPES } from '../peers/made-up';
import { brushing, choosing } from '../peers/queries';
import { type Answer, actorOf, byCode, checksum, MONTH_OF, windowOf } from '../peers/work';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
    threads: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
const steps = Number(options.steps);

interface Timing {
  readonly time: number;
  readonly cpu: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timing & { readonly value: T }> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(used);
  return { value, time: performance.now() - begun, cpu: (user + system) / 1000 };
}

function quantile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
}

/** What is held once all that nobody needs is gone. */
async function held(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Something that answers both kinds of steps. */
interface Asked {
  readonly name: string;
  brush(step: number): Promise<Answer>;
  toggle(step: number): Promise<Answer>;
}

/** The first step stands apart: it may make what the others use. */
async function report({ name, ...asked }: Asked): Promise<number> {
  let sum = 0;
  for (const kind of ['brush', 'toggle'] as const) {
    const all: Timing[] = [];
    for (let step = 0; step < steps; step++) {
      const { value, ...timing } = await timed(() => asked[kind](step));
      all.push(timing);
      sum = (Math.imul(sum, 31) + checksum(value)) | 0;
    }
    const [first, ...others] = all;
    const times = others.map(({ time }) => time);
    const cpu = quantile(
      others.map((one) => one.cpu),
      0.5,
    );
    console.log(
      `| ${name} | ${kind} | ${quantile(times, 0.5)} | ${quantile(times, 0.95)} | ${first!.time.toFixed(0)} | ${cpu} |`,
    );
  }
  return sum;
}

async function askColumns(rows: Rows, dir: string): Promise<{ engine: Engine; close: () => void }> {
  const path = join(dir, 'columns.bin');
  const { guide, built } = await (async () => {
    const made = await timed(() => columnsOfRows(rows));
    const { sources: _, ...rest } = made.value.series;
    const about = { revision: '', madeBy: '' };
    const written = { columns: heldColumns(made.value), about, answers: firstAnswers };
    const wrote = await timed(() =>
      writeColumnsFile(
        path,
        () => written,
        async () => {},
      ),
    );
    console.log(
      `columns made in ${made.cpu.toFixed(0)} ms, written in ${wrote.cpu.toFixed(0)} ms of the processor`,
    );
    return { guide: rest, built: made.value.series };
  })();
  const size = rows.day.length;
  const bytes = async () => `${(((await held()) - before) / size).toFixed(1)} bytes an incident more`;
  const opened = await timed(async () => {
    const file = openColumnsFile(path);
    const engine = knowing(columnarEngine(readColumns(file.reader, built)), readAnswers(file.reader));
    return { engine, close: file.close };
  });
  const { engine } = opened.value;
  console.log(`${(statSync(path).size / size).toFixed(1)} bytes an incident in the file`);
  console.log(`opened in ${opened.time.toFixed(0)} ms`);
  const before = await held();
  const about = { guide, revision: '', published: '', incidents: size };
  const dashboard = (info: Awaited<ReturnType<typeof loadInfo>>, address: string) => {
    const { view } = parseView(guide.meta.id, new URLSearchParams(address), { standard: info.standard });
    return timed(() => answerPlan(engine, planView(view, info)));
  };
  const known = await timed(() => loadInfo(engine, about));
  console.log(`what a page knows beforehand: ${known.time.toFixed(0)} ms`);
  for (const address of [
    '',
    'actor=a3',
    'actor=a7',
    'region=r5',
    'from=2001&to=2015',
    'from=2001-02&to=2015-03',
  ]) {
    const { time, cpu } = await dashboard(known.value, address);
    console.log(
      `dashboard ?${address}: ${time.toFixed(0)} ms, ${cpu.toFixed(0)} of the processor; ${await bytes()}`,
    );
  }
  return opened.value;
}

async function tableOf(
  { day, actor, type, region, killed }: Rows,
  connection: DuckDBConnection,
): Promise<void> {
  await connection.run('CREATE TABLE rows (day INT, month INT, actor INT, type INT, region INT, killed INT)');
  const appender = await connection.createAppender('rows');
  for (let row = 0; row < day.length; row++) {
    const month = MONTH_OF[day[row]! - FIRST_DAY]!;
    for (const one of [day[row]!, month, actor[row]!, type[row]!, region[row]!, killed[row]!]) {
      appender.appendInteger(one);
    }
    appender.endRow();
  }
  appender.closeSync();
  await connection.run('CREATE TABLE sorted AS FROM rows ORDER BY day; DROP TABLE rows');
}

function askSql(connection: DuckDBConnection): Asked {
  const read = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
  const counts = async (column: string, where: string, size?: number) => {
    const found = await read(`SELECT ${column}, count(*) FROM sorted WHERE ${where} GROUP BY 1`);
    return byCode(
      found.map(([code = 0, count = 0]) => [code, count] as const),
      size,
    );
  };
  const rest = async (where: string) => {
    const [[total = 0, killed = 0] = []] = await read(
      `SELECT count(*), sum(killed) FROM sorted WHERE ${where}`,
    );
    const [types, regions] = [await counts('type', where, TYPES), await counts('region', where, REGIONS)];
    return { total, killed, types, regions };
  };
  return {
    name: 'DuckDB',
    async brush(step) {
      const { from, to } = windowOf(step);
      const where = `day BETWEEN ${from} AND ${to}`;
      return { ...(await rest(where)), actors: await counts('actor', where, ACTORS), months: null };
    },
    async toggle(step) {
      const where = `actor = ${actorOf(step)}`;
      return { ...(await rest(where)), actors: null, months: await counts('month', where) };
    },
  };
}

const rows = madeUp(Number(options.rows), Number(options.seed));
const dir = mkdtempSync(join(tmpdir(), 'annals-plain-'));
try {
  const { engine, close } = await askColumns(rows, dir);
  const ask = async ({ queries, answer }: ReturnType<typeof brushing>) =>
    answer(await Promise.all(queries.map((query) => engine.run(query))));
  const columns: Asked = {
    name: 'columns',
    brush: (step) => ask(brushing(windowOf(step))),
    toggle: (step) => ask(choosing(actorOf(step))),
  };
  console.log('\n| | | median | 95 % | first | processor |\n|---|---|---|---|---|---|');
  const counted = await report(columns);
  close();
  if (!options.only.includes('columns')) {
    const instance = await DuckDBInstance.create(':memory:', { threads: options.threads });
    const connection = await instance.connect();
    await tableOf(rows, connection);
    if ((await report(askSql(connection))) !== counted) throw new Error('The counts differ.');
    connection.closeSync();
    instance.closeSync();
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
