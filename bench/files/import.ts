/**
 * Times imports of made-up GED rows, each in a process of its own, beside DuckDB's reading of the same file as the limit:
 * `tsx bench/files/import.ts --formats csv --rows 1000000 --seed 1 [--memory] [--dir /tmp/bench]`. With `--memory` the series
 * is held in memory, as in a browser; otherwise it is published into a store. Without `--rows` each format has a size of
 * its own: a million rows of CSV, fewer of the others. `--dir` keeps the files for the next run.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type BenchFormat, FILE_FORMATS, writeGedFile } from '../synthetic/ged-file';

const SIZES: Readonly<Record<BenchFormat, number>> = {
  csv: 1_000_000,
  xlsx: 50_000,
  json: 200_000,
  ndjson: 200_000,
  parquet: 200_000,
};

interface Once {
  readonly seconds: number;
  readonly peak: number;
  readonly cpu?: number;
  readonly surveyed?: number;
  readonly counts?: { readonly read: number; readonly incidents: number };
}

/** Runs a script of this folder in a process of its own, and gives the line it prints; null where it prints none. */
async function once(script: string, ...args: readonly string[]): Promise<Once | null> {
  const node = [
    '--max-semi-space-size=32',
    '--expose-gc',
    '--import',
    'tsx',
    join(import.meta.dirname, script),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [...node, ...args]);
  return stdout === '' ? null : (JSON.parse(stdout) as Once);
}

function line(name: string, rows: number, { seconds, peak, cpu, surveyed }: Once): string {
  const parts = [
    name.padEnd(22),
    `${seconds.toFixed(1)} s`.padStart(9),
    `${Math.round(rows / seconds).toLocaleString('en')} rows/s`.padStart(18),
    `${Math.round(peak / 1e6)} MB`.padStart(9),
  ];
  if (surveyed !== undefined) parts.push(`  survey ${surveyed.toFixed(1)} s`);
  if (cpu !== undefined) parts.push(`  cpu ${cpu.toFixed(1)} s`);
  return parts.join('');
}

async function measure(path: string, format: BenchFormat, rows: number, store: string | null): Promise<void> {
  const { size } = await stat(path);
  console.log(`${format}: ${rows.toLocaleString('en')} rows, ${Math.round(size / 1e6)} MB`);
  const imported = await once('import-once.ts', path, ...(store === null ? [] : ['--store', store]));
  if (imported === null || imported.counts?.read !== rows) throw new Error(`${path} was not imported whole`);
  console.log(line(store === null ? '  into memory' : '  into a store', rows, imported));
  const limit = await once('duckdb-once.ts', path);
  if (limit !== null) console.log(line('  DuckDB reads it', rows, limit));
}

const { values } = parseArgs({
  options: {
    formats: { type: 'string', default: FILE_FORMATS.join(',') },
    rows: { type: 'string' },
    seed: { type: 'string', default: '1' },
    memory: { type: 'boolean', default: false },
    dir: { type: 'string' },
  },
});
const temporary = await mkdtemp(join(tmpdir(), 'bench-import-'));
const dir = values.dir ?? temporary;
await mkdir(dir, { recursive: true });
try {
  for (const format of FILE_FORMATS.filter((one) => values.formats.split(',').includes(one))) {
    const rows = Number(values.rows ?? SIZES[format]);
    const path = join(dir, `ged-${rows}-${values.seed}.${format}`);
    if (!existsSync(path)) await writeGedFile(path, format, rows, Number(values.seed));
    await measure(path, format, rows, values.memory ? null : join(temporary, `store-${format}`));
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}
