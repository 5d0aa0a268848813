/**
 * Sends a series out as a Data Package and takes it back: `tsx bench/files/package.ts --rows 1000000 --seed 1 [--dir /tmp/bench]`.
 * Made-up GED rows are imported, exported and imported again, each in a process of its own; the revision must be the same. Prints
 * what each took. `--dir` keeps the files for the next run.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeGedFile } from '../synthetic/ged-file';

const ROOT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

interface Imported {
  readonly revision: string;
  readonly seconds: number;
  readonly cpu: number;
  readonly peak: number;
}

/** Imports a file into a store of its own. */
async function imported(path: string, store: string): Promise<Imported> {
  const script = join(import.meta.dirname, 'import-once.ts');
  const node = ['--max-semi-space-size=32', '--import', 'tsx', script, path, '--store', store];
  const { stdout } = await run(process.execPath, node);
  const found = JSON.parse(stdout) as Imported;
  const [seconds, cpu, peak] = [found.seconds.toFixed(1), found.cpu.toFixed(1), Math.round(found.peak / 1e6)];
  console.log(`${path}: ${seconds} s, cpu ${cpu} s, ${peak} MB, revision ${found.revision.slice(0, 12)}`);
  return found;
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string' },
  },
});
const temporary = await mkdtemp(join(tmpdir(), 'bench-package-'));
const dir = values.dir ?? temporary;
await mkdir(dir, { recursive: true });
try {
  const [csv, zip] = [join(dir, `ged-${values.rows}-${values.seed}.csv`), join(temporary, 'package.zip')];
  if (!existsSync(csv)) await writeGedFile(csv, 'csv', Number(values.rows), Number(values.seed));
  const first = await imported(csv, join(temporary, 'out'));
  const begun = performance.now();
  await run(process.execPath, [join(ROOT, 'bin', 'annals.mjs'), 'export', 'bench', '--out', zip], {
    env: { ...process.env, ANNALS_STORE: join(temporary, 'out') },
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${zip}: ${Math.round((await stat(zip)).size / 1e6)} MB, written in ${seconds} s`);
  const second = await imported(zip, join(temporary, 'back'));
  if (first.revision !== second.revision) throw new Error('the package makes another revision');
} finally {
  await rm(temporary, { recursive: true, force: true });
}
