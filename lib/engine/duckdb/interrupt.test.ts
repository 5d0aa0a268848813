import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Engine } from '../../query/engine';
import { planRanking } from '../../query/info/series-info';
import type { FacetQuery } from '../../query/query';
import { byDate } from '../../store/revision/row-order';
import { readPackage } from '../conformance/conformance';
import { memoryRecords } from '../sql/statements/records';
import { engineOver } from './duckdb-engine';
import { loadTables } from './load-tables';

const all = planRanking('type');
const SLOW: FacetQuery = { kind: 'facet', facet: 'type', filter: all.filter };
/** A filter that can match nothing is answered without reading a row. */
const QUICK: FacetQuery = { ...SLOW, filter: { ...SLOW.filter, nothing: true } };

let engine: Engine;

/** An engine whose every incident stands there a billion times, so that counting them takes minutes. */
beforeEach(async () => {
  const series = await readPackage('fixtures/several-actors');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const tables = await loadTables(connection, series);
  const sorted = [...series.incidents].sort(byDate);
  await tables.add(sorted);
  tables.close();
  await connection.run('ALTER TABLE incidents RENAME TO held');
  await connection.run('CREATE VIEW incidents AS SELECT held.* FROM held, range(1000000000)');
  connection.closeSync();
  engine = await engineOver(instance, memoryRecords(sorted, series, tables.extent()));
});

afterEach(async () => {
  await engine.close();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds from the abort until the query rejects, and what it rejects with. */
async function abortAfter(milliseconds: number): Promise<{ reason: unknown; took: number }> {
  const controller = new AbortController();
  const running = engine.run(SLOW, controller.signal).catch((cause: unknown) => cause);
  await pause(milliseconds);
  const begun = performance.now();
  controller.abort();
  const reason = await running;
  return { reason, took: performance.now() - begun };
}

it.each([0, 1, 5, 100])('A statement that is aborted after %d ms stops at once', async (milliseconds) => {
  const { reason, took } = await abortAfter(milliseconds);
  expect(reason).toMatchObject({ name: 'AbortError' });
  expect(took).toBeLessThan(20_000);
});

it('A statement that was told to stop before a thread had begun with it stops', async () => {
  await abortAfter(20);
  const work = Array.from({ length: 8 }, () => promisify(pbkdf2)('', '', 100_000, 64, 'sha512'));
  const { reason } = await abortAfter(5);
  expect(reason).toMatchObject({ name: 'AbortError' });
  await Promise.all(work);
});

it('Connections whose statements were aborted answer the next queries', async () => {
  await Promise.all([abortAfter(50), abortAfter(50), abortAfter(50)]);
  const answers = await Promise.all([QUICK, QUICK, QUICK].map((query) => engine.run(query)));
  expect(answers).toEqual([{ values: [] }, { values: [] }, { values: [] }]);
});

it('A statement that is aborted while it waits for a connection leaves the queue', async () => {
  const busy = [new AbortController(), new AbortController()];
  const running = busy.map(({ signal }) => engine.run(SLOW, signal).catch((cause: unknown) => cause));
  const { reason, took } = await abortAfter(20);
  expect(reason).toMatchObject({ name: 'AbortError' });
  expect(took).toBeLessThan(20_000);
  const next = engine.run(QUICK);
  for (const one of busy) one.abort();
  expect(await next).toEqual({ values: [] });
  await Promise.all(running);
});

it('An abort with a reason of its own rejects with that reason', async () => {
  const controller = new AbortController();
  const running = engine.run(SLOW, controller.signal);
  setTimeout(() => controller.abort(new Error('the reader left')), 20);
  await expect(running).rejects.toThrow('the reader left');
});
