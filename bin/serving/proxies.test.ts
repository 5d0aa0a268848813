import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readerOf } from '../../lib/server/requests/reader';
import { postUpload } from '../../lib/server/uploads/upload-api';
import { uploadSettings } from '../../lib/server/uploads/upload-settings';
import { httpServer } from './http-server.mjs';

const PUBLIC = 'annals.example.org';

/** What a proxy sends: by the headers of its reader and the address of the server behind it. */
type Sends = (reader: IncomingHttpHeaders, upstream: string) => IncomingHttpHeaders;

const CLIENT = '203.0.113.7';

/** As their documents say of `proxy_pass`, `reverse_proxy` and `ProxyPass`, without and with the settings of docs/deploy.md. */
const PROXIES: Readonly<Record<string, Sends>> = {
  'nginx, proxy_pass alone': (reader, upstream) => ({ ...reader, host: upstream, connection: 'close' }),
  'nginx, as documented': (reader) => ({
    ...reader,
    host: PUBLIC,
    'x-forwarded-for': CLIENT,
    'x-forwarded-proto': 'https',
    'x-request-id': '0123456789abcdef0123456789abcdef',
  }),
  'Caddy, as documented': (reader) => ({
    ...reader,
    'x-forwarded-for': CLIENT,
    'x-forwarded-host': PUBLIC,
    'x-forwarded-proto': 'https',
    via: '1.1 Caddy',
  }),
  'Apache, ProxyPass alone': (reader, upstream) => ({
    ...reader,
    host: upstream,
    'x-forwarded-for': CLIENT,
    'x-forwarded-host': PUBLIC,
    'x-forwarded-server': PUBLIC,
    connection: 'Keep-Alive',
  }),
  'Apache, as documented': (reader) => ({
    ...reader,
    'x-forwarded-for': CLIENT,
    'x-forwarded-host': PUBLIC,
    'x-forwarded-proto': 'https',
    'x-forwarded-server': PUBLIC,
    connection: 'Keep-Alive',
  }),
};

const TOKEN = 'right';
const store = mkdtempSync(join(tmpdir(), 'annals-proxies-'));
const servers: Server[] = [];

async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The address of uploads behind our server: answers as it does, with the origin that absolute links would have. */
async function startAnnals(): Promise<string> {
  const env = { ANNALS_STORE: store, ANNALS_DATA: join(store, 'none'), ANNALS_TOKEN: TOKEN };
  const settings = await uploadSettings(env);
  const server = httpServer(async (incoming, response) => {
    const headers = new Headers(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    const made = new Request(`http://x${incoming.url}`, { method: incoming.method ?? 'GET', headers });
    const answer = await postUpload(made, 'mine', settings);
    response.writeHead(answer.status, { 'x-origin': readerOf(headers).origin }).end();
  });
  return listening(server);
}

/** A proxy of ours that sends what another one would. */
function startProxy(sends: Sends, upstream: string): Promise<string> {
  const server = createServer((incoming, response) => {
    const { url, method } = incoming;
    const [host, port] = upstream.split(':');
    const headers = sends(incoming.headers, upstream);
    const asked = request({ host, port, path: url, method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(asked);
  });
  return listening(server);
}

/** Begins an upload as somebody who asks the proxy by its public name. */
async function publish(proxy: string, more: Record<string, string>) {
  const [host, port] = proxy.split(':');
  const headers = { host: PUBLIC, 'content-length': '0', ...more };
  const path = '/api/v1/datasets/mine/uploads?name=a.csv';
  const asked = request({ host, port, path, method: 'POST', headers, agent: false }).end();
  const [answer] = await once(asked, 'response');
  await text(answer);
  return { status: answer.statusCode, origin: answer.headers['x-origin'] };
}

let annals: string;
beforeAll(async () => {
  annals = await startAnnals();
});
afterEach(() => {
  delete process.env.ANNALS_ORIGIN;
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(store, { recursive: true, force: true });
});

describe.each(Object.entries(PROXIES))('behind %s', (_, sends) => {
  it('nobody publishes without the token, whatever they say of themselves', async () => {
    const proxy = await startProxy(sends, annals);
    for (const more of [
      {},
      { authorization: 'Bearer wrong' },
      { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1;host=localhost', 'x-real-ip': '127.0.0.1' },
    ]) {
      expect((await publish(proxy, more)).status).toBe(401);
    }
  });

  it('who sends the token publishes', async () => {
    const proxy = await startProxy(sends, annals);
    expect((await publish(proxy, { authorization: `Bearer ${TOKEN}` })).status).toBe(201);
  });

  it('absolute links begin with ANNALS_ORIGIN', async () => {
    process.env.ANNALS_ORIGIN = `https://${PUBLIC}`;
    const proxy = await startProxy(sends, annals);
    expect((await publish(proxy, {})).origin).toBe(`https://${PUBLIC}`);
  });
});

describe('without ANNALS_ORIGIN', () => {
  it.each([
    ['nginx, as documented', `https://${PUBLIC}`],
    ['Caddy, as documented', `https://${PUBLIC}`],
    ['Apache, as documented', `https://${PUBLIC}`],
    ['nginx, proxy_pass alone', /^http:\/\/127\.0\.0\.1:\d+$/],
  ])('absolute links are what %s says', async (name, origin) => {
    const proxy = await startProxy(PROXIES[name]!, annals);
    expect((await publish(proxy, {})).origin).toMatch(origin);
  });
});
