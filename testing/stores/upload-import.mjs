/**
 * Stands in for the command line that imports an upload: does it as `change-process` does, and at the step that the environment
 * names the server goes down with it.
 */
import { loadProgram } from '../../bin/program.mjs';

const [, bytes = ''] = process.argv.slice(2);
const { ANNALS_STORE: store = '', ANNALS_TEST_LETHAL: lethal = '' } = process.env;
process.argv.splice(2, Number.POSITIVE_INFINITY, 'import', store, bytes, lethal);
await loadProgram('testing/stores/change-process.ts', 'change-process');
