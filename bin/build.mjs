import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { basePath, ROOT, run, say } from './child.mjs';
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

/** A hash of the names and contents of the sources, tests left out, and of what else is built in. */
function sourcesHash() {
  const hash = createHash('sha256').update(process.version).update(basePath());
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

/** The links in a folder and in the folders below it; what they lead to is not looked at. */
function linksIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) return [path];
    return entry.isDirectory() ? linksIn(path) : [];
  });
}

/**
 * Next makes a link for each package that it does not bundle. Links are left out of packages of npm, so each becomes a module that
 * loads what the link led to.
 */
function plainExternals() {
  const folder = join(ROOT, '.next', 'node_modules');
  if (!existsSync(folder)) return;
  for (const link of linksIn(folder)) {
    const name = relative(join(ROOT, 'node_modules'), realpathSync(link)).split(sep).join('/');
    rmSync(link);
    mkdirSync(link);
    writeFileSync(join(link, 'index.js'), `module.exports = require('${name}');\n`);
    writeFileSync(join(link, 'package.json'), '{"type":"commonjs"}\n');
  }
}

/** Chunks of more bytes are of workers and of importers, which a page begins late, and little of which it runs at first. */
const LARGEST_HINTED = 300_000;
/** Tells V8 to compile all of a script while it comes, on another thread; see https://v8.dev/blog/explicit-compile-hints. A comment to others. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/** Has scripts of pages compiled while they come, for to compile each function when it is first called holds a page up. */
function hintScripts() {
  const folder = join(ROOT, '.next', 'static', 'chunks');
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    if (text.length < LARGEST_HINTED && !text.startsWith(HINT))
      writeFileSync(join(folder, name), HINT + text);
  }
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
  plainExternals();
  hintScripts();
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
