import { createHash, timingSafeEqual } from 'node:crypto';
import type { ProblemCode } from '../../export/documents/problem-codes';
import { PEER_HEADER } from './peer';

/** Whether a request may change the store, or why not. */
export type Permission =
  | { readonly kind: 'granted' }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly detail: string };

const GRANTED: Permission = { kind: 'granted' };

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** Compares hashes, which are of one length, so that the time tells nothing of the token. */
function isToken(headers: Headers, token: string): boolean {
  const [, given = ''] = /^Bearer +(.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

function isLoopback(address: string): boolean {
  const plain = address.trim().replace(/^::ffff:/i, '');
  return plain === '::1' || /^127(\.\d{1,3}){3}$/.test(plain);
}

/** Why a request is not surely one of the machine itself, by its own program or a page of this server; null if it is. */
function strangeness(headers: Headers): string | null {
  const host = headers.get('host') ?? '';
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const passed = headers.get('x-forwarded-for')?.split(',') ?? [];
  if (!isLoopback(headers.get(PEER_HEADER) ?? '')) return 'it comes from another machine';
  if (['forwarded', 'via', 'x-real-ip'].some((name) => headers.has(name)) || !passed.every(isLoopback)) {
    return 'it was passed on by a proxy';
  }
  // A name that somebody else's DNS points here would make a browser send us requests of strange pages.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)) return `it asks for the host “${host}”`;
  if (origin !== null && origin !== `http://${host}`) return `it comes from a page of “${origin}”`;
  if (site !== null && site !== 'same-origin' && site !== 'none')
    return 'it comes from a page of another site';
  return null;
}

/** With a token: who knows it. Without one: only the machine itself. */
export function mayPublish(headers: Headers, token: string | null): Permission {
  if (token !== null) {
    if (isToken(headers, token)) return GRANTED;
    const detail = 'Send the token of this server as “Authorization: Bearer …”.';
    return { kind: 'refused', code: 'wrong-token', detail };
  }
  const strange = strangeness(headers);
  if (strange === null) return GRANTED;
  const detail = `This server has no token (ANNALS_TOKEN), so it takes changes from its own machine only, and of this request ${strange}.`;
  return { kind: 'refused', code: 'local-only', detail };
}
