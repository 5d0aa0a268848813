/** `npm pack` runs this first: builds the app, and bundles the command line, so that the package compiles nothing. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildIfNeeded } from './build.mjs';
import { fail, ROOT } from './child.mjs';
import { checkNode } from './install.mjs';

const PROGRAMS = {
  annals: 'lib/cli/main.ts',
  'prepare-apart': 'lib/engine/stored/prepare-apart.ts',
  'prepare-revision': 'lib/server/catalogue/prepare-revision.ts',
  'read-rows': 'lib/cli/importing/threads/rows-thread.ts',
  'watch-stored': 'lib/server/watch/watch-stored.ts',
  'write-batches': 'lib/engine/stored/write-batches.ts',
  'write-table': 'lib/engine/stored/table-thread.ts',
};

/** Some bundled packages ask for Node's modules in the old way, which a module of the new kind must bring. */
const REQUIRE =
  "import { createRequire as $require } from 'node:module';\nconst require = $require(import.meta.url);";

/** What is installed beside the package; everything else is bundled. */
function installed() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

async function bundlePrograms() {
  const outdir = join(ROOT, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: PROGRAMS,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: installed(),
    banner: { js: REQUIRE },
    // Where types are not checked but read for their aliases.
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'warning',
  });
}

checkNode();
if (!(await buildIfNeeded())) fail('the build has failed.');
await bundlePrograms();
