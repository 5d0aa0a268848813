/** Methods that the app knows to answer or to refuse. The others, `TRACE` among them, a `Request` cannot even hold. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const ALLOW = 'GET, HEAD';

/** For answers that bring no policy: data, pictures and refusals, which load and run nothing. */
const STRICT =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** For our own scripts, of which workers take the policy of their file: they may read Parquet by WebAssembly. */
const SCRIPTS =
  "default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'; connect-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Gives every answer a policy and forbids guessing its type, whoever makes it, unless it says so itself. */
export function keepPolicy(request, response) {
  const policy = /\/_next\/static\//.test(request.url ?? '') ? SCRIPTS : STRICT;
  const write = response.writeHead;
  response.writeHead = (...args) => {
    response.writeHead = write;
    const said = args.find((arg) => typeof arg === 'object' && arg !== null && !Array.isArray(arg)) ?? {};
    const names = new Set(Object.keys(said).map((name) => name.toLowerCase()));
    const keep = (name, value) => {
      if (!names.has(name) && !response.hasHeader(name)) response.setHeader(name, value);
    };
    keep('content-security-policy', policy);
    keep('x-content-type-options', 'nosniff');
    return response.writeHead(...args);
  };
}

/** Whether a Host header names a host, with a port that there can be; none is nothing wrong in HTTP/1.0. */
function isHost(text) {
  return text === undefined || (/^[^\s/\\?#@]+$/.test(text) && URL.canParse(`http://${text}`));
}

/** What no app could answer, for its request cannot be held: a status and a sentence; null for all others. */
export function refusedAtTheGate({ method, headers }) {
  if (!METHODS.has(method)) return { status: 405, allow: ALLOW, text: `Addresses here answer ${ALLOW}.` };
  if (!isHost(headers.host)) return { status: 400, text: 'The header “Host” names no host.' };
  return null;
}

/** Answers what is refused, in plain text, and reads no body of it. */
export function refuseAtTheGate(response, { status, allow, text }) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    ...(allow === undefined ? {} : { allow }),
  });
  response.end(`${text}\n`);
}

const REASONS = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

function statusOf({ code }) {
  if (code === 'HPE_INVALID_METHOD') return 405;
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

/** The answer to what is no request at all, as Node would give it, with our policy and the right status for a method of no name. */
export function answerUnreadable(error, socket) {
  if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) {
    socket.destroy(error);
    return;
  }
  const status = statusOf(error);
  const lines = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    ...(status === 405 ? [`Allow: ${ALLOW}`] : []),
    `Content-Security-Policy: ${STRICT}`,
    'X-Content-Type-Options: nosniff',
    'Content-Length: 0',
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}
