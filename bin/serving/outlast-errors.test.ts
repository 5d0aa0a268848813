import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';

let child: ChildProcess | null = null;
afterEach(() => child?.kill('SIGKILL'));

/** A program that says something again and again, fails once when it is told to, and then tells how many errors it has met. */
const PROGRAM = `
  import { outlastErrors } from ${JSON.stringify(new URL('outlast-errors.mjs', import.meta.url).href)};
  outlastErrors();
  let met = 0;
  for (const kind of ['uncaughtException', 'unhandledRejection']) process.on(kind, () => met++);
  setInterval(() => { console.log('said'); console.error('said'); }, 5);
  process.on('message', () => {
    setTimeout(() => { throw new Error('nobody caught it'); });
    setTimeout(() => process.send(met), 400);
  });
  process.send('ready');
`;

it('goes on where nobody reads what it says any more, and does not fail over saying that', async () => {
  child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  await once(child, 'message');
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.send('fail');
  const [met] = await once(child, 'message');
  expect([met, child.exitCode]).toEqual([1, null]);
});
