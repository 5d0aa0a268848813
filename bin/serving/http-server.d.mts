import type { IncomingMessage, Server, ServerResponse } from 'node:http';

interface ServerOptions {
  /** The path that everything lies below, `/annals`, or nothing. */
  readonly base?: string;
  /** Whether `/metrics` is answered. */
  readonly metrics?: boolean;
  /** Takes lines of the log. */
  readonly log?: ((line: string) => void) | null;
}

export const LIMITS: Readonly<
  Record<'headerBytes' | 'headersMs' | 'requestMs' | 'checkMs' | 'idleMs' | 'keepAliveMs', number>
>;
export function httpServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  options?: ServerOptions,
): Server;
