import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../export/cursor';
import type { ProblemCode } from '../export/problem-codes';
import { type ProblemDetail, problemDocument } from '../export/problem-document';

/** A problem as a response. Nothing keeps it: the next answer may be another one. */
export function problemResponse(
  request: Request,
  code: ProblemCode,
  detail: string,
  errors: readonly ProblemDetail[] = [],
): Response {
  const document = problemDocument(code, new URL(request.url).pathname, detail, errors);
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(document), { status: document.status, headers });
}

let build: string | null = null;

/** Names the build, so that a new version of the app is not taken for the old answer. */
function buildId(): string {
  try {
    build ??= readFileSync(join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim();
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
}

function cacheHeaders(request: Request, { revision, pinned }: Identity): Record<string, string> {
  const url = new URL(request.url);
  const tag = digest(`${url.pathname}${url.search} ${buildId()}`);
  return {
    'cache-control': pinned ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${revision.slice(0, 12)}-${tag}"`,
  };
}

function isHeld(request: Request, etag: string): boolean {
  const held = request.headers.get('if-none-match') ?? '';
  return held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** An answer with its cache headers; 304 without a body where the client holds it. `body` is made only if it is sent. */
export async function dataResponse(
  request: Request,
  identity: Identity,
  type: string,
  body: () => Promise<BodyInit>,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers = { ...cacheHeaders(request, identity), ...more };
  if (isHeld(request, headers.etag ?? '')) return new Response(null, { status: 304, headers });
  return new Response(await body(), { headers: { ...headers, 'content-type': type } });
}
