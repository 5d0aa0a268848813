/** A thread that writes and hashes incidents while others are read. */
import { loadProgram } from './program.mjs';

await loadProgram('lib/store/incidents/writer-thread-main.ts', 'write-batches');
