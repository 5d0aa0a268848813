import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TableField } from '../../store/incidents/incident-table';
import { programFolder } from '../../store/program-folder';
import type { SentTable } from './sent-table';

/** What a thread that writes a table is told at its start. */
export interface TableThreadData {
  readonly path: string;
  readonly table: SentTable;
  readonly fields: readonly TableField[];
}

/** Writes a file of incidents in a thread of its own; rejects with what goes wrong there. */
export function writeTableApart(
  path: string,
  table: SentTable,
  fields: readonly TableField[],
): Promise<void> {
  const workerData: TableThreadData = { path, table, fields };
  const resourceLimits = { maxYoungGenerationSizeMb: 48 };
  const worker = new Worker(join(programFolder(), 'bin', 'write-table.mjs'), { workerData, resourceLimits });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the thread that writes incidents has ended with code ${code}`));
    });
  });
}
