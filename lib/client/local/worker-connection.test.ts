import { describe, expect, it } from 'vitest';
import { filter } from '../../../testing/series/hand-made';
import type { FromWorker, ToWorker } from './local-protocol';
import { type WorkerLike, workerConnection } from './worker-connection';

/** A worker that keeps what it is told and says what it is made to say. */
function standIn() {
  const heard: ToWorker[] = [];
  const listeners = new Map<string, (event: never) => void>();
  let ended = false;
  const worker = {
    postMessage: (message: ToWorker) => void heard.push(message),
    terminate: () => {
      ended = true;
    },
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
  } as unknown as WorkerLike;
  const say = (data: FromWorker) => listeners.get('message')?.({ data } as never);
  const breakDown = (message: string) =>
    listeners.get('error')?.({ message, preventDefault: () => undefined } as never);
  return { worker, heard, say, breakDown, ended: () => ended };
}

const QUERY = { kind: 'query', query: { kind: 'spells', filter: filter() } } as const;

describe('a connection to a worker', () => {
  it('gives each request its own answer, in whatever order they come', async () => {
    const { worker, say } = standIn();
    const connection = workerConnection(worker);
    const [first, second] = [connection.ask(QUERY), connection.ask(QUERY)];
    say({ kind: 'done', id: 2, answer: 'b' });
    say({ kind: 'done', id: 1, answer: 'a' });
    expect([await first, await second]).toEqual(['a', 'b']);
  });

  it('passes progress on, and failures as errors', async () => {
    const { worker, say } = standIn();
    const seen: number[] = [];
    const asked = workerConnection(worker).ask(
      { kind: 'build', mapping: null, title: '', outlines: null },
      { onProgress: ({ rows }) => seen.push(rows) },
    );
    say({ kind: 'progress', id: 1, progress: { step: 'build', bytes: 1, ofBytes: 2, rows: 5 } });
    say({ kind: 'failed', id: 1, message: 'torn', aborted: false });
    await expect(asked).rejects.toThrow('torn');
    expect(seen).toEqual([5]);
  });

  it('tells the worker of a request that is given up', async () => {
    const { worker, heard, say } = standIn();
    const controller = new AbortController();
    const asked = workerConnection(worker).ask(QUERY, { signal: controller.signal });
    controller.abort();
    expect(heard.at(-1)).toEqual({ kind: 'cancel', id: 1 });
    say({ kind: 'failed', id: 1, message: '', aborted: true });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('rejects what is under way where the worker breaks or is ended', async () => {
    const broken = standIn();
    const asked = workerConnection(broken.worker).ask(QUERY);
    broken.breakDown('out of memory');
    await expect(asked).rejects.toThrow('out of memory');
    const { worker, ended } = standIn();
    const connection = workerConnection(worker);
    const other = connection.ask(QUERY);
    connection.end();
    await expect(other).rejects.toMatchObject({ name: 'AbortError' });
    expect(ended()).toBe(true);
  });
});
