import { expect, it } from 'vitest';
import { everyQuery, readPackage, wholeFilter } from '../conformance/conformance';
import { DUCKDB } from '../duckdb/dialect';
import { answer } from './answer';
import type { Dialect } from './dialect';
import { memoryRecords } from './statements/records';

const call = (name: string) => `«${name}»`;

/** A dialect of a database that there is not: each of its words is a mark. */
const MARKED: Dialect = {
  parameter: call,
  nullText: call('nullText'),
  holds: () => call('holds'),
  shares: () => call('shares'),
  common: () => call('common'),
  length: () => call('length'),
  first: () => call('first'),
  contains: () => call('contains'),
  explode: () => call('explode'),
  explodePairs: () => call('explodePairs'),
  spansMeet: () => call('spansMeet'),
  daysOfSpans: () => call('daysOfSpans'),
  endsOfSpans: () => ({ first: call('first'), last: call('last') }),
  countIf: () => call('countIf'),
  sumIf: () => call('sumIf'),
  wholeSumIf: () => call('wholeSumIf'),
  minIf: () => call('minIf'),
  anyTrue: () => call('anyTrue'),
};

/** What DuckDB says in its own way: lists, lambdas, casts, filtered aggregates, parameters. */
const DUCKDB_WORDS = /::|\b(unnest|list_\w+|len|lambda|bool_or)\b|\bFILTER\b|\bREPLACE\b|\$\w/;

async function statementsIn(dialect: Dialect): Promise<readonly string[]> {
  const series = await readPackage('fixtures/several-actors');
  const all = wholeFilter(series);
  const narrow = { ...all, actors: ['a'], types: ['t'], regions: ['r'], words: ['w'], initiators: ['state'] };
  const clauses = { split: 'actor', each: ['a'], beyond: ['b'], only: ['c'], not: ['d'] } as const;
  const texts: string[] = [];
  const ask = async ({ sql }: { readonly sql: string }) => {
    texts.push(sql);
    return [];
  };
  for (const query of everyQuery({ ...narrow, series: clauses }, series)) {
    await answer({ dialect, ask, records: memoryRecords([], series, null) }, query);
  }
  return texts;
}

it('Statements have no word of DuckDB but those of its dialect', async () => {
  expect((await statementsIn(MARKED)).filter((sql) => DUCKDB_WORDS.test(sql))).toEqual([]);
  expect((await statementsIn(DUCKDB)).every((sql) => DUCKDB_WORDS.test(sql))).toBe(true);
});
