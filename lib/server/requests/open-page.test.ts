import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { RefusedPage } from '@/components/notices/refused-page';
import { memoryStore } from '../../../testing/stores/memory-store';
import { plainSeries } from '../../../testing/stores/plain-series';
import { type Catalogue, makeCatalogue } from '../catalogue/catalogue';
import { loadAbout } from '../pages/about-page';
import { loadChanges } from '../pages/changes-page';
import { loadDashboard } from '../pages/dashboard-page';
import { loadIncident } from '../pages/incident-page';
import { FairQueue, type QueueRules } from '../work/fair-queue';

vi.mock('next/headers', () => ({ headers: async () => new Headers({ host: '127.0.0.1' }) }));

interface Held {
  annalsCatalogue?: Catalogue | undefined;
  annalsQueue?: FairQueue | undefined;
  annalsAnswers?: AsyncLocalStorage<ServerResponse> | undefined;
}
const held = globalThis as Held;
const before = { ...held };
const answers = new AsyncLocalStorage<ServerResponse>();
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-pages-'));
  const store = memoryStore();
  await store.publish(plainSeries('plain', 40), []);
  held.annalsCatalogue = makeCatalogue(store, dir, () => {});
  held.annalsAnswers = answers;
});
afterEach(() => {
  delete held.annalsQueue;
});
afterAll(async () => {
  Object.assign(held, {
    annalsCatalogue: before.annalsCatalogue,
    annalsQueue: before.annalsQueue,
    annalsAnswers: before.annalsAnswers,
  });
  await rm(dir, { recursive: true });
});

/** The answer of a connection, as far as a page has to do with it. */
class Answer extends EventEmitter {
  statusCode = 200;
  headersSent = false;
  destroyed = false;
  writableFinished = false;
  readonly req = { headers: {}, socket: { remoteAddress: '192.0.2.1' } };
  readonly headers: Record<string, string> = {};
  setHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
}

/** A queue in which nobody gets a place: too many wait, or a turn never comes. */
function fullQueue(rules: Partial<QueueRules>): FairQueue {
  const none = { weight: 2, most: 1 };
  return new FairQueue({
    ...{ places: 1, kinds: { page: none, export: none, picture: none } },
    ...{ mostWaiting: 10, mostPerClient: 10, patience: 20, ...rules },
  });
}

const PAGES = {
  dashboard: () => loadDashboard('plain', {}),
  about: () => loadAbout('plain', {}),
  changes: () => loadChanges('plain', {}),
  incident: () => loadIncident('plain', 'plain-1', {}),
};

describe('a page that gets no place', () => {
  it.each([
    ['dashboard', { mostWaiting: 0 }, 503, /more to do than it can/],
    ['dashboard', { mostPerClient: 0 }, 429, /more is asked at once/],
    ['dashboard', {}, 503, /turn of this request did not come/],
    ['about', { mostWaiting: 0 }, 503, /more to do/],
    ['changes', { mostWaiting: 0 }, 503, /more to do/],
    ['incident', { mostWaiting: 0 }, 503, /more to do/],
  ] as const)('%s under %j says so, with %d and when to ask again', async (name, rules, status, words) => {
    held.annalsQueue = fullQueue(rules);
    const answer = new Answer();
    const page = await answers.run(answer as unknown as ServerResponse, () => PAGES[name]());
    if (page.kind !== 'busy') throw new Error(page.kind);
    expect([answer.statusCode, Number(answer.headers['retry-after']) > 0]).toEqual([status, true]);
    expect(renderToStaticMarkup(RefusedPage({ refused: page }))).toMatch(words);
  });

  it('is given up when its reader leaves, and is no error', async () => {
    held.annalsQueue = fullQueue({ patience: 60_000 });
    const answer = new Answer();
    const page = answers.run(answer as unknown as ServerResponse, PAGES.dashboard);
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer.emit('close');
    expect((await page).kind).toBe('busy');
  });
});

describe('a page that gets one', () => {
  it('asks all it needs without a warning', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    const answer = new Answer();
    const page = await answers.run(answer as unknown as ServerResponse, PAGES.dashboard);
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('warning', warned);
    expect([page.kind, warned.mock.calls]).toEqual(['ok', []]);
  });
});
