import { resolve } from 'node:path';
import { programFolder } from '../../store/program-folder';

/** The folder of the bundled packages: `ANNALS_DATA`, or `data` of Annals itself. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (env.ANNALS_DATA) return resolve(/* turbopackIgnore: true */ process.cwd(), env.ANNALS_DATA);
  return resolve(/* turbopackIgnore: true */ programFolder(), 'data');
}
