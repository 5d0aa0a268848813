import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './child.mjs';

/** Whether the sources are here, as in a clone; the package has only what was made of them. */
export function hasSources() {
  return existsSync(join(ROOT, 'lib'));
}

let registered = false;

/** Loads a program: from its TypeScript in a clone, else what `bin/prepack.mjs` made of it. */
export async function loadProgram(source, name) {
  if (!hasSources()) return import(pathToFileURL(join(ROOT, 'dist', `${name}.js`)).href);
  if (!registered) (await import('tsx/esm/api')).register();
  registered = true;
  return import(pathToFileURL(join(ROOT, source)).href);
}
