/** `npm pack` runs this first: builds the app, and bundles the command line, so that the package compiles nothing. */
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { bundle, PROGRAMS } from './bundle.mjs';
import { fail, ROOT } from './child.mjs';
import { checkNode } from './install.mjs';

checkNode();
if (!(await buildIfNeeded())) fail('the build has failed.');
await bundle(PROGRAMS, join(ROOT, 'dist'));
