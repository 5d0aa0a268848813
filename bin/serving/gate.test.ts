import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { drain } from './graceful-stop.mjs';
import { httpServer } from './http-server.mjs';

type Handle = (request: unknown, response: ServerResponse) => void;
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await drain(server, 0);
});

/** What the server says, byte by byte, to these bytes. */
async function said(bytes: string, handle: Handle = (_, response) => void response.end('x')) {
  const server = httpServer(handle);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(bytes);
  const text = (await socket.setEncoding('utf8').toArray()).join('');
  const [head = ''] = text.split('\r\n\r\n');
  const status = Number(head.split(' ')[1]);
  const headers = new Headers(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': ', 2) as [string, string]),
  );
  return { status, headers };
}

const asking = (line: string, host = 'a.example') =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

describe('every answer', () => {
  it.each([
    [asking('GET /a'), 200],
    [asking('TRACE /a'), 405],
    [asking('PROPFIND /a'), 405],
    [asking('PURGE /a'), 405],
    [asking('NONSENSE /a'), 405],
    [asking('GET /a', 'a.example:99999'), 400],
    [asking('GET /a', 'a.example/"><script>'), 400],
    [asking('GET /a', 'a b'), 400],
    [asking('GET /a', 'app_1:3000'), 200],
    [asking('GET /a', '[::1]:3000'), 200],
    [asking('GET /a', ''), 400],
    ['GET /a HTTP/1.0\r\n\r\n', 200],
    ['what is this\r\n\r\n', 405],
    ['GET /a HTTP/1.1\r\nHost: a\r\nBad header\r\n\r\n', 400],
    [asking(`GET /${'a'.repeat(300_000)}`), 431],
  ])('to %j is a %i with a policy, and no guess at its type', async (bytes, status) => {
    const answer = await said(bytes);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD' : null);
  });

  it.each([
    [
      'set before',
      (_: unknown, response: ServerResponse) => {
        response.setHeader('Content-Security-Policy', "default-src 'self'");
        response.end();
      },
    ],
    [
      'written with its status',
      (_: unknown, response: ServerResponse) => {
        response.writeHead(304, 'Not Modified', { 'Content-Security-Policy': "default-src 'self'" }).end();
      },
    ],
  ] as const)('keeps the policy that was %s', async (_, handle) => {
    const { headers } = await said(asking('GET /a'), handle);
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  });
});
