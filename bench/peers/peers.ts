/**
 * Annals beside others, in the same browser, at the same work: `npm run bench:peers -- [--rows 10000,100000,1000000] [--seed 1]
 * [--steps 60] [--engines annals,scan] [--keep DIR]`. The README says what is made up and what is measured. With `--keep` the
 * peers are installed into that folder and found there the next time.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../bin/browser.mjs';
import { ENGINES, type EngineName, installPeers, pageOf } from './bundles';
import type { Asked, Measurement, Steps } from './page';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,1000000' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '60' },
    engines: { type: 'string', default: Object.keys(ENGINES).join() },
    keep: { type: 'string' },
  },
});

const TYPES = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' } as const;

/** A page that is apart from all others may measure time in steps of five microseconds, else of a hundred. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
} as const;

/** Serves the files of a folder on loopback. */
async function serve(folder: string) {
  const server = createServer(({ url = '/' }, response) => {
    const path = join(folder, url === '/' ? 'index.html' : url.slice(1));
    if (!path.startsWith(folder) || !existsSync(path)) return void response.writeHead(404).end();
    const type = TYPES[path.split('.').at(-1) as keyof typeof TYPES] ?? 'text/plain';
    response.writeHead(200, { 'content-type': type, ...ISOLATED }).end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { at: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Bytes that a process holds by itself. */
function heldBy(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
}

interface Measured extends Measurement {
  readonly memory: number;
}

/** Measures one engine in a browser of its own. */
async function measure(folder: string, asked: Asked): Promise<Measured> {
  const { at, close } = await serve(folder);
  const path = await findBrowser();
  const args = ['--js-flags=--expose-gc'];
  const browser = await chromium.launch({ args, ...(path !== null && { executablePath: path }) });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => console.log(`  ${error.message}`));
    const client = await browser.newBrowserCDPSession();
    const renderers = async () => {
      const { processInfo } = await client.send('SystemInfo.getProcessInfo');
      return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => heldBy(id));
    };
    await page.goto(at);
    const before = Math.max(...(await renderers()));
    const measured = await page.evaluate((what) => (globalThis as unknown as Page).run(what), asked);
    // What nobody needs any more is no memory that an engine holds, in the page or in a worker.
    const gc = () => (globalThis as unknown as Page).gc();
    await Promise.all([page.evaluate(gc), ...page.workers().map((worker) => worker.evaluate(gc))]);
    return { ...measured, memory: Math.max(...(await renderers())) - before };
  } finally {
    await browser.close();
    close();
  }
}

interface Page {
  run(asked: Asked): Promise<Measurement>;
  gc(): void;
}

function quantile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
}

/** Median, 95th percentile and the first; the first is in none of the others, for it may make what the others use. */
function figures(times: readonly number[]): string {
  const [first = Number.NaN, ...others] = times;
  return `${quantile(others, 0.5)} | ${quantile(others, 0.95)} | ${first.toFixed(0)}`;
}

function row(
  name: string,
  opened: string,
  brush: readonly number[],
  toggle: readonly number[],
  rest: string,
) {
  console.log(`| ${name} | ${opened} | ${figures(brush)} | ${figures(toggle)} | ${rest} |`);
}

function report(name: EngineName, { opened, brush, toggle, memory }: Measured, bytes: number): void {
  const rest = `${(memory / 2 ** 20).toFixed(0)} | ${(bytes / 1000).toFixed(0)}`;
  row(name, (opened / 1000).toFixed(1), brush.times, toggle.times, rest);
  if (name !== 'annals') return;
  const back = ({ withMessages }: Steps) => withMessages.map((time) => time ?? Number.NaN);
  row('annals, and back', '', back(brush), back(toggle), ' | ');
}

const dir = options.keep ?? mkdtempSync(join(tmpdir(), 'annals-peers-'));
try {
  mkdirSync(dir, { recursive: true });
  if (!existsSync(join(dir, 'node_modules'))) installPeers(dir);
  const names = options.engines.split(',') as EngineName[];
  const asked = { seed: Number(options.seed), steps: Number(options.steps) };
  for (const rows of options.rows.split(',').map(Number)) {
    console.log(`\n${rows} rows of seed ${asked.seed}, ${asked.steps} steps of each kind, milliseconds\n`);
    console.log('| | opened, s | brush | 95 % | first | toggle | 95 % | first | MB held | kB loaded |');
    console.log('|---|---|---|---|---|---|---|---|---|---|');
    let agreed: string | null = null;
    for (const name of names) {
      const { folder, bytes } = await pageOf(name, dir);
      const measured = await measure(folder, { rows, ...asked }).catch((error: Error) => error.message);
      if (typeof measured === 'string') {
        console.log(`| ${name} | does not run: ${measured.split('\n')[0]} |`);
        continue;
      }
      const counts = `${measured.brush.checksum} ${measured.toggle.checksum}`;
      agreed ??= counts;
      if (counts !== agreed) throw new Error(`${name} counts otherwise: ${counts}, not ${agreed}`);
      report(name, measured, bytes);
    }
  }
} finally {
  if (options.keep === undefined) rmSync(dir, { recursive: true, force: true });
}
