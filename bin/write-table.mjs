/** A thread that writes a file of incidents while their columns are made. */
import { loadProgram } from './program.mjs';

await loadProgram('lib/engine/stored/table-thread.ts', 'write-table');
