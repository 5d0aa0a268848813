import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { ARGS, type Args } from '../sql/args';

/** A type as `from_json` describes it: a list as a list of what it holds. */
function shapeOf(type: string): unknown {
  return type.endsWith('[]') ? [shapeOf(type.slice(0, -2))] : type;
}

const NAMES = Object.keys(ARGS) as (keyof typeof ARGS)[];
const TABLE = `CREATE OR REPLACE TEMP TABLE args (${NAMES.map((name) => `${name} ${ARGS[name]}`).join(', ')})`;
const SHAPE = JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, shapeOf(ARGS[name])])));
const NOTHING: Args = Object.fromEntries(NAMES.map((name) => [name, ARGS[name].endsWith('[]') ? [] : 0]));
/** Rows that were deleted stay in memory until the table is made anew; then every statement is planned anew, too. */
const WRITES = 2000;

/** DuckDB refuses JSON with half of a surrogate pair, which a request could hold and no incident does. */
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString() : value;
}

/** The one row of the temporary table `args` of a connection. */
export class ArgsTable {
  private held: Args = NOTHING;
  private json = '';
  private writes = 0;
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly clear: DuckDBPreparedStatement,
    private readonly insert: DuckDBPreparedStatement,
  ) {}

  static async create(connection: DuckDBConnection): Promise<ArgsTable> {
    await connection.run(TABLE);
    const clear = await connection.prepare('DELETE FROM args');
    const insert = await connection.prepare(
      `INSERT INTO args SELECT unnest(from_json_strict($1::VARCHAR, '${SHAPE}'))`,
    );
    return new ArgsTable(connection, clear, insert);
  }

  /** Makes the row hold these values, and whatever it held under other names. */
  async write(args: Args): Promise<void> {
    const held = { ...this.held, ...args };
    const json = JSON.stringify(held, wellFormed);
    if (json === this.json) return;
    this.json = '';
    this.writes += 1;
    if (this.writes % WRITES === 0) await this.connection.run(TABLE);
    else await this.clear.run();
    this.insert.bindVarchar(1, json);
    await this.insert.run();
    this.held = held;
    this.json = json;
  }

  close(): void {
    this.clear.destroySync();
    this.insert.destroySync();
  }
}
