import type { ProblemCode } from '../../export/documents/problem-codes';
import { TWIN_NAMES } from '../../view/addresses/twin-names';

/** The longest query of an address, and the longest path, in characters as sent. */
const MOST_QUERY = 8_000;
const MOST_PATH = 1_000;

/** Why a request is turned away before any route sees it. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly allow?: string;
  /** Seconds after which to ask again, where that helps. */
  readonly retryAfter?: number;
}

function isReadable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The length of a query as a reader writes it: Next escapes the commas of lists before we see them. */
function lengthOf(search: string): number {
  return search.replace(/%2c|%3a/gi, ',').length;
}

/** Whether a path hides a separator, a dot or a control character in an escape. No id holds one, so nothing is there. */
function isTricky(pathname: string): boolean {
  // Dots are never escaped by a browser; an escaped one can only be meant to hide `..`.
  return /%(2f|5c|2e|[01][0-9a-f]|7f|25)|\\/i.test(pathname) || /(^|\/)\.\.?(\/|$)/.test(pathname);
}

/** The methods that an address answers. */
function methodsOf(pathname: string): readonly string[] {
  const [, service] =
    /^\/api\/v1\/datasets\/[^/]+\/(query|uploads|uploads\/[^/]+|revisions)$/.exec(pathname) ?? [];
  if (service === undefined) return ['GET', 'HEAD'];
  if (service === 'revisions') return ['GET', 'HEAD', 'POST'];
  return service.startsWith('uploads/') ? ['GET', 'HEAD', 'PATCH', 'DELETE'] : ['POST'];
}

/** The endings of addresses that answer with data. */
const ENDINGS: ReadonlySet<string> = new Set(TWIN_NAMES.map((name) => name.split('.')[1] ?? ''));

/** Whether an address answers with data, so that its errors are problem documents too. */
export function isData(pathname: string): boolean {
  if (/^\/(api(\/|$)|healthz$)/.test(pathname)) return true;
  const [, ending] = /^\/[^/]+\/[^/]+\.([a-z]+)$/.exec(pathname) ?? [];
  return ending !== undefined && ENDINGS.has(ending);
}

/** Whether an address answers with a page of its own making, which brings its own policy. */
export function isStandalone(pathname: string): boolean {
  return /^\/embed(\/|[.]js$)/.test(pathname);
}

/** Turns away what no route could answer well; null lets the request through. */
export function refuse(method: string, pathname: string, search: string): Refusal | null {
  const length = lengthOf(search);
  if (length > MOST_QUERY || pathname.length > MOST_PATH) {
    const detail = `This address has ${pathname.length + length} characters; a query may have ${MOST_QUERY}, a path ${MOST_PATH}.`;
    return { code: 'address-too-long', detail };
  }
  if (!isReadable(pathname)) {
    return { code: 'bad-address', detail: 'The path of this address cannot be read.' };
  }
  if (isTricky(pathname)) {
    return {
      code: 'not-found',
      detail: 'No dataset and no incident has a name like the one in this address.',
    };
  }
  const allowed = methodsOf(pathname);
  if (allowed.includes(method)) return null;
  const allow = allowed.join(', ');
  return { code: 'method-not-allowed', detail: `This address answers ${allow}, not ${method}.`, allow };
}
