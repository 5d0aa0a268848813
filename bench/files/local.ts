/**
 * Times what a reader of /open waits for, on made-up GED rows: `tsx bench/files/local.ts --rows 20000,1000000 --seed 1 --rounds
 * 9 [--dir /tmp/bench]`. Each round asks for another window, actor, word or bin, so that nothing was asked before. "plan"
 * is all that a dashboard asks for, in the queue of the worker. Prints medians in milliseconds.
 */
import { existsSync, openAsBlob } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from 'd3-array';
import { importSession } from '../../lib/client/local/import-session';
import type { ExaminedTable, LocalSeries } from '../../lib/client/local/local-connection';
import { queryQueue } from '../../lib/client/local/query-queue';
import { type Plan, planView } from '../../lib/query/plan/plan';
import type { Query } from '../../lib/query/query';
import { LOCAL } from '../../lib/view/addresses/local';
import { parseView } from '../../lib/view/parse';
import { writeGedFile } from '../synthetic/ged-file';

type Session = ReturnType<typeof importSession>;

/** Words of the made-up texts; the last ones stand in few. */
const WORDS = [
  'village',
  'agency 3',
  'town 7',
  'north',
  'agency 150',
  'clashes',
  'town 12-3',
  'rebels',
  'zz',
];

async function build(session: Session, rows: number, seed: number, dir: string): Promise<LocalSeries> {
  const path = join(dir, `ged-${rows}-${seed}.csv`);
  if (!existsSync(path)) await writeGedFile(path, 'csv', rows, seed);
  const file = new File([await openAsBlob(path)], 'ged.csv');
  const found = (await session.answer({ kind: 'examine', file, wanted: {} }, {})) as ExaminedTable;
  return (await session.answer(
    { kind: 'build', outlines: null, mapping: found.mapping, title: '' },
    {},
  )) as LocalSeries;
}

/** All queries of a view, asked at once of a queue as the worker has it. */
async function ask(session: Session, queries: readonly Query[]): Promise<void> {
  const queue = queryQueue(session.query);
  const answers = queries.map(
    (query, id) => new Promise((done, failed) => queue.add(id, query, { done, failed })),
  );
  await Promise.all(answers);
}

function planOf(address: string, { info }: LocalSeries): Plan {
  const { view } = parseView(LOCAL, new URLSearchParams(address), { standard: info.standard });
  return planView(view, info);
}

function queriesOf({ facets, comparison: _, days: __, ...panels }: Plan): readonly Query[] {
  return [...Object.values(panels).filter((query) => query !== null), ...Object.values(facets)];
}

/** What the reader does in a round, as an address. */
function steps({ info }: LocalSeries): Readonly<Record<string, (round: number) => string>> {
  const actors = info.ranking.actor;
  return {
    'a window': (round) => `from=${1991 + round}&to=${2012 + round}`,
    'an actor': (round) => `actor=${actors[round % actors.length]}`,
    'a word': (round) => `q=${WORDS[round % WORDS.length]}`,
    'a bin': (round) => `from=${1991 + round}&bin=${round % 2 === 0 ? 'month' : 'year'}`,
  };
}

async function time(rounds: number, once: (round: number) => Promise<void>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await once(round);
    times.push(performance.now() - begun);
  }
  return (median(times) ?? 0).toFixed(1).padStart(10);
}

async function measure(rows: number, seed: number, rounds: number, dir: string): Promise<void> {
  const session = importSession(() => '2026-11-23');
  const begun = performance.now();
  const local = await build(session, rows, seed, dir);
  const opened = ((performance.now() - begun) / 1000).toFixed(1);
  global.gc?.();
  const heap = Math.round(process.memoryUsage().heapUsed / 1e6);
  console.log(`\n${rows.toLocaleString('en')} rows, seed ${seed}: open in ${opened} s, ${heap} MB`);
  console.log('                 total      bins     plan');
  for (const [name, addressOf] of Object.entries(steps(local))) {
    const plan = (round: number) => planOf(addressOf(round), local);
    const cells = [
      await time(rounds, async (round) => ask(session, [plan(round).total])),
      await time(rounds, async (round) => ask(session, [plan(round).activity])),
      await time(rounds, async (round) => ask(session, queriesOf(plan(round)))),
    ];
    console.log(name.padEnd(12) + cells.join(''));
  }
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000,1000000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '9' },
    dir: { type: 'string', default: join(tmpdir(), 'bench-local') },
  },
});
await mkdir(values.dir, { recursive: true });
for (const rows of values.rows.split(',').map(Number)) {
  await measure(rows, Number(values.seed), Number(values.rounds), values.dir);
}
