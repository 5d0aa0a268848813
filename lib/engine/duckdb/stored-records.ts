import { pause } from '../../caches/pause';
import type { Incident, Series } from '../../series/model';
import { rootRegions } from '../../series/places/region-tree';
import { fromRecord, type IncidentRecord } from '../../store/incidents/incident-record';
import { RECORD_COLUMNS } from '../../store/incidents/parquet/shapes';
import type { DaySpan } from '../../time/day';
import { numberOf, type Statement } from '../sql/statement';
import { StatementWriter } from '../sql/statement-writer';
import type { Ask, Records } from '../sql/statements/records';
import { DUCKDB } from './dialect';

/** Numbers from which on a table of them is joined: a list is gone through for each row. 20,000 of 200,000: 0.4 s against 5.3. */
const MANY = 200;

/**
 * The span of the numbers lets DuckDB pass over the blocks of a large table outside it, and the list is looked up only for
 * rows in it. `n IN (…)` takes four times as long where few are far apart.
 */
function recordsSql(numbers: readonly number[], hasOwn: boolean): Statement {
  const sql = new StatementWriter(DUCKDB);
  const names = [...RECORD_COLUMNS, ...(hasOwn ? ['own'] : [])].map((name) => `"${name}"`);
  const first = sql.bind('first', 'integer', Math.min(...numbers));
  const last = sql.bind('last', 'integer', Math.max(...numbers));
  const list = sql.bind('numbers', 'integers', numbers);
  const wanted = numbers.length < MANY ? DUCKDB.holds(list, 'n') : `n IN (SELECT ${DUCKDB.explode(list)})`;
  const select = `SELECT n, to_json(t)::VARCHAR AS record FROM (
  SELECT n, {${names.map((name) => `${name}: ${name}`).join(', ')}} AS t FROM (
    SELECT n, ${names.join(', ')} FROM records WHERE n BETWEEN ${first} AND ${last} AND ${wanted}))`;
  return sql.finish([], select);
}

/** Records that are read in one go: a few thousandths of a second, for who waits meanwhile waits many times. */
const AT_ONCE = 100;

async function fetchRecords(numbers: readonly number[], ask: Ask, hasOwn: boolean) {
  const rows = numbers.length === 0 ? [] : await ask(recordsSql(numbers, hasOwn));
  const found = new Map<number, Incident>();
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % AT_ONCE === 0) await pause();
    found.set(numberOf(row, 'n'), fromRecord(JSON.parse(String(row.record)) as IncidentRecord));
  }
  return found;
}

/** Records in the table `records` beside the tables that are queried. */
export function storedRecords(
  { sources, fields, regions }: Pick<Series, 'sources' | 'fields' | 'regions'>,
  extent: DaySpan | null,
): Records {
  return {
    async at(numbers, ask) {
      const found = await fetchRecords(numbers, ask, fields.length > 0);
      return numbers.map((n) => found.get(n)!);
    },
    async numberOf(id, ask) {
      const sql = new StatementWriter(DUCKDB);
      const select = `SELECT n FROM incidents WHERE by_id = ${sql.bind('id', 'text', id)}`;
      const [row] = await ask(sql.finish([], select));
      return row ? numberOf(row, 'n') : null;
    },
    sources: new Map(sources.map((source) => [source.id, source])),
    fields,
    rootRegions: rootRegions(regions),
    extent,
  };
}
