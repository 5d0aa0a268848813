import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { markPeers, PEER_HEADER } from './peer';

test('a request is marked with the address of its socket, over what it says itself', async () => {
  markPeers();
  let seen: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    seen = request.headers;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`, { headers: { [PEER_HEADER]: '10.0.0.1' } });
  server.close();
  expect(seen[PEER_HEADER]).toBe('127.0.0.1');
});
