import type { Series } from '../../series/model';
import { fromRecord, type IncidentRecord, RECORD_COLUMNS } from '../../store/incident-record';
import type { DaySpan } from '../../time/day';
import type { Ask, Records } from '../sql/records';
import { numberOf } from '../sql/statement';
import { StatementWriter } from '../sql/statement-writer';
import { DUCKDB } from './dialect';

/**
 * The statement names its numbers, so that DuckDB reads no more of a large table than the blocks they lie in; it knows
 * them before it runs, which it does not where they come from a list that is bound.
 */
function recordsSql(numbers: readonly number[], hasOwn: boolean): string {
  const names = [...RECORD_COLUMNS, ...(hasOwn ? ['own'] : [])].map((name) => `"${name}"`);
  const wanted = [...new Set(numbers)].map((n) => Math.trunc(n)).join(', ');
  return `SELECT n, to_json(t)::VARCHAR AS record FROM (
  SELECT n, {${names.map((name) => `${name}: ${name}`).join(', ')}} AS t FROM (
    SELECT n, ${names.join(', ')} FROM records WHERE n IN (${wanted})))`;
}

async function fetchRecords(numbers: readonly number[], ask: Ask, hasOwn: boolean) {
  const rows = numbers.length === 0 ? [] : await ask({ sql: recordsSql(numbers, hasOwn), values: {} });
  return new Map(
    rows.map((row) => [numberOf(row, 'n'), fromRecord(JSON.parse(String(row.record)) as IncidentRecord)]),
  );
}

/** Records in the table `records` beside the tables that are queried. */
export function storedRecords(
  { sources, fields }: Pick<Series, 'sources' | 'fields'>,
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
    extent,
  };
}
