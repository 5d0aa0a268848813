/**
 * How heavy pages are: `npx tsx bench/server/html.ts --store DIR [--datasets ged-million,russia-militancy] [--at ORIGIN] [--parts] [--drawn 120 --seed 1]`. Starts the build that is
 * there on a store, or asks a server of loopback, for views of each dataset, and prints the bytes of HTML, of the data that the page fetches beside it, and of
 * both packed. `--drawn` weighs as many views instead that are drawn by lot, and prints the heaviest. `--parts` prints of what parts of the page the HTML is. Ends with code 1 where a page has more than 250,000 bytes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { diceOf, seeded } from '../synthetic/random';
import { startBuilt } from './built-server';
import { drawnView } from './drawn-views';
import { type Known, knownOf } from './reader-addresses';
import { loopbackOnly } from './readers';

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    at: { type: 'string' },
    datasets: { type: 'string', default: 'ged-million' },
    parts: { type: 'boolean', default: false },
    drawn: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const MOST = 250_000;

/** The views that are asked for, by what they are; windows lie in the coverage of the dataset. */
function viewsOf({ from, to, facets }: Known): Readonly<Record<string, string>> {
  const year = (after: number) => Math.min(to, from + after);
  const [first = '', second = '', third = ''] = facets.actor;
  const window = `from=${year(1)}&to=${year(23)}`;
  return {
    'as it comes': '',
    '23 years': window,
    'by type': `${window}&split=type`,
    'half a year by weeks': `from=${year(6)}-01&to=${year(6)}-06&bin=week`,
    'two years': `from=${year(11)}&to=${year(12)}`,
    'a year by days': `from=${year(6)}&to=${year(6)}&bin=day`,
    'all by months': 'bin=month',
    'all by weeks': 'bin=week',
    killed: `${window}&measure=killed`,
    'two actors compared': `${window}&compare=actor:${encodeURIComponent(first)},${encodeURIComponent(second)}`,
    'an actor': `actor=${encodeURIComponent(third)}`,
    'a region': `region=${encodeURIComponent(facets.region[0] ?? '')}`,
    'a word': 'q=town',
    calendar: `${window}&mode=calendar`,
    stack: `${window}&mode=stack`,
    panels: `${window}&mode=panels&bin=month`,
    lines: `${window}&mode=lines&bin=month`,
    index: `${window}&mode=index&bin=month`,
    share: `${window}&mode=share&bin=month`,
    cumulative: `${window}&mode=cumulative&bin=month`,
    'groups of types': `from=${year(11)}&to=${year(11)}&split=type&bin=week`,
    dots: `from=${year(6)}-01-01&to=${year(6)}-01-31&map=dots`,
    regions: `${window}&map=regions`,
    'no map': `${window}&map=off`,
    'notes, mean and steps': `${window}&bin=month&note=${year(3)}-01-05~A%20note&roll.mean=6&steps=on`,
  };
}

const DATA = /<link rel="preload" as="fetch" href="([^"]+)"/;
/** What parts of a page begin with. */
const PART = /<(?:section|aside|main|footer|script|svg|table)\b[^>]*>/g;
const LEAST_PART = 2_000;

async function bodyOf(address: string): Promise<string> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return text;
}

const bytes = (text: string) => Buffer.byteLength(text);
const packed = (text: string) => gzipSync(text, { level: 6 }).length;
const cell = (value: number | string) => String(value).padStart(9);

/** From the beginning of each part to that of the next, whatever it lies in. */
function printParts(html: string): void {
  const starts = [...html.matchAll(PART)];
  const sizes = new Map<string, number>();
  starts.forEach(({ 0: tag, index }, at) => {
    const name = tag.startsWith('<script') ? '<script>' : tag.slice(0, 90);
    sizes.set(name, (sizes.get(name) ?? 0) + bytes(html.slice(index, starts[at + 1]?.index)));
  });
  for (const [name, size] of sizes) if (size >= LEAST_PART) console.log(`${cell(size)}     ${name}`);
}

async function weigh(at: string, dataset: string): Promise<boolean> {
  console.log(`\n${dataset}\n${['HTML', 'gzip', 'data', 'gzip', 'elements'].map(cell).join('')}`);
  let isLight = true;
  for (const [name, query] of Object.entries(viewsOf(await knownOf(at, dataset)))) {
    const html = await bodyOf(`${at}/${dataset}${query === '' ? '' : `?${query}`}`);
    const beside = DATA.exec(html)?.[1]?.replaceAll('&amp;', '&');
    const data = beside === undefined ? '' : await bodyOf(new URL(beside, at).href);
    const elements = html.match(/<[a-z]/g)?.length ?? 0;
    const figures = [bytes(html), packed(html), bytes(data), packed(data), elements];
    console.log(`${figures.map(cell).join('')}   ${name}`);
    if (values.parts) printParts(html);
    if (bytes(html) > MOST) isLight = false;
  }
  return isLight;
}

const HEAVIEST = 8;

/** Weighs views that are drawn by lot, and prints how many have more than {@link MOST}, and the heaviest. */
async function weighDrawn(at: string, dataset: string, many: number): Promise<boolean> {
  const known = await knownOf(at, dataset);
  const dice = diceOf(seeded(Number(values.seed)));
  const weighed: { readonly size: number; readonly query: string }[] = [];
  while (weighed.length < many) {
    const query = drawnView(known, dice);
    weighed.push({ size: bytes(await bodyOf(`${at}/${dataset}?${query}`)), query });
  }
  weighed.sort((a, b) => b.size - a.size);
  const heavy = weighed.filter(({ size }) => size > MOST).length;
  console.log(`\n${dataset}: ${heavy} of ${many} views have more than ${MOST} bytes`);
  for (const { size, query } of weighed.slice(0, HEAVIEST)) console.log(`${cell(size)}   ${query}`);
  return heavy === 0;
}

const data = await mkdtemp(join(tmpdir(), 'annals-html-'));
const server = values.store === undefined ? null : await startBuilt(resolve(values.store), data);
try {
  const at = loopbackOnly(server?.at ?? values.at ?? 'http://127.0.0.1:3000');
  let isLight = true;
  for (const dataset of values.datasets.split(',')) {
    const light =
      values.drawn === undefined
        ? await weigh(at, dataset)
        : await weighDrawn(at, dataset, Number(values.drawn));
    isLight &&= light;
  }
  process.exitCode = isLight ? 0 : 1;
} finally {
  await server?.stop();
  await rm(data, { recursive: true, force: true });
}
