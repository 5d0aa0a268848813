import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { WorkThread } from './work-thread';

const drawing = { svg: '<svg/>', scale: 1, fontFiles: [] };

/** Threads that answer when told to, and what they were asked. */
function setUp() {
  const started: (EventEmitter & { asked: { id: number }[] })[] = [];
  const start = () => {
    const asked: { id: number }[] = [];
    const fake = Object.assign(new EventEmitter(), {
      asked,
      unref: () => undefined,
      terminate: () => Promise.resolve(0),
      postMessage: (one: { id: number }) => asked.push(one),
    });
    started.push(fake);
    return fake as unknown as Worker;
  };
  return { started, thread: new WorkThread<typeof drawing, Uint8Array>(start, 'ended') };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('does one piece of work at a time, and none whose reader left before its turn', async () => {
  const { started, thread } = setUp();
  const reader = new AbortController();
  const first = thread.ask(drawing);
  const left = thread.ask(drawing, reader.signal);
  const last = thread.ask(drawing);
  await turn();
  reader.abort();
  const [fake] = started;
  expect(fake?.asked).toHaveLength(1);
  fake?.emit('message', { id: fake.asked[0]?.id, value: new Uint8Array([1]) });
  expect(await first).toEqual(new Uint8Array([1]));
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  await turn();
  expect(fake?.asked).toHaveLength(2);
  fake?.emit('message', { id: fake.asked[1]?.id, value: new Uint8Array([2]) });
  expect(await last).toEqual(new Uint8Array([2]));
});

it('tells the thread whose reader has left, and does the next piece once it has ended', async () => {
  const { started, thread } = setUp();
  const reader = new AbortController();
  const left = thread.ask(drawing, reader.signal);
  const next = thread.ask(drawing);
  await turn();
  const [fake] = started;
  const [first] = fake?.asked ?? [];
  reader.abort();
  expect(fake?.asked.slice(1)).toEqual([{ left: first?.id }]);
  fake?.emit('message', { id: first?.id, error: 'AbortError' });
  await expect(left).rejects.toThrow('AbortError');
  await turn();
  fake?.emit('message', { id: fake.asked[2]?.id, value: new Uint8Array([4]) });
  expect(await next).toEqual(new Uint8Array([4]));
});

it('tells of a thread that breaks, and does the next piece in another', async () => {
  const { started, thread } = setUp();
  const broken = thread.ask(drawing);
  await turn();
  started[0]?.emit('error', new Error('out of memory'));
  await expect(broken).rejects.toThrow('out of memory');
  const next = thread.ask(drawing);
  await turn();
  const fake = started[1];
  fake?.emit('message', { id: fake.asked[0]?.id, value: new Uint8Array([3]) });
  expect(await next).toEqual(new Uint8Array([3]));
});
