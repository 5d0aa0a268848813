import { beforeEach, describe, expect, test, vi } from 'vitest';
import { slowEngine } from '@/testing/engines/slow-engine';
import { EXAMPLE_GUIDE } from '@/testing/series/example-guide';
import { cachedEngine } from '../../engine/cache';
import { binsOfColumns } from '../../engine/http/bin-columns';
import { filterOf } from '../../query/plan/filter';
import type { Query } from '../../query/query';
import type { DatasetId, IncidentId } from '../../series/model';
import { defaultView } from '../../view/keys';
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

  test('gives many bins as columns to who asks for that, and else as they are', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      ...{ start: 17_000 + at, series: null, low: at, best: at, high: at, basis: null },
    }));
    held.engine = { ...slow.engine, run: async () => ({ bins: many }) };
    const filter = filterOf(defaultView('test' as DatasetId), { guide: EXAMPLE_GUIDE });
    const bins = { kind: 'bins', filter, bin: 'year', measure: 'incidents', split: 'none' } as const;
    const asked = { ...bins, stacked: false, beyond: null };
    const answer = async (form: object) => {
      const body = JSON.stringify({ revision: '0123456789ab', queries: [asked], ...form });
      const headers = { 'content-type': 'application/json' };
      const request = new Request('http://localhost/', { method: 'POST', headers, body });
      return (await (await postQuery(request, 'test')).json()).results[0];
    };
    expect(await answer({})).toEqual({ bins: many });
    const columns = await answer({ bins: 'columns' });
    expect(Object.keys(columns)).toEqual(['columns']);
    expect(binsOfColumns(columns)).toEqual({ bins: many });
  });

  test('stops the rest where one query fails', async () => {
    const { response } = post('a', 'b');
    await expect.poll(() => running()).toHaveLength(2);
    slow.open[0]?.fail();
    expect((await response).status).toBe(503);
    expect(running()).toEqual([]);
  });
});
