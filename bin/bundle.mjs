/** Bundles programs, so that to run one compiles nothing. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './child.mjs';

/** What `loadProgram` loads, by name. */
export const PROGRAMS = {
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

/** Writes each of `programs`, its source by its name, as `NAME.js` into a folder below that of the project, which holds nothing else then. */
export async function bundle(programs, outdir) {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: programs,
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
