import { workerData } from 'node:worker_threads';
import { NO_GATHERING } from '../../store/incidents/batch-writer';
import { writeForThread } from '../../store/incidents/write-for-thread';
import { gatherColumns } from './gather-columns';

/** What the thread is told at its start. */
export interface ThreadData {
  /** The folder into which incidents are written. */
  readonly dir: string;
  /** Whether columns are made. */
  readonly hasColumns: boolean;
}

/** The program of a thread that writes and hashes incidents, and makes their columns, while others are read. */
const { dir, hasColumns } = workerData as ThreadData;
writeForThread(dir, hasColumns ? gatherColumns() : NO_GATHERING);
