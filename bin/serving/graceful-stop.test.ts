import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';

/** A server in a process of its own, whose answers take half a second after their beginning. */
const PROGRAM = `
import { stopOnSignal } from './bin/serving/graceful-stop.mjs';
import { httpServer } from './bin/serving/http-server.mjs';
const server = httpServer((request, response) => {
  response.write('begun ');
  if (request.url !== '/never') setTimeout(() => response.end('ended'), 500);
});
stopOnSignal(server, async () => console.log('closed'));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function started() {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    cwd: process.cwd(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  await once(child.stdout, 'data');
  return { child, said, at: `http://127.0.0.1:${Number(said[0])}`, ended: once(child, 'exit') };
}

describe('a process that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'at %s answers what it has begun, gives back what is open, and ends with 0',
    async (signal) => {
      const { child, said, at, ended } = await started();
      const response = await fetch(at);
      child.kill(signal);
      expect(await response.text()).toBe('begun ended');
      expect(await ended).toEqual([0, null]);
      expect(said.join('')).toContain('closed');
    },
  );

  it('ends at once at a second signal', async () => {
    const { child, said, at, ended } = await started();
    const response = await fetch(`${at}/never`);
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
    await expect(response.text()).rejects.toThrow();
    expect(said.join('')).not.toContain('closed');
  });
});
