import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { DUCKDB } from '../duckdb/dialect';
import type { SqlRow } from './statement';
import { reportedOf, reportedSql, steadySum } from './sums';

const ROWS = 400_000;
/** Shares of days, as months in doubt give them: 1/31, 1/30, 1/29, 1/28, and whole incidents between. */
const WEIGHT = '(CASE WHEN n % 3 = 0 THEN 1.0::DOUBLE ELSE 1.0::DOUBLE / (28 + n % 4) END)';

async function ask(table: string, select: string, threads: string): Promise<SqlRow> {
  const instance = await DuckDBInstance.create(':memory:', { threads });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE t AS ${table}`);
  const [row = {}] = (await connection.runAndReadAll(`SELECT ${select} FROM t`)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return row as SqlRow;
}

it('A sum of shares has the same bits at every start and with any threads, and is that of counting alike ones', async () => {
  const counts = [0, 0, 0, 0];
  let meant = 0;
  for (let n = 0; n < ROWS; n += 1) {
    if (n % 3 === 0) meant += 1;
    else counts[n % 4]! += 1;
  }
  for (const [at, count] of counts.entries()) meant += count / (28 + at);

  const found: unknown[] = [];
  for (const threads of ['1', '2', '4', '4']) {
    const table = `SELECT n, ${WEIGHT} AS weight FROM range(${ROWS}) r(n) ORDER BY hash(n)`;
    found.push((await ask(table, `${steadySum(DUCKDB, 'weight')} AS best`, threads)).best);
  }

  expect(new Set(found).size).toBe(1);
  expect(Math.abs(Number(found[0]) - meant)).toBeLessThan(1e-15 * meant);
});

it('Three thirds are one', async () => {
  const table = 'SELECT CAST(1 AS DOUBLE) / 3 AS weight FROM range(3)';
  expect(await ask(table, `${steadySum(DUCKDB, 'weight')} AS best`, '1')).toEqual({ best: 1 });
});

it.each([
  ['tiny ones', '2e-30', 2e-27],
  ['ones below nought', '-0.75', -750],
  ['huge ones', '3e200', 3e203],
  ['ones with a fraction', '1234567.125', 1234567125],
  ['ones between whole and tiny', '1.5e-9', 1.5e-6],
])('A thousand numbers add up: %s', async (_, value, sum) => {
  const table = `SELECT CAST(${value} AS DOUBLE) AS own_size_number, CAST(1 AS DOUBLE) AS weight, true AS in_low,
    false AS nature_disputed FROM range(1000)`;
  const { low, best, high } = reportedOf(await ask(table, reportedSql(DUCKDB, '.size'), '1'));
  for (const end of [low, best, high]) {
    expect(Math.abs(end! - sum)).toBeLessThan(Math.abs(sum) * 1e-12);
  }
});
