/** `npm run annals -- <command>`: the command line, run from its TypeScript. */
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../lib/cli/main.ts');
const { prepareApart } = await import('../lib/engine/duckdb/prepare-apart.ts');
const prepare = prepareApart(import.meta.dirname);
process.exitCode = await main(process.argv.slice(2), undefined, undefined, prepare);
