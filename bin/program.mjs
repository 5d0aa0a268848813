import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './child.mjs';

/** Whether the sources are here, as in a clone; the package has only what was made of them. */
export function hasSources() {
  return existsSync(join(ROOT, 'lib'));
}

/** Where bundles of the programs lie: those of a run of the unit tests (`testing/programs.mjs`), or in the package. Null in a clone. */
function bundles() {
  return process.env.ANNALS_TEST_PROGRAMS ?? (hasSources() ? null : join(ROOT, 'dist'));
}

let registered = false;

/** Loads a program: from its TypeScript in a clone, else what `bin/bundle.mjs` made of it. */
export async function loadProgram(source, name) {
  const made = bundles();
  if (made !== null) return import(pathToFileURL(join(made, `${name}.js`)).href);
  if (!registered) (await import('tsx/esm/api')).register();
  registered = true;
  return import(pathToFileURL(join(ROOT, source)).href);
}
