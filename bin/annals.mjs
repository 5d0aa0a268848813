#!/usr/bin/env node
/** `npm run annals -- <command>`, or `annals <command>` of the package: the command line. */
import { ROOT } from './child.mjs';
import { checkNode } from './install.mjs';
import { loadProgram } from './program.mjs';

checkNode();
process.env.ANNALS_HOME ||= ROOT;
const { main } = await loadProgram('lib/cli/main.ts', 'annals');
const { prepareApart } = await loadProgram('lib/engine/stored/prepare-apart.ts', 'prepare-apart');
const serve = async (path) => (await import('./serving/serve-app.mjs')).serveApp(path);
const prepare = prepareApart(import.meta.dirname);
process.exitCode = await main(process.argv.slice(2), undefined, process.env, prepare, serve);
