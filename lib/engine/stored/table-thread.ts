import { workerData } from 'node:worker_threads';
import { writeTable } from '../../store/incidents/parquet/write-table';
import { receivedTable } from './sent-table';
import type { TableThreadData } from './write-table-apart';

/** The program of a thread that writes a file of incidents while their columns are made. */
const { path, table, fields } = workerData as TableThreadData;
writeTable(path, receivedTable(table), fields);
