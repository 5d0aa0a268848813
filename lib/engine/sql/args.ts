/**
 * The columns of `args`. A statement reads its values there instead of naming parameters: DuckDB plans a statement with
 * parameters anew at each run, which takes several times as long as running it over a few thousand incidents.
 */
export const ARGS = {
  from_day: 'INTEGER',
  to_day: 'INTEGER',
  initiators: 'VARCHAR[]',
  types: 'VARCHAR[]',
  regions: 'VARCHAR[]',
  relations: 'VARCHAR[]',
  certainties: 'VARCHAR[]',
  actors: 'VARCHAR[]',
  words: 'VARCHAR[]',
  own_values: 'VARCHAR[][]',
  series_each: 'VARCHAR[]',
  series_beyond: 'VARCHAR[]',
  series_only: 'VARCHAR[]',
  series_not: 'VARCHAR[]',
  named: 'VARCHAR[]',
  edges: 'INTEGER[]',
  row_limit: 'INTEGER',
  row_offset: 'INTEGER',
  number: 'INTEGER',
  id: 'VARCHAR',
  numbers: 'INTEGER[]',
} as const;

type Types = typeof ARGS;
interface ValueOf {
  readonly INTEGER: number;
  readonly VARCHAR: string;
  readonly 'INTEGER[]': readonly number[];
  readonly 'VARCHAR[]': readonly string[];
  readonly 'VARCHAR[][]': readonly (readonly string[])[];
}

/** The values that a statement reads from `args`. */
export type Args = { readonly [Name in keyof Types]?: ValueOf[Types[Name]] };
