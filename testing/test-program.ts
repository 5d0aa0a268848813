import { join } from 'node:path';

/** The file of a program that `programs.mjs` has bundled for this run, to be given to Node. */
export function testProgram(name: 'change-process' | 'check-data' | 'upload-process'): string {
  return join(process.env.ANNALS_TEST_PROGRAMS ?? '', `${name}.js`);
}
