import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, run, say } from './child.mjs';
import { checkNode, installIfNeeded } from './install.mjs';

const STAMP = join(ROOT, '.next', 'annals-build');
/** What a build is made of. `data` is not: it is read when the server starts. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
];

function filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** A hash of the names and contents of the sources, tests left out. */
function sourcesHash() {
  const hash = createHash('sha256').update(process.version);
  for (const path of SOURCES.flatMap(filesOf)) {
    if (/\.test\.tsx?$/.test(path)) continue;
    hash.update(`\n${path}\n`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}

/**
 * Takes Next's polyfills out of the pages. They are for browsers without ES modules, which could run none of the rest
 * (it is built for ES2022); every other browser is told of them and skips them.
 */
function dropPolyfills() {
  const path = join(ROOT, '.next', 'build-manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, polyfillFiles: [] }, null, 2));
}

/** Builds the app unless the last build was of the same sources. Gives whether there is a build. */
export async function buildIfNeeded(force = false) {
  const hash = sourcesHash();
  if (!force && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return true;
  say('building …');
  rmSync(STAMP, { force: true });
  if ((await run(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'])) !== 0)
    return false;
  dropPolyfills();
  mkdirSync(join(ROOT, '.next'), { recursive: true });
  writeFileSync(STAMP, hash);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode();
  await installIfNeeded();
  const built = await buildIfNeeded(process.argv.includes('--force'));
  if (built) say('the build is up to date.');
  process.exit(built ? 0 : 1);
}
