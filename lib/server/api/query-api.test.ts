import { beforeEach, describe, expect, test, vi } from 'vitest';
import { slowEngine } from '@/testing/engines/slow-engine';
import { cachedEngine } from '../../engine/cache';
import type { Query } from '../../query/query';
import type { IncidentId } from '../../series/model';
import { postQuery } from './query-api';

const held = vi.hoisted(() => ({ engine: null as unknown }));
vi.mock('../catalogue/server-catalogue', () => ({
  catalogue: () => ({ find: async (id: string) => ({ kind: 'ok', id }) }),
}));
vi.mock('../requests/open-request', async (original) => ({
  ...(await original<typeof import('../requests/open-request')>()),
  openRequest: async () => ({ kind: 'ok', revision: { engine: held.engine } }),
}));

let slow: ReturnType<typeof slowEngine>;
beforeEach(() => {
  slow = slowEngine();
  held.engine = cachedEngine(slow.engine, 1e6);
});

const query = (id: string): Query => ({ kind: 'incident', incident: id as IncidentId });
const key = (id: string) => JSON.stringify(query(id));

/** Posts queries about incidents as a reader who may leave. */
function post(...ids: string[]) {
  const reader = new AbortController();
  const body = JSON.stringify({ revision: '0123456789ab', queries: ids.map(query) });
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body, signal: reader.signal };
  const response = postQuery(new Request('http://localhost/', init), 'test');
  return { response, leave: () => reader.abort() };
}

const running = () => slow.open.map((one) => one.key);

describe('postQuery', () => {
  test('stops what it runs once the reader leaves, except for what another waits for', async () => {
    const [first, second] = [post('a', 'shared'), post('shared', 'b')];
    await expect.poll(() => running()).toEqual([key('a'), key('shared'), key('b')]);
    first.leave();
    expect((await first.response).status).toBe(499);
    expect(running()).toEqual([key('shared'), key('b')]);
    for (const one of [...slow.open]) one.answer();
    const { results } = await (await second.response).json();
    expect(results.map(({ of }: { of: string }) => of)).toEqual([key('shared'), key('b')]);
  });

  test('stops the rest where one query fails', async () => {
    const { response } = post('a', 'b');
    await expect.poll(() => running()).toHaveLength(2);
    slow.open[0]?.fail();
    expect((await response).status).toBe(503);
    expect(running()).toEqual([]);
  });
});
