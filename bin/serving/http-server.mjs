import { createServer } from 'node:http';
import { answerUnreadable, keepPolicy, refuseAtTheGate, refusedAtTheGate } from './gate.mjs';
import { logLine } from './log.mjs';
import { kindOf, metricsText, RequestCounts } from './request-counts.mjs';
import { requestId } from './request-id.mjs';

const SECOND = 1000;

/** What a connection may take. Node's own limits would cut an upload of an hour after five minutes. */
export const LIMITS = {
  /** Room for addresses of 100 kB and more, so that they get an answer that explains, not Node's bare 431. */
  headerBytes: 262_144,
  /** The headers must be here after so long, the whole body after so long. */
  headersMs: 20 * SECOND,
  requestMs: 2 * 3600 * SECOND,
  /** How often Node looks for connections that have passed these two; its own 30 s would more than double the first. */
  checkMs: 2 * SECOND,
  /** A connection on which nothing moves is closed: during a request, and between two (longer than proxies wait, 60 s). */
  idleMs: 300 * SECOND,
  keepAliveMs: 65 * SECOND,
};

function splitTarget(target) {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

/** The path below the base path; as it is where it does not lie there. */
function below(path, base) {
  return base !== '' && (path === base || path.startsWith(`${base}/`))
    ? path.slice(base.length) || '/'
    : path;
}

function answerMetrics(request, response, counts) {
  const known = request.method === 'GET' || request.method === 'HEAD';
  response.writeHead(known ? 200 : 405, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    'cache-control': 'no-store',
    ...(known ? {} : { allow: 'GET, HEAD' }),
  });
  response.end(request.method === 'GET' ? metricsText(counts) : '');
}

/**
 * An HTTP server that hands each request to `handle`. Each has an id, in `x-request-id` both ways, and becomes a line of the
 * log when it has ended: nothing of what the reader sent stands in it but the address.
 */
export function httpServer(handle, { base = '', metrics = false, log = null } = {}) {
  const counts = new RequestCounts();
  const limits = { maxHeaderSize: LIMITS.headerBytes, connectionsCheckingInterval: LIMITS.checkMs };
  const server = createServer(limits, (request, response) => {
    const begun = performance.now();
    const [path, query] = splitTarget(request.url ?? '/');
    const { method } = request;
    const inner = below(path, base);
    const id = requestId(request.headers['x-request-id']);
    request.headers['x-request-id'] = id;
    response.setHeader('x-request-id', id);
    if (server.stopping) response.setHeader('connection', 'close');
    counts.running += 1;
    response.once('close', () => {
      const ms = performance.now() - begun;
      counts.running -= 1;
      // The reader has gone before the answer was whole: 499, as nginx calls it.
      const status = response.writableFinished ? response.statusCode : 499;
      counts.add(kindOf(inner), status, ms / SECOND);
      log?.(logLine('info', { event: 'request', id, method, path, query, status, ms: Math.round(ms) }));
    });
    keepPolicy(request, response);
    const refused = refusedAtTheGate(request);
    if (refused) refuseAtTheGate(response, refused);
    else if (metrics && inner === '/metrics') answerMetrics(request, response, counts);
    else handle(request, response);
  });
  server.on('clientError', answerUnreadable);
  server.headersTimeout = LIMITS.headersMs;
  server.requestTimeout = LIMITS.requestMs;
  server.keepAliveTimeout = LIMITS.keepAliveMs;
  server.timeout = LIMITS.idleMs;
  return server;
}
