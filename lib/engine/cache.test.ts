import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../query/engine';
import { EVERYTHING } from '../query/info/everything';
import type { Query } from '../query/query';
import type { IncidentId } from '../series/model';
import { cachedEngine } from './cache';

const ask = (id: string): Query => ({ kind: 'incident', incident: id as IncidentId });

/** An engine that answers when told to, and says what it was asked. */
function slowEngine() {
  const asked: string[] = [];
  const aborted: string[] = [];
  const open = new Map<string, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const engine: Engine = {
    name: 'slow',
    close: () => Promise.resolve(),
    run: (query, signal) => {
      const id = query.kind === 'incident' ? query.incident : '';
      asked.push(id);
      return new Promise((resolve, reject) => {
        open.set(id, { resolve: resolve as (value: never) => void, reject });
        signal?.addEventListener('abort', () => {
          aborted.push(id);
          reject(signal.reason as Error);
        });
      });
    },
  };
  const answer = (id: string) => open.get(id)?.resolve({ incident: null, sources: [] } as never);
  const fail = (id: string) => open.get(id)?.reject(new Error('broken'));
  return { engine, asked, aborted, answer, fail };
}

/** Asks and answers at once. */
async function fetchNow(cached: Engine, slow: ReturnType<typeof slowEngine>, id: string): Promise<void> {
  const result = cached.run(ask(id));
  slow.answer(id);
  await result;
}

describe('cachedEngine', () => {
  test('runs the same query once, whether asked at once or later', async () => {
    const slow = slowEngine();
    const cached = cachedEngine(slow.engine, 1e6);
    const both = [cached.run(ask('a')), cached.run(ask('a'))];
    slow.answer('a');
    const [first, second] = await Promise.all(both);
    expect(first).toBe(second);
    expect(await cached.run(ask('a'))).toBe(first);
    expect(slow.asked).toEqual(['a']);
  });

  test('drops the result unused for longest', async () => {
    const slow = slowEngine();
    // An answer with its key takes between 240 and 340 bytes, so that there is room for two.
    const cached = cachedEngine(slow.engine, 700);
    for (const id of ['a', 'b', 'a', 'c']) await fetchNow(cached, slow, id);
    expect(slow.asked).toEqual(['a', 'b', 'c']);
    await fetchNow(cached, slow, 'a');
    await fetchNow(cached, slow, 'b');
    expect(slow.asked).toEqual(['a', 'b', 'c', 'b']);
  });

  test('forgets answers with incidents where it is told to, and keeps figures', async () => {
    const asked: string[] = [];
    const engine: Engine = {
      name: 'quick',
      close: () => Promise.resolve(),
      run: async (query) => {
        asked.push(query.kind);
        return { groups: [] } as never;
      },
    };
    const cached = cachedEngine(engine, 1e6, 'forgotten');
    const figures = { kind: 'groups', filter: EVERYTHING, measure: 'incidents', split: 'none' } as const;
    for (const query of [ask('a'), ask('a'), figures, figures]) await cached.run(query);
    expect(asked).toEqual(['incident', 'incident', 'groups']);
    await Promise.all([cached.run(ask('a')), cached.run(ask('a'))]);
    expect(asked).toHaveLength(4);
  });

  test('does not keep a failure', async () => {
    const slow = slowEngine();
    const cached = cachedEngine(slow.engine, 1e6);
    const failing = cached.run(ask('a'));
    slow.fail('a');
    await expect(failing).rejects.toThrow('broken');
    await fetchNow(cached, slow, 'a');
    expect(slow.asked).toEqual(['a', 'a']);
  });

  test('an abort frees the one who aborts and leaves the other his answer', async () => {
    const slow = slowEngine();
    const cached = cachedEngine(slow.engine, 1e6);
    const controller = new AbortController();
    const left = cached.run(ask('a'), controller.signal);
    const stayed = cached.run(ask('a'), new AbortController().signal);
    controller.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(slow.aborted).toEqual([]);
    slow.answer('a');
    await expect(stayed).resolves.toEqual({ incident: null, sources: [] });
  });

  test('aborts the run when nobody waits for it, and runs it afresh when asked again', async () => {
    const slow = slowEngine();
    const cached = cachedEngine(slow.engine, 1e6);
    const controller = new AbortController();
    const left = cached.run(ask('a'), controller.signal);
    controller.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(slow.aborted).toEqual(['a']);
    await fetchNow(cached, slow, 'a');
    expect(slow.asked).toEqual(['a', 'a']);
  });

  test('runs what somebody waits for and nothing else, whoever comes and leaves', async () => {
    const caller = fc.record({ id: fc.constantFrom('a', 'b', 'c'), leaves: fc.boolean(), first: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(fc.array(caller, { maxLength: 10 }), async (callers) => {
        const slow = slowEngine();
        const cached = cachedEngine(slow.engine, 1e6);
        const asked = callers.map(({ id, leaves, first }) => {
          const controller = new AbortController();
          const result = cached.run(ask(id), controller.signal).then(
            () => 'answered',
            () => 'left',
          );
          return { id, leaves, first, result, controller };
        });
        const leavers = asked.filter(({ leaves }) => leaves).sort((x, y) => x.first - y.first);
        for (const { controller } of leavers) controller.abort();
        const waited = new Set(asked.filter(({ leaves }) => !leaves).map(({ id }) => id));
        const asking = new Set(callers.map(({ id }) => id));
        expect(new Set(slow.aborted)).toEqual(new Set([...asking].filter((id) => !waited.has(id))));
        for (const id of waited) slow.answer(id);
        expect(await Promise.all(asked.map(({ result }) => result))).toEqual(
          asked.map(({ leaves }) => (leaves ? 'left' : 'answered')),
        );
        expect(slow.asked).toHaveLength(asking.size);
      }),
    );
  });

  test('does not ask at all for a caller who has already aborted', async () => {
    const slow = slowEngine();
    const cached = cachedEngine(slow.engine, 1e6);
    await expect(cached.run(ask('a'), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(slow.asked).toEqual([]);
  });
});
