import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** The header that names the machine a request comes from. Written here, over whatever a client wrote. */
export const PEER_HEADER = 'x-annals-peer';

/**
 * Marks every request to this process with the address of its socket. Next shows route handlers none, and fills
 * `x-forwarded-for` only where the client has not, so nothing else can be believed.
 */
export function markPeers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
  });
}
