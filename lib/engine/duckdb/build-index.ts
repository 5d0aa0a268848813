import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { OwnField } from '../../series/fields';
import type { Incident } from '../../series/model';
import { columnsOfFile } from '../../store/incidents/incident-file';
import { ownStruct, recordColumns } from '../../store/incidents/incident-record';
import { REVISION_FILES } from '../../store/log/layout';
import { StoreError } from '../../store/log/store-error';
import { type RevisionHead, readIncidents } from '../../store/revision/read-revision';
import { revisionHasher } from '../../store/revision/revision-hash';
import { byDate } from '../../store/revision/row-order';
import type { DaySpan } from '../../time/day';
import { loadTables } from './load-tables';

const MEMORY = '600MB';

/** The whole records, by number: their place in the file, which is by date. */
async function fillRecords(
  connection: DuckDBConnection,
  dir: string,
  fields: readonly OwnField[],
): Promise<void> {
  const file = `'${join(dir, REVISION_FILES.incidents).replaceAll("'", "''")}'`;
  const own = ownStruct(fields);
  const present = await columnsOfFile(connection, file);
  const columns = [...recordColumns(present), ...(own === null ? [] : [`${own} AS own`])];
  await connection.run(`CREATE TABLE records AS
  SELECT file_row_number::INTEGER AS n, ${columns.join(', ')} FROM read_parquet(${file}, file_row_number = true)`);
}

/** Refuses incidents out of order: they would get other numbers than those of their records. */
function checkOrder(dir: string, batch: readonly Incident[], before: Incident | undefined): void {
  const inOrder = batch.every((one, i) => {
    const previous = i === 0 ? before : batch[i - 1];
    return previous === undefined || byDate(previous, one) <= 0;
  });
  if (inOrder) return;
  throw new StoreError(join(dir, REVISION_FILES.incidents), 'its incidents are not in order of date');
}

/** Fills the tables that are queried, and checks on the way that the content is what the revision's name promises. */
async function fillTables(
  connection: DuckDBConnection,
  dir: string,
  revision: string,
  head: RevisionHead,
): Promise<DaySpan | null> {
  const { rest } = head;
  const [tables, hasher] = [await loadTables(connection, rest), revisionHasher()];
  let before: Incident | undefined;
  for await (const batch of readIncidents(dir, head)) {
    checkOrder(dir, batch, before);
    before = batch.at(-1);
    hasher.add(batch);
    await tables.add(batch);
  }
  tables.close();
  if (hasher.finish(rest) === revision) return tables.extent();
  throw new StoreError(dir, 'its content has been changed: it is not what its name promises');
}

/** What an index says of itself: the hashes of the files that it was made of, and the code that made it. */
export interface IndexAbout {
  readonly files: string;
  readonly madeBy: string;
  readonly extent: DaySpan | null;
}

async function writeAbout(
  connection: DuckDBConnection,
  { files, madeBy, extent }: IndexAbout,
): Promise<void> {
  await connection.run(
    'CREATE TABLE about (files VARCHAR, made_by VARCHAR, from_day INTEGER, to_day INTEGER)',
  );
  const values = [files, madeBy, extent?.from ?? null, extent?.to ?? null];
  await connection.run('INSERT INTO about VALUES ($1, $2, $3, $4)', values);
}

/**
 * Makes the index of a revision in a file of its own, in little memory: the tables that are queried and the whole
 * records. Throws StoreError where the revision is damaged. `dir` is the folder of the revision.
 */
export async function buildIndex(
  file: string,
  dir: string,
  revision: string,
  head: RevisionHead,
  { files, madeBy }: Pick<IndexAbout, 'files' | 'madeBy'>,
): Promise<void> {
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: MEMORY });
  const [connection, beside] = [await instance.connect(), await instance.connect()];
  try {
    const filling = [
      fillTables(connection, dir, revision, head),
      fillRecords(beside, dir, head.rest.fields),
    ] as const;
    await Promise.allSettled(filling);
    const [extent] = await Promise.all(filling);
    await writeAbout(connection, { files, madeBy, extent });
    await connection.run('CHECKPOINT');
  } finally {
    connection.closeSync();
    beside.closeSync();
    instance.closeSync();
  }
}
