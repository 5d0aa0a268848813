import { once } from 'node:events';
import { Agent, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { drain } from './graceful-stop.mjs';
import { httpServer, LIMITS } from './http-server.mjs';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;
const servers: Server[] = [];
const lines: string[] = [];

async function serving(handle: Handle, options = {}): Promise<string> {
  const server = httpServer(handle, { log: (line) => void lines.push(line), ...options });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The log once it has so many lines. */
async function logged(count: number) {
  while (lines.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  return lines.map((line) => JSON.parse(line));
}

afterEach(async () => {
  for (const server of servers.splice(0)) if (server.listening) await drain(server, 0);
  lines.length = 0;
});

const echo: Handle = (request, response) => response.end(request.headers['x-request-id']);

describe('a request', () => {
  it('is one line of the log, with its address and nothing else of what was sent', async () => {
    const at = await serving((_, response) => void response.writeHead(404).end());
    const headers = { 'x-request-id': 'proxy-1', authorization: 'Bearer secret', referer: 'http://reader' };
    await fetch(`${at}/a/view.json?q=x%0Ay`, { method: 'POST', headers, body: 'text' });
    const [{ time, ms, ...rest }] = await logged(1);
    expect(rest).toEqual({
      level: 'info',
      event: 'request',
      id: 'proxy-1',
      method: 'POST',
      path: '/a/view.json',
      query: 'q=x%0Ay',
      status: 404,
    });
    expect(lines[0]).toMatch(/^[^\n]*\n$/);
    expect([Number.isNaN(Date.parse(time)), typeof ms]).toEqual([false, 'number']);
  });

  it.each([
    ['4f1c-22:aa', true],
    ['has blanks', false],
    ['"}{"level":"fatal', false],
    ['x'.repeat(129), false],
  ])('keeps the id %s: %s', async (id, kept) => {
    const at = await serving(echo);
    const response = await fetch(at, { headers: { 'x-request-id': id } });
    const used = response.headers.get('x-request-id');
    expect(used === id).toBe(kept);
    expect(used).toMatch(kept ? /./ : /^[0-9a-f-]{36}$/);
    expect(await response.text()).toBe(used);
  });

  it('that its reader gave up is logged as 499', async () => {
    const at = await serving((_, response) => void response.write('begun'));
    const stop = new AbortController();
    const response = await fetch(at, { signal: stop.signal });
    stop.abort();
    await response.text().catch(() => undefined);
    expect((await logged(1))[0].status).toBe(499);
  });
});

describe('metrics', () => {
  it('are not there unless they are asked for', async () => {
    const at = await serving((_, response) => void response.writeHead(404).end());
    expect((await fetch(`${at}/metrics`)).status).toBe(404);
  });

  it('count requests by kind and status, below the base path too', async () => {
    const at = await serving(echo, { metrics: true, base: '/annals' });
    for (const path of ['/annals/a', '/annals/a/view.json', '/annals/a/view.json']) await fetch(at + path);
    await logged(3);
    const response = await fetch(`${at}/annals/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    expect(text).toContain('annals_requests_total{kind="page",status="2xx"} 1\n');
    expect(text).toContain('annals_requests_total{kind="data",status="2xx"} 2\n');
    expect(text).toContain('annals_request_seconds_count{kind="data"} 2\n');
    expect(text).toContain('annals_requests_running 1\n');
    for (const line of text.trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/);
    }
  });
});

describe('a connection', () => {
  it('has the limits that are documented', async () => {
    await serving(echo);
    expect(servers.at(-1)).toMatchObject({
      headersTimeout: LIMITS.headersMs,
      requestTimeout: LIMITS.requestMs,
      keepAliveTimeout: LIMITS.keepAliveMs,
      timeout: LIMITS.idleMs,
    });
  });

  it('on which headers do not end is answered with 408 and closed soon after its time', async () => {
    const at = new URL(await serving(echo));
    servers.at(-1)!.headersTimeout = 50;
    const socket = connect(Number(at.port), at.hostname).setEncoding('utf8');
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    expect((await socket.toArray()).join('')).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('a server that is told to stop', () => {
  /** A server that answers when it is let. */
  async function waiting() {
    let finish = () => {};
    const at = await serving((_, response) => {
      response.write('a');
      finish = () => void response.end('b');
    });
    const agent = new Agent({ keepAlive: true });
    const asked = request(at, { agent }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const text = response.setEncoding('utf8').toArray();
    return { at, server: servers.at(-1)!, finish: () => finish(), text };
  }

  it('ends what runs, and takes nothing new', async () => {
    const { at, server, finish, text } = await waiting();
    const drained = drain(server, 5_000);
    await expect(fetch(at)).rejects.toThrow();
    finish();
    expect((await text).join('')).toBe('ab');
    expect(await drained).toBe(true);
  });

  it('cuts off what has not ended within the deadline', async () => {
    const { server, text } = await waiting();
    const cut = expect(text).rejects.toThrow(/aborted/);
    expect(await drain(server, 30)).toBe(false);
    await cut;
  });
});
