import { workerData } from 'node:worker_threads';
import { writeForThread } from '../../store/incidents/write-for-thread';
import { gatherColumns } from './gather-columns';

/** What the thread is told at its start. */
export interface ThreadData {
  /** Whether columns are made. */
  readonly hasColumns: boolean;
}

/** The program of a thread that writes and hashes incidents, and makes their columns, while others are read. */
const { hasColumns } = (workerData ?? { hasColumns: true }) as ThreadData;
writeForThread(hasColumns ? gatherColumns() : gatherColumns(0));
