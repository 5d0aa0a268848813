import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../../export/documents/cursor';
import type { ProblemCode } from '../../export/documents/problem-codes';
import { type ProblemDetail, problemDocument } from '../../export/documents/problem-document';
import { METHODS } from '../../query/info/methods-version';
import { programFolder } from '../../store/program-folder';
import { sitePath } from '../../text/site-path';
import { frozenReader, originOf } from '../requests/reader';
import { httpDate, isHeld } from './conditions';
import { isPacked, mayBePacked } from './pack';

/**
 * A problem as a response. Nothing keeps it: the next answer may be another one. The path of `request` is that of the app: Next takes the
 * base path away before it asks a route.
 */
export function problemResponse(
  request: Pick<Request, 'url'>,
  code: ProblemCode,
  detail: string,
  errors: readonly ProblemDetail[] = [],
): Response {
  const document = problemDocument(code, sitePath(new URL(request.url).pathname), detail, errors);
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(document), { status: document.status, headers });
}

let build: string | null = null;

/** Names the build, so that a new version of the app is not taken for the old answer. */
function buildId(): string {
  try {
    build ??= readFileSync(
      join(/* turbopackIgnore: true */ programFolder(), '.next', 'BUILD_ID'),
      'utf8',
    ).trim();
  } catch {
    build = 'dev';
  }
  return build;
}

/** What decides an answer: the revision, and the address it was asked by. */
export interface Identity {
  readonly revision: string;
  /** True where the address names the revision: then the answer never changes. */
  readonly pinned: boolean;
  /** When the answer last changed, ISO 8601, where that is known. */
  readonly modified?: string;
}

/**
 * Kept for a day where the address names the revision, for its figures change with the methods alone; else kept, and asked
 * for each time.
 */
const FOR_A_DAY = 'public, max-age=86400';
const REVALIDATE = 'no-cache';

/**
 * The headers that caches go by. The tag holds the address as the client knows it, since some answers write it out; one that is kept writes no host
 * out but that of ANNALS_ORIGIN. It is
 * weak where the answer leaves packed, so that a part of the plain bytes is never joined to packed ones.
 */
export function cacheHeaders(
  request: Request,
  { revision, pinned, modified }: Identity,
  type: string,
): Record<string, string> & { readonly etag: string } {
  const { pathname, search } = new URL(request.url);
  const origin = pinned ? frozenReader().origin : originOf(request.headers);
  const tag = digest(`${revision} ${origin}${pathname}${search} ${METHODS} ${buildId()}`);
  return {
    'cache-control': pinned ? FOR_A_DAY : REVALIDATE,
    etag: `${isPacked(request.headers, type) ? 'W/' : ''}"${revision.slice(0, 12)}-${tag}"`,
    ...(modified === undefined ? {} : { 'last-modified': httpDate(modified) }),
    ...(mayBePacked(type) ? { vary: 'Accept-Encoding' } : {}),
  };
}

/** 304 without a body where the client holds the answer; null where it does not. */
export function heldResponse(
  request: Request,
  identity: Identity,
  type: string,
  more: Record<string, string> = {},
): Response | null {
  const headers = { ...cacheHeaders(request, identity, type), ...more };
  const { etag } = headers;
  const { modified } = identity;
  const isIt = isHeld(request.headers, modified === undefined ? { etag } : { etag, modified });
  return isIt ? new Response(null, { status: 304, headers }) : null;
}

/**
 * An answer with its cache headers; 304 without a body where the client holds it, and no body for HEAD. `body` is made
 * only if it is sent.
 */
export async function dataResponse(
  request: Request,
  identity: Identity,
  type: string,
  body: () => Promise<BodyInit>,
  more: Record<string, string> = {},
): Promise<Response> {
  const held = heldResponse(request, identity, type, more);
  if (held) return held;
  const headers = { ...cacheHeaders(request, identity, type), ...more };
  const sent = request.method === 'HEAD' ? null : await body();
  return new Response(sent, { headers: { ...headers, 'content-type': type } });
}
