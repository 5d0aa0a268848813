import { createHash, timingSafeEqual } from 'node:crypto';

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/**
 * Whether a request may change the store: it sends the token. Where it comes from says nothing, for behind a proxy every
 * request comes from the machine itself. Hashes are compared, which are of one length, so that the time tells nothing.
 */
export function mayPublish(headers: Headers, token: string | null): boolean {
  const [, given = ''] = /^Bearer +(.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return token !== null && timingSafeEqual(digest(given), digest(token));
}
