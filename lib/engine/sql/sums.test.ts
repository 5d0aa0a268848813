import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { DUCKDB } from '../duckdb/dialect';
import { steadySum } from './sums';

const ROWS = 400_000;
/** Shares of days, as months in doubt give them: 1/31, 1/30, 1/29, 1/28, and whole incidents between. */
const WEIGHT = '(CASE WHEN n % 3 = 0 THEN 1.0::DOUBLE ELSE 1.0::DOUBLE / (28 + n % 4) END)';

it('A sum of shares has the same bits at every start and with any threads, those of a plain loop', async () => {
  let [whole, fractions] = [0, 0];
  for (let n = 0; n < ROWS; n += 1) {
    if (n % 3 === 0) whole += 1;
    else fractions += 1 / (28 + (n % 4));
  }
  const meant = whole + fractions;

  const found: unknown[] = [];
  for (const threads of ['1', '2', '4', '4']) {
    const instance = await DuckDBInstance.create(':memory:', { threads });
    const connection = await instance.connect();
    await connection.run(
      `CREATE TABLE t AS SELECT n, ${WEIGHT} AS weight FROM range(${ROWS}) r(n) ORDER BY hash(n)`,
    );
    const reader = await connection.runAndReadAll(`SELECT ${steadySum(DUCKDB, 'weight')} AS best FROM t`);
    found.push(reader.getRows()[0]?.[0]);
    connection.closeSync();
    instance.closeSync();
  }

  expect(found).toEqual([meant, meant, meant, meant]);
});
