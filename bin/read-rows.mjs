/** A thread that reads the rows of a file while others make something of them. */
import { loadProgram } from './program.mjs';

await loadProgram('lib/cli/importing/threads/rows-thread.ts', 'read-rows');
