/** `npm run annals -- <command>`: the command line, run from its TypeScript. */
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../lib/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
