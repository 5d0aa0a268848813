/**
 * What Lighthouse says of a page on a phone: `npx tsx bench/browser/lighthouse.ts [--store DIR] [--dir /tmp/bench] [--rounds 3] [PAGE …]`,
 * a PAGE being an address without its slash, such as `russia-militancy` or `russia-militancy/about`. Starts the build that is there on a store (by
 * default an empty one, into which the bundled series goes) and runs Lighthouse as it comes, on Chromium. Prints the medians of its score and of what
 * the score is made of, and every other check that fails. Lighthouse is installed into the folder, and found there the next time. Loopback only.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../bin/browser.mjs';
import { startBuilt } from '../server/built-server';

const VERSION = '12.8.2';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../../data') },
    store: { type: 'string' },
    dir: { type: 'string', default: join(tmpdir(), 'bench-lighthouse') },
    rounds: { type: 'string', default: '3' },
  },
});

/** The parts of the score, and what else is worth a figure. */
const MEASURES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
  'interactive',
  'dom-size',
  'total-byte-weight',
] as const;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly title: string;
        readonly scoreDisplayMode: string;
        readonly numericValue?: number;
        readonly details?: { readonly items?: readonly { readonly node?: { readonly snippet: string } }[] };
      }
    >
  >;
}

function install(dir: string): void {
  if (existsSync(join(dir, 'node_modules/lighthouse'))) return;
  mkdirSync(dir, { recursive: true });
  const wanted = { private: true, dependencies: { lighthouse: VERSION } };
  writeFileSync(join(dir, 'package.json'), JSON.stringify(wanted));
  const how = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', how, { cwd: dir, stdio: 'ignore' });
}

function reportOf(at: string, dir: string, chromium: string): Report {
  const path = join(dir, 'report.json');
  const flags = ['--headless', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' ');
  const asked = [`--chrome-flags=${flags}`, '--output=json', `--output-path=${path}`, '--quiet'];
  execFileSync(join(dir, 'node_modules/.bin/lighthouse'), [at, ...asked], {
    env: { ...process.env, CHROME_PATH: chromium },
    stdio: 'ignore',
  });
  return JSON.parse(readFileSync(path, 'utf8')) as Report;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Checks that fail, but for those that are figures. */
function failing({ audits }: Report): readonly string[] {
  return Object.entries(audits).flatMap(([name, { score, scoreDisplayMode, title, details }]) => {
    if (score !== 0 || scoreDisplayMode !== 'binary') return [];
    const where = (details?.items ?? []).flatMap(({ node }) => (node === undefined ? [] : [node.snippet]));
    return [`${name}: ${title}${where.map((snippet) => `\n      ${snippet.slice(0, 160)}`).join('')}`];
  });
}

function say(page: string, reports: readonly Report[]): void {
  const scores = Object.keys(reports[0]?.categories ?? {}).map((name) => {
    const score = median(reports.map(({ categories }) => categories[name]?.score ?? Number.NaN));
    return `${name} ${Math.round(100 * score)}`;
  });
  console.log(`${page}: ${scores.join(', ')}`);
  for (const name of MEASURES) {
    const all = reports.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN);
    console.log(`  ${name} ${Math.round(100 * median(all)) / 100}`);
  }
  for (const check of new Set(reports.flatMap(failing))) console.log(`    ${check}`);
}

const chromium = await findBrowser();
if (chromium === null) throw new Error('no Chromium was found; name one by CHROMIUM_PATH');
install(values.dir);
const own = values.store === undefined ? mkdtempSync(join(tmpdir(), 'annals-lighthouse-')) : null;
const server = await startBuilt(values.store ?? own ?? '', values.data);
try {
  for (const page of positionals.length > 0 ? positionals : ['russia-militancy']) {
    const at = `${server.at}/${page}`;
    // A page that was read before, as most are.
    await (await fetch(at)).text();
    say(
      page,
      Array.from({ length: Number(values.rounds) }, () => reportOf(at, values.dir, chromium)),
    );
  }
} finally {
  await server.stop();
  if (own !== null) rmSync(own, { recursive: true, force: true });
}
