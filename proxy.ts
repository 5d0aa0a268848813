import { type NextRequest, NextResponse } from 'next/server';
import { PROBLEM_KINDS } from '@/lib/export/documents/problem-codes';
import { problemResponse } from '@/lib/server/http/respond';
import { isData, isStandalone, type Refusal, refuse } from '@/lib/server/requests/guard';
import { refusedNow } from '@/lib/server/work/admission';
import { REFUSALS } from '@/lib/server/work/refused';
import { sitePath } from '@/lib/text/site-path';

/** The policy of a page: scripts only with this page's nonce, nothing from elsewhere, no frame around it. */
function policy(nonce: string): string {
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // React writes style attributes into the served HTML; they need this and cannot run anything.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The small page for an address that no page can answer. It repeats nothing of the address. */
function refusalPage({ code, detail }: Refusal): Response {
  const { status, title, meaning } = PROBLEM_KINDS[code];
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1><p>${detail}</p><p>${meaning}</p><p><a href="${sitePath('/')}">All datasets</a></p></body></html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  };
  return new Response(html, { status, headers });
}

function refusalResponse(request: NextRequest, refusal: Refusal): Response {
  const { pathname } = request.nextUrl;
  const asked = { url: new URL(pathname, request.url).href };
  const response = isData(pathname)
    ? problemResponse(asked, refusal.code, refusal.detail)
    : refusalPage(refusal);
  if (refusal.allow) response.headers.set('allow', refusal.allow);
  if (refusal.retryAfter) response.headers.set('retry-after', String(refusal.retryAfter));
  return response;
}

/** Turns away what would only make a queue longer, before anything is opened for it. */
function refusedForNow(): Refusal | null {
  const refused = refusedNow();
  return refused && { ...REFUSALS[refused.reason], retryAfter: refused.retryAfter };
}

/** Turns away what no route could answer, and gives pages their content security policy. */
export function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  const refusal = refuse(request.method, pathname, search) ?? refusedForNow();
  if (refusal) return refusalResponse(request, refusal);
  if (isData(pathname) || isStandalone(pathname)) return NextResponse.next();
  // So many bits as nobody guesses, and no more: it stands in a page some fifty times.
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy(nonce));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy(nonce));
  response.headers.set('cache-control', 'private, no-cache');
  return response;
}

/**
 * Not the addresses that take uploads: Next keeps the body of what passes here in memory, and cuts it at 10 MB. They
 * refuse by the same rules themselves.
 */
export const config = {
  matcher: ['/((?!_next/|__nextjs|api/v1/datasets/[^/]+/uploads|api/v1/datasets/[^/]+/revisions).*)'],
};
