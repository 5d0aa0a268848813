/**
 * How fast the server answers and how heavy the page is: `npx tsx bench/server/dashboard.ts [address] [dataset]`, against a
 * production build that runs (`npm start`). Prints the median and the 95th percentile of the dashboard page and of the
 * queries after a change of filter, warm, one request at a time, and the gzip weight of the scripts that the page names.
 */
import { gzipSync } from 'node:zlib';
import { httpEngine } from '../../lib/engine/http/http-engine';
import { answerPlan } from '../../lib/query/plan/answers';
import { planView } from '../../lib/query/plan/plan';
import type { DatasetId } from '../../lib/series/model';
import { parseDay } from '../../lib/time/day';
import { parseView } from '../../lib/view/parse';

const [base = 'http://127.0.0.1:3000', dataset = 'russia-militancy'] = process.argv.slice(2);
const WARM_UP = 20;
const ROUNDS = 100;

interface ViewJson {
  readonly revision: string;
  readonly coverage: { readonly from: string; readonly to: string; readonly matched: number };
  readonly facets: { readonly actor: readonly { readonly id: string }[] };
}

/** Milliseconds of each of `ROUNDS` runs after a warm-up. */
async function time(run: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const begun = performance.now();
    await run(round);
    if (round >= WARM_UP) times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

function report(what: string, times: readonly number[]): void {
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(1).padStart(7);
  console.log(`${what.padEnd(44)} median ${at(0.5)} ms   95 % ${at(0.95)} ms   n = ${times.length}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

async function weigh(html: string): Promise<void> {
  const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].flatMap(([, src]) => src ?? []);
  const weights = [...new Set(sources)].map(async (src) => {
    const script = Buffer.from(await (await fetch(new URL(src, base))).arrayBuffer());
    return { src, plain: script.length, gzip: gzipSync(script, { level: 9 }).length };
  });
  const all = await Promise.all(weights);
  for (const { src, plain, gzip } of all) {
    console.log(
      `  ${kilobytes(gzip).padStart(9)} gzip ${kilobytes(plain).padStart(10)}  ${src.split('/').at(-1)}`,
    );
  }
  const total = all.reduce((sum, { gzip }) => sum + gzip, 0);
  console.log(
    `scripts named in the served HTML: ${kilobytes(total)} gzip in ${all.length} files (at most 200 kB)`,
  );
  const page = Buffer.from(html);
  console.log(`the HTML itself: ${kilobytes(gzipSync(page).length)} gzip, ${kilobytes(page.length)} plain`);
}

async function main(): Promise<void> {
  const view = (await (await fetch(`${base}/${dataset}/view.json`)).json()) as ViewJson;
  const { coverage, revision } = view;
  console.log(
    `${dataset}, ${coverage.matched} incidents in the default view, revision ${revision.slice(0, 12)}\n`,
  );
  const page = () => fetch(`${base}/${dataset}`).then((response) => response.text());
  report('dashboard page, same view', await time(page));
  const years = (round: number) => `from=2017-01-01&to=2024-01-${String(1 + (round % 28)).padStart(2, '0')}`;
  report(
    'dashboard page, a new window each time',
    await time((round) => fetch(`${base}/${dataset}?${years(round)}&q=${round}`).then((one) => one.text())),
  );
  const span = { from: parseDay(coverage.from)!, to: parseDay(coverage.to)! };
  const info = {
    guide: {
      meta: { coverage: span },
      fields: [],
      coverageNotes: [],
      namedViews: [],
      actors: [],
      actorRelations: [],
      regions: [],
    },
    ranking: { actor: [], type: [], region: [] },
  };
  const fetchThere: typeof fetch = (path, init) => fetch(new URL(String(path), base), init);
  const engine = httpEngine({ dataset, revision, fetch: fetchThere });
  const actors = view.facets.actor.map(({ id }) => id).filter((id) => id !== 'none');
  const change = (round: number) => {
    const actor = actors[round % actors.length] ?? '';
    const params = new URLSearchParams({ actor, to: `2023-${String(1 + (round % 12)).padStart(2, '0')}` });
    return answerPlan(engine, planView(parseView(dataset as DatasetId, params).view, info));
  };
  report('all queries of a new filter', await time(change));
  console.log('');
  await weigh(await page());
}

await main();
