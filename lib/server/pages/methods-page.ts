import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programFolder } from '../../store/program-folder';

/** The text of `docs/methods.md`, which `/methods` shows as a page. */
export function methodsText(): Promise<string> {
  return readFile(join(/* turbopackIgnore: true */ programFolder(), 'docs', 'methods.md'), 'utf8');
}
