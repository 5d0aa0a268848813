import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Fixed versions; Flechette is held to one that can be installed. */
const PEERS = {
  dependencies: {
    crossfilter2: '1.5.4',
    arquero: '8.0.3',
    '@uwdata/mosaic-core': '0.32.0',
    '@uwdata/mosaic-sql': '0.32.0',
  },
  overrides: { '@uwdata/flechette': '2.6.0' },
};

/** What each page opens, by name: the file of its engine and what that exports. */
export const ENGINES = {
  annals: ['annals', 'openAnnals'],
  crossfilter2: ['crossfilter', 'openCrossfilter'],
  arquero: ['arquero', 'openArquero'],
  mosaic: ['mosaic', 'openMosaic'],
  'mosaic-plain': ['mosaic', 'openMosaicPlain'],
  scan: ['scan', 'openScan'],
} as const;
export type EngineName = keyof typeof ENGINES;

/** Files that a page loads beside its own, as they come out of the packages. */
const DUCKDB = {
  'duckdb.worker.js': 'duckdb-browser-eh.worker.js',
  'duckdb.wasm': 'duckdb-eh.wasm',
} as const;

/** Installs the peers into a folder. */
export function installPeers(dir: string): void {
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ private: true, ...PEERS }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: dir,
    stdio: 'ignore',
  });
}

async function bundle(dir: string, entry: string, to: string): Promise<void> {
  await build({
    ...{ bundle: true, minify: true, format: 'iife', target: 'es2022', logLevel: 'warning', outfile: to },
    stdin: { contents: entry, resolveDir: join(import.meta.dirname, 'engines'), loader: 'ts' },
    nodePaths: [join(dir, 'node_modules')],
  });
}

/** Makes the page of an engine in a folder of its own; gives that, and how many bytes it loads, packed. */
export async function pageOf(name: EngineName, dir: string): Promise<{ folder: string; bytes: number }> {
  const [file, opens] = ENGINES[name];
  const folder = join(dir, 'pages', name);
  mkdirSync(folder, { recursive: true });
  const entry = `import { measureBy } from '../page'; import { ${opens} } from './${file}'; measureBy(${opens});`;
  await bundle(dir, entry, join(folder, 'page.js'));
  const loaded = ['page.js'];
  if (file === 'annals') {
    await bundle(dir, `import './annals-worker';`, join(folder, 'annals-worker.js'));
    loaded.push('annals-worker.js');
  }
  if (file === 'mosaic') {
    for (const [to, from] of Object.entries(DUCKDB)) {
      copyFileSync(join(dir, 'node_modules/@duckdb/duckdb-wasm/dist', from), join(folder, to));
      loaded.push(to);
    }
  }
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script src="page.js"></script>');
  const bytes = loaded.reduce((sum, one) => sum + gzipSync(readFileSync(join(folder, one))).length, 0);
  return { folder, bytes: statSync(folder).isDirectory() ? bytes : 0 };
}
