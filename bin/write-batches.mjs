/** A thread that writes and hashes incidents, and makes their columns, while others are read. */
import { loadProgram } from './program.mjs';

await loadProgram('lib/engine/stored/write-batches.ts', 'write-batches');
