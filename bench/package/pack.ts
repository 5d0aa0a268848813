/**
 * `npx tsx bench/package/pack.ts`: packs Annals, installs it in an empty folder with production dependencies alone, and serves from there as its
 * readers do. Says how long each step took and how large what is installed is; ends with code 1 where a step fails, where the first start
 * takes longer than it may, or where anything that compiles was installed. `--without-fonts` leaves out the optional packages;
 * `--package annals-0.1.0.tgz` packs none and takes that one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Served, startServer } from '../server/served';

const ROOT = resolve(import.meta.dirname, '../..');
/** A first start may take so long, in seconds; packages are in the cache of npm then. */
const MOST_START = 20;
const LARGE = 3;
const COMPILERS = ['typescript', 'tsx', 'esbuild', '@swc/core', 'vite'];
const EVENTS = 'date,actor,killed\n2024-01-05,A,3\n2024-02-07,B,1\n';

const { values: options } = parseArgs({
  options: { package: { type: 'string' }, 'without-fonts': { type: 'boolean' } },
});

function sayTook(step: string, seconds: number, more = ''): void {
  console.log(`${step.padEnd(44)}${seconds.toFixed(1).padStart(7)} s  ${more}`);
}

function say(step: string, begun: number, more = ''): void {
  sayTook(step, (performance.now() - begun) / 1000, more);
}

function bytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.reduce(
    (sum, file) => sum + (file.isFile() ? statSync(join(file.parentPath, file.name)).size : 0),
    0,
  );
}

const megabytes = (folder: string) => Math.round(bytesOf(folder) / 1e6);

/** Runs npm in a folder; gives what it prints. What it says beside that is shown only where it fails. */
function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function pack(into: string): string {
  const begun = performance.now();
  const said = npm(ROOT, 'pack', '--json', '--silent', '--pack-destination', into);
  // The build speaks before npm does.
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(said.slice(said.lastIndexOf('\n[') + 1));
  const sizes = `${(size / 1e6).toFixed(1)} MB, unpacked ${(unpackedSize / 1e6).toFixed(1)} MB, ${entryCount} files`;
  say('npm pack, with what had to be built', begun, sizes);
  return join(into, filename);
}

/** Names of what is installed, with the scope where it has one. */
function installed(modules: string): string[] {
  return readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((one) => `${name}/${one}`) : [name],
  );
}

function install(folder: string, tarball: string): void {
  const begun = performance.now();
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  npm(folder, 'install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', tarball);
  const modules = join(folder, 'node_modules');
  say('npm install --omit=dev', begun, `${megabytes(modules)} MB`);
  const names = installed(modules).filter((name) => !name.startsWith('.'));
  const sizes = names
    .map((name) => [name, megabytes(join(modules, name))] as const)
    .sort(([, a], [, b]) => b - a);
  for (const [name, size] of sizes) if (size >= LARGE) console.log(`  ${name.padEnd(50)}${size} MB`);
  const compilers = names.filter((name) => COMPILERS.includes(name));
  if (compilers.length > 0) throw new Error(`what compiles was installed: ${compilers}`);
}

/** Takes away what `docs/deploy.md` says may be deleted. */
function slim(folder: string): void {
  const begun = performance.now();
  const modules = join(folder, 'node_modules');
  for (const name of installed(modules)) {
    const may =
      /^(@next\/swc-|sharp$|@img\/)/.test(name) ||
      (options['without-fonts'] && name.startsWith('@embedpdf/'));
    if (may) rmSync(join(modules, name), { recursive: true });
  }
  for (const name of readdirSync(join(modules, 'next'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.map')) rmSync(join(modules, 'next', name));
  }
  say('without what may be deleted', begun, `${megabytes(modules)} MB`);
}

async function ask({ origin }: Served, path: string, part: string, init: RequestInit = {}): Promise<void> {
  const begun = performance.now();
  const response = await fetch(origin + path, init);
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  if (!response.ok || !text.includes(part)) throw new Error(`${path}: ${response.status}, without ${part}`);
  say(`  ${init.method ?? 'GET'} ${path}`, begun, `${response.status}`);
}

/** Starts a command of the package, asks what it serves, and stops it. Gives how long the start took, in seconds. */
async function serve(
  folder: string,
  args: readonly string[],
  asked: (served: Served) => Promise<void>,
): Promise<number> {
  const served = await startServer(folder, ['node_modules/.bin/annals', ...args]);
  sayTook(`annals ${args[0]}, until it is ready`, served.seconds);
  await asked(served);
  const told = performance.now();
  const code = await served.stop();
  if (code !== 0) throw new Error(`it ended with ${code}`);
  say('SIGTERM, until it has ended', told);
  return served.seconds;
}

/** Every kind of answer, and an import, for which the server starts the command line. */
async function askAll(served: Served): Promise<void> {
  await ask(served, '/', 'russia-militancy');
  await ask(served, '/russia-militancy', '<h1');
  await ask(served, '/russia-militancy/view.json', 'e9c02ca2a06b');
  await ask(served, '/russia-militancy/activity.png', 'PNG');
  await ask(served, '/russia-militancy/incidents.xlsx', 'PK');
  await ask(served, '/embed/russia-militancy/activity', '<svg');
  await ask(served, '/methods', '<h1');
  const token = readFileSync(join(served.store, 'token'), 'utf8').trim();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
  const sent = { method: 'POST', headers, body: EVENTS };
  await ask(served, '/api/v1/datasets/sent/revisions?name=sent.csv', 'revision', sent);
  await ask(served, '/sent/view.json', '"sent"');
}

const folder = mkdtempSync(join(tmpdir(), 'annals-pack-'));
try {
  install(folder, options.package ? resolve(options.package) : pack(folder));
  const first = await serve(folder, ['serve'], askAll);
  if (first > MOST_START) throw new Error(`the first start may take ${MOST_START} s`);
  slim(folder);
  await serve(folder, ['serve'], askAll);
  writeFileSync(join(folder, 'Some events.csv'), EVENTS);
  await serve(folder, ['open', 'Some events.csv'], (served) =>
    ask(served, '/some-events/view.json', '"some-events"'),
  );
  if (existsSync(join(folder, '.annals'))) throw new Error('it wrote outside of its store');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
