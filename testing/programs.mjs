import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, PROGRAMS } from '../bin/bundle.mjs';
import { ROOT } from '../bin/child.mjs';

/** Settled once they are there; null before anybody has asked for them. */
let made = null;

/** What tests alone start. */
const OF_TESTS = {
  'change-process': 'testing/stores/change-process.ts',
  'check-data': 'bin/check-data.ts',
  'upload-process': 'testing/stores/upload-process.ts',
};

/**
 * Bundles the programs once for a run of the unit tests, which start them more than a hundred times: as TypeScript each would be
 * compiled, or looked up, by hundreds of modules. Packages are found from where the bundles lie.
 */
export default async function bundlePrograms(project) {
  const folder = join(ROOT, 'node_modules/.cache/annals', `programs-${process.pid}`);
  const make = () => bundle({ ...PROGRAMS, ...OF_TESTS }, folder);
  // Each project of a run asks for them.
  if (made === null) project.onTestsRerun(make);
  made ??= make();
  await made;
  process.env.ANNALS_TEST_PROGRAMS = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
