/** Serves the build that is there, and makes none: for benches. A file, for threads cannot begin in a program that is an argument. */
import { fileURLToPath } from 'node:url';
import { place } from '../../bin/serve.mjs';
import { serveBuilt } from '../../bin/serving/serve-built.mjs';

await serveBuilt(place(), fileURLToPath(new URL('../..', import.meta.url)));
