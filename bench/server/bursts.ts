/**
 * What much work at once does to readers: `tsx bench/server/bursts.ts --store DIR --large ID --small ID [--only pictures,exports]`.
 * Starts the build that is there on a store, once for each case, and opens a page of the small dataset again and again while
 * the large one is asked for much: six large pictures, 200 exports that are broken off, a feed, columns that have to be made
 * (it is deleted first), and far more requests than get a place. Prints how long the pages took and what the process takes.
 * Loopback only.
 */
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Times, timed } from '../times';
import { type BuiltServer, startBuilt } from './built-server';

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    large: { type: 'string' },
    small: { type: 'string' },
    only: { type: 'string', default: 'pictures,exports,feed,index,flood' },
  },
});
const { large = '', small = '' } = values;
const store = resolve(values.store ?? '');
if (!values.store || large === '' || small === '')
  throw new Error('--store, --large and --small are missing');

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/** Takes a whole answer; gives its status. */
async function take(address: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, init);
  await response.arrayBuffer();
  return response;
}

/** Opens a page of the small dataset every second, as long as a work goes on. */
async function readingDuring<T>(at: string, work: Promise<T>): Promise<{ pages: Times; result: T }> {
  const pages = new Times();
  let goesOn = true;
  const ended = work.finally(() => {
    goesOn = false;
  });
  const asked: Promise<unknown>[] = [];
  for (let turn = 0; goesOn; turn++) {
    asked.push(timed(pages, () => take(`${at}/${small}?from=${1998 + (turn % 20)}`)));
    await wait(1_000);
  }
  await Promise.all(asked);
  return { pages, result: await ended };
}

type Case = (server: BuiltServer) => Promise<void>;

const pictures: Case = async ({ at }) => {
  const drawn = new Times();
  const of = (year: number) =>
    `${at}/${large}/activity.png?from=${year}&width=2500&height=1600&scale=3&mode=panels`;
  const six = Array.from({ length: 6 }, (_, n) => timed(drawn, () => take(of(2000 + n))));
  const { pages, result } = await readingDuring(at, Promise.all(six));
  console.log(drawn.line(`six pictures ${result.map(({ status }) => status).join(' ')}`));
  console.log(pages.line('  pages meanwhile'));
};

const exports: Case = async ({ at, memory }) => {
  const broken = Array.from({ length: 200 }, async (_, n) => {
    const stop = new AbortController();
    // Now and then fetch does not end an answer whose headers came as it was broken off, though the server has none open.
    const left = new Promise<never>((_, reject) => {
      stop.signal.addEventListener('abort', () => reject(new Error('broken off')));
    });
    const address = `${at}/${large}/incidents.csv?from=${1990 + (n % 30)}`;
    const asked = Promise.race([take(address, { signal: stop.signal }), left]);
    setTimeout(() => stop.abort(), 200 + 10 * n);
    return asked.then(
      ({ status }) => status,
      () => 'left',
    );
  });
  const begun = performance.now();
  const { pages, result } = await readingDuring(at, Promise.all(broken));
  console.log(`200 exports, broken off within 2.2 s: all gone after ${seconds(begun)}`, countOf(result));
  console.log(pages.line('  pages meanwhile'));
  const after = await readingDuring(at, wait(3_000));
  console.log(after.pages.line('  pages in the 3 s after'));
  console.log(`  memory ${Math.round((await memory()) / 1e6)} MB`);
};

const feed: Case = async ({ at, memory }) => {
  const before = await memory();
  const made = new Times();
  const { pages, result } = await readingDuring(
    at,
    timed(made, () => take(`${at}/${large}/feed.atom`)),
  );
  console.log(made.line(`one feed ${result.status}`));
  console.log(pages.line('  pages meanwhile'));
  console.log(
    `  memory ${Math.round(before / 1e6)} MB before, ${Math.round((await memory()) / 1e6)} MB after`,
  );
};

const index: Case = async ({ at, memory }) => {
  const made = new Times();
  const { pages, result } = await readingDuring(
    at,
    timed(made, () => take(`${at}/${large}`)),
  );
  console.log(made.line(`first page without columns ${result.status}`));
  console.log(pages.line('  pages of the other meanwhile'));
  console.log(`  memory ${Math.round((await memory()) / 1e6)} MB`);
};

function countOf(all: readonly (string | number)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

const flood: Case = async ({ at }) => {
  const ask = async (n: number, client: string) => {
    const headers = { 'x-forwarded-for': client };
    const { status, headers: got } = await take(`${at}/${large}?from=${1990 + (n % 30)}&q=${client}-${n}`, {
      headers,
    });
    return status === 200
      ? '200'
      : `${status}${Number(got.get('retry-after')) > 0 ? ' with Retry-After' : ''}`;
  };
  const begun = performance.now();
  const one = Array.from({ length: 300 }, (_, n) => ask(n, '198.51.100.1'));
  const other = ask(0, '198.51.100.2');
  console.log(
    `one client asks for 300 pages at once; the page of another is ${await other} after ${seconds(begun)}`,
  );
  console.log('  ', countOf(await Promise.all(one)));
  const many = Array.from({ length: 600 }, (_, n) => ask(n, `203.0.113.${n % 200}`));
  console.log('200 clients ask for 600 pages', countOf(await Promise.all(many)), seconds(begun));
};

const CASES: Readonly<Record<string, Case>> = { pictures, exports, feed, index, flood };

for (const name of values.only.split(',')) {
  const work = CASES[name];
  if (!work) throw new Error(`There is no case “${name}”.`);
  if (name === 'index') {
    for (const file of await readdir(join(store, large))) {
      if (file.endsWith('.columns-1.bin')) await rm(join(store, large, file));
    }
  }
  const server = await startBuilt(store, join(store, 'none'), { ANNALS_TRUST_PROXY: '1' });
  try {
    if (name !== 'index') await take(`${server.at}/${large}`);
    await take(`${server.at}/${small}`);
    console.log((await readingDuring(server.at, wait(4_000))).pages.line(`${name}: pages before`));
    await work(server);
  } finally {
    await server.stop();
  }
}
