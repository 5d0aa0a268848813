import { describe, expect, it, vi } from 'vitest';
import { infoOf } from '../../../testing/pages/test-dashboard';
import { SMALL } from '../../../testing/pages/test-series';
import type { Engine } from '../../query/engine';
import type { Query } from '../../query/query';
import type { IncidentId } from '../../series/model';
import type { FromColumns, ToColumns } from './columns-protocol';
import { columnsSource, type Device, withColumns } from './columns-source';

/** A worker that keeps what it is sent, and says what the test has it say. */
function fakeWorker() {
  const sent: ToColumns[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const worker = {
    postMessage: (message: ToColumns) => sent.push(message),
    terminate: vi.fn(),
    addEventListener: (name: string, hear: (event: unknown) => void) => listeners.set(name, hear),
  };
  const say = (data: FromColumns) => listeners.get('message')?.({ data });
  const crash = () => listeners.get('error')?.({ preventDefault() {} });
  return { worker: worker as unknown as Worker, sent, say, crash };
}

const ANY: Device = { memory: undefined, savesData: false };
const wanted = (incidents: number) => ({ at: '/columns', incidents, guide: infoOf(SMALL).guide });
const query = (limit: number) => ({ kind: 'rows', limit, filter: {} }) as unknown as Query;

function opened() {
  const fake = fakeWorker();
  const source = columnsSource(
    () => fake.worker,
    () => ANY,
  );
  source.offer(wanted(100));
  fake.say({ kind: 'open' });
  const server: Engine = {
    name: 'server',
    run: vi.fn(async () => 'server' as never),
    close: async () => undefined,
  };
  return { ...fake, source, server, engine: withColumns(server, source) };
}

describe('the columns of a served series', () => {
  it.each([
    ['few rows', 300_000, ANY, 'fetching'],
    ['more rows than are fetched unasked', 300_001, ANY, 'offered'],
    ['a reader who saves data', 100, { ...ANY, savesData: true }, 'offered'],
    ['a device with little memory, and many rows', 50_001, { ...ANY, memory: 2 }, 'stays'],
    ['a device with little memory, and few', 50_000, { ...ANY, memory: 2 }, 'fetching'],
  ] as const)('with %s', (_, incidents, device, kind) => {
    const fake = fakeWorker();
    const source = columnsSource(
      () => fake.worker,
      () => device,
    );
    source.offer(wanted(incidents));
    expect(source.state().kind).toBe(kind);
    expect(fake.sent.map((one) => one.kind)).toEqual(kind === 'fetching' ? ['open'] : []);
  });

  it('say how much has come, can be stopped, and fetched again', () => {
    const fake = fakeWorker();
    const source = columnsSource(
      () => fake.worker,
      () => ANY,
    );
    const changed = vi.fn();
    source.subscribe(changed);
    source.offer(wanted(100));
    fake.say({ kind: 'received', bytes: 10, of: 40 });
    expect(source.state()).toEqual({ kind: 'fetching', bytes: 10, of: 40 });
    source.cancel();
    expect(source.state().kind).toBe('offered');
    expect(fake.worker.terminate).toHaveBeenCalled();
    source.fetch();
    expect(source.state().kind).toBe('fetching');
    expect(changed).toHaveBeenCalledTimes(4);
  });

  it('answer what is asked at once together, and leave out what nobody waits for any more', async () => {
    const { sent, say, engine, server } = opened();
    const gone = new AbortController();
    const first = engine.run(query(1));
    await Promise.resolve();
    const left = engine.run(query(2), gone.signal);
    const third = engine.run(query(3));
    gone.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    await Promise.resolve();
    // The first is still with the worker.
    expect(sent.slice(1)).toEqual([{ kind: 'ask', id: 1, queries: [query(1)] }]);
    say({ kind: 'answers', id: 1, results: [{ kind: 'whole', result: 'one' as never }] });
    expect(await first).toBe('one');
    expect(sent.at(-1)).toEqual({ kind: 'ask', id: 2, queries: [query(3)] });
    say({ kind: 'answers', id: 2, results: [{ kind: 'whole', result: 'three' as never }] });
    expect(await third).toBe('three');
    expect(server.run).not.toHaveBeenCalled();
  });

  it.each([
    ['tells of damage', ({ say }: ReturnType<typeof opened>) => say({ kind: 'failed', message: 'Damaged.' })],
    ['breaks', ({ crash }: ReturnType<typeof opened>) => crash()],
  ])('leave the server to answer where the worker %s, and say so', async (_, happens) => {
    const all = opened();
    const asked = all.engine.run(query(1));
    await Promise.resolve();
    happens(all);
    expect(await asked).toBe('server');
    expect(await all.engine.run(query(2))).toBe('server');
    expect(all.source.state()).toMatchObject({ kind: 'stays', why: expect.stringContaining('server') });
  });

  it('leave to the server what they do not hold: an incident with its sources', async () => {
    const { engine, sent } = opened();
    expect(await engine.run({ kind: 'incident', incident: 'i1' as IncidentId })).toBe('server');
    expect(sent).toHaveLength(1);
  });
});
