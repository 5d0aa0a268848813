/**
 * Makes the index and the card of a revision in a process of its own: `prepare-revision.mjs STORE DATASET REVISION`. What is
 * wrong with the revision is one line of JSON on standard output, and code 3. It ends when its standard input does: whoever
 * started it is no more, and another server begins anew.
 */
import { loadProgram } from './program.mjs';

process.stdin.resume().once('close', () => process.exit(4));
const { prepareRevision } = await loadProgram('lib/server/catalogue/prepare-revision.ts', 'prepare-revision');
const [store, dataset, revision] = process.argv.slice(2);
const problem = await prepareRevision(store, dataset, revision);
if (problem !== null) {
  console.log(JSON.stringify(problem));
}
process.exit(problem === null ? 0 : 3);
