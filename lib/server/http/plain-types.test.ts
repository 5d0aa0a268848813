import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { keepTypesPlain } from './plain-types';

test('a type that is handed over as a list of one is a text, and other lists stay lists', async () => {
  keepTypesPlain();
  const seen: unknown[] = [];
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', ['text/csv']);
    response.setHeader('vary', ['a', 'b']);
    response.setHeader('x-one', ['1']);
    seen.push(response.getHeader('content-type'), response.getHeader('vary'), response.getHeader('x-one'));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  server.close();
  expect(seen).toEqual(['text/csv', ['a', 'b'], ['1']]);
  expect(answer.headers.get('content-type')).toBe('text/csv');
});
