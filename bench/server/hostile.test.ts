import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Catalogue, makeCatalogue } from '../../lib/server/catalogue/catalogue';
import { diskStore } from '../../lib/server/catalogue/disk-store';
import { embed } from '../../lib/server/embeds/embeds';
import { oembed } from '../../lib/server/embeds/oembed';
import { isData, refuse } from '../../lib/server/requests/guard';
import { answerTwin } from '../../lib/server/twins/answer-twin';
import { incident, seriesOfHand } from '../../testing/series/hand-made';
import { seeded } from '../synthetic/random';
import { hostileAddress } from './hostile-addresses';

const ADDRESSES = 2_000;
const held = globalThis as typeof globalThis & { annalsCatalogue?: Catalogue };
const kept = { catalogue: held.annalsCatalogue, store: process.env.ANNALS_STORE };
let dir = '';
let dataset = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-addresses-'));
  process.env.ANNALS_STORE = dir;
  const store = diskStore(dir);
  const series = seriesOfHand([
    incident('a', '2020-01-05', ['x claimed certain', 'y']),
    incident('b', '2020-05', ['y attributed possible']),
  ]);
  dataset = series.meta.id;
  await store.publish(series, []);
  held.annalsCatalogue = makeCatalogue(store, join(dir, 'no-packages'), () => {});
});
afterAll(async () => {
  await held.annalsCatalogue?.close();
  if (kept.catalogue) held.annalsCatalogue = kept.catalogue;
  else delete held.annalsCatalogue;
  if (kept.store === undefined) delete process.env.ANNALS_STORE;
  else process.env.ANNALS_STORE = kept.store;
  await rm(dir, { recursive: true });
});

/** What a request comes to: the guard first, then the route that its path names. Null where a page would answer. */
async function answerOf(address: string): Promise<Response | { readonly status: number } | null> {
  const url = new URL(`http://127.0.0.1${address}`);
  const refused = refuse('GET', url.pathname, url.search);
  if (refused) return { status: 400 };
  const [first = '', second = '', third, ...more] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const request = new Request(url);
  if (first === 'embed' && third !== undefined && more.length === 0) return embed(request, second, third);
  if (first === 'api' && second === 'oembed') return oembed(request);
  return third === undefined && isData(url.pathname) && first !== 'api'
    ? answerTwin(request, first, second)
    : null;
}

it(`answers ${ADDRESSES} hostile addresses, and none of them with an error of its own`, {
  timeout: 300_000,
}, async () => {
  const errors = vi.spyOn(console, 'error');
  const next = seeded(20_261_128);
  const counts = new Map<number, number>();
  for (let at = 0; at < ADDRESSES; at++) {
    const address = hostileAddress(dataset, next);
    const answer = await answerOf(address);
    if (!answer) continue;
    expect([address, [200, 400, 404, 410].includes(answer.status)]).toEqual([address, true]);
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    if (!(answer instanceof Response)) continue;
    if (answer.headers.get('content-type') === 'application/problem+json') {
      expect(await answer.json()).toMatchObject({
        status: answer.status,
        type: expect.stringMatching(/^.problems/),
      });
    } else await answer.body?.cancel();
  }
  expect(errors).not.toHaveBeenCalled();
  // Some of each, or the test has gone blind.
  for (const status of [200, 400, 404]) expect(counts.get(status) ?? 0).toBeGreaterThan(50);
});
