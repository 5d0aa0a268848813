import { describe, expect, it, vi } from 'vitest';
import { FairQueue, type QueueRules, RefusedError, type WorkKind } from './fair-queue';

const RULES: QueueRules = {
  places: 2,
  kinds: {
    page: { weight: 1, most: 2 },
    export: { weight: 1, most: 1 },
    picture: { weight: 1, most: 1 },
  },
  ...{ mostWaiting: 10, mostPerClient: 4, patience: 60_000 },
};

/** Works that end when told, and the order in which they began. */
function setUp(rules: Partial<QueueRules> = {}) {
  const queue = new FairQueue({ ...RULES, ...rules });
  const begun: string[] = [];
  const open = new Map<string, () => void>();
  const ask = (
    kind: WorkKind,
    client: string,
    name: string,
    more: { signal?: AbortSignal; begun?: boolean } = {},
  ) => {
    const asked = queue.run({ kind, client, ...more }, () => {
      begun.push(name);
      return new Promise<string>((resolve) => open.set(name, () => resolve(name)));
    });
    // What still waits when a test ends is refused after it.
    asked.catch(() => {});
    return asked;
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    await turn();
    open.get(name)?.();
    await turn();
  };
  return { queue, begun, ask, end, turn };
}

const reasonOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error instanceof RefusedError ? error.reason : error),
  );

describe('FairQueue', () => {
  it('lets pages go before exports and exports before pictures', async () => {
    const { begun, ask, end } = setUp();
    void ask('page', 'a', 'first');
    void ask('page', 'a', 'second');
    void ask('picture', 'a', 'picture');
    void ask('export', 'b', 'export');
    void ask('page', 'b', 'page');
    for (const name of ['first', 'second', 'page']) await end(name);
    expect(begun).toEqual(['first', 'second', 'page', 'export', 'picture']);
  });

  it('leaves room for pages, however many exports and pictures wait', async () => {
    const { begun, ask, turn } = setUp({ places: 3 });
    for (const name of ['e1', 'e2', 'e3']) void ask('export', name, name);
    for (const name of ['p1', 'p2']) void ask('picture', name, name);
    void ask('page', 'a', 'page');
    await turn();
    expect(begun).toEqual(['e1', 'p1', 'page']);
  });

  it('lets clients take turns', async () => {
    const { begun, ask, end } = setUp({ places: 1 });
    void ask('page', 'eager', 'eager 1');
    for (const n of [2, 3, 4]) void ask('page', 'eager', `eager ${n}`);
    for (const n of [1, 2]) void ask('page', 'modest', `modest ${n}`);
    for (const name of ['eager 1', 'eager 2', 'modest 1', 'eager 3', 'modest 2']) await end(name);
    expect(begun).toEqual(['eager 1', 'eager 2', 'modest 1', 'eager 3', 'modest 2', 'eager 4']);
  });

  it('refuses a client who has too many waiting, and nobody else', async () => {
    const { ask } = setUp({ places: 1 });
    for (const n of [0, 1, 2, 3, 4]) void ask('page', 'eager', `eager ${n}`);
    expect(await reasonOf(ask('page', 'eager', 'one more'))).toBe('client');
    const modest = ask('page', 'modest', 'modest');
    expect(await Promise.race([reasonOf(modest), Promise.resolve('waits')])).toBe('waits');
  });

  it('refuses everybody once too many wait', async () => {
    const { ask } = setUp({ places: 1, mostWaiting: 2 });
    for (const client of ['a', 'b', 'c']) void ask('page', client, client);
    expect(await reasonOf(ask('page', 'd', 'd'))).toBe('full');
  });

  it('lets what has begun go on, however many wait', async () => {
    const { begun, ask, end } = setUp({ places: 1, mostWaiting: 1 });
    for (const client of ['a', 'b']) void ask('page', client, client);
    void ask('export', 'c', 'chunk', { begun: true });
    for (const name of ['a', 'b']) await end(name);
    expect(begun).toEqual(['a', 'b', 'chunk']);
  });

  it('forgets one whose reader leaves while it waits', async () => {
    const { begun, ask, end } = setUp({ places: 1 });
    void ask('page', 'a', 'first');
    const reader = new AbortController();
    const left = reasonOf(ask('page', 'b', 'left', { signal: reader.signal }));
    void ask('page', 'c', 'last');
    reader.abort();
    expect(await left).toMatchObject({ name: 'AbortError' });
    await end('first');
    expect(begun).toEqual(['first', 'last']);
  });

  it('gives the place of a work that fails to the next', async () => {
    const { queue, begun, ask } = setUp({ places: 1 });
    const failing = queue.run({ kind: 'page', client: 'a' }, () => Promise.reject(new Error('broken')));
    const next = ask('page', 'b', 'next');
    await expect(failing).rejects.toThrow('broken');
    await expect.poll(() => begun).toEqual(['next']);
    expect(next).toBeInstanceOf(Promise);
  });

  it('refuses what waits for too long', async () => {
    vi.useFakeTimers();
    try {
      const { ask } = setUp({ places: 1, patience: 5_000 });
      void ask('page', 'a', 'first');
      const late = reasonOf(ask('page', 'b', 'late'));
      await vi.advanceTimersByTimeAsync(4_999);
      expect(await Promise.race([late, Promise.resolve('waits')])).toBe('waits');
      await vi.advanceTimersByTimeAsync(1);
      expect(await late).toBe('late');
    } finally {
      vi.useRealTimers();
    }
  });
});
