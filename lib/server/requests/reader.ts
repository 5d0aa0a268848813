/** A host and port as browsers send them; anything else in a Host header is not repeated. */
const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/i;

/** `ANNALS_ORIGIN` without a slash at its end; empty where it is not set. */
function fixedOrigin(): string {
  return process.env.ANNALS_ORIGIN?.replace(/\/+$/, '') ?? '';
}

/**
 * Where this copy is reached from outside, `https://annals.example.org`: `ANNALS_ORIGIN` where it is set, else what the
 * request says it asked.
 */
export function originOf(headers: Headers): string {
  const set = fixedOrigin();
  if (set !== '') return set;
  const host = headers.get('host') ?? '';
  const scheme = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${scheme}://${HOST.test(host) ? host : 'localhost'}`;
}

/** Who asks. Nobody signs in: a reader is known by where they reach this copy. */
export interface Reader {
  /** See {@link originOf}. Links that leave the page begin with it. */
  readonly origin: string;
}

/**
 * The reader of an answer that caches share and keep: nothing that one of them said of its way here stands in it, so that
 * its addresses begin at the root of the site unless `ANNALS_ORIGIN` says where that is.
 */
export function frozenReader(): Reader {
  return { origin: fixedOrigin() };
}

/** The reader of a request, by its headers. */
export function readerOf(headers: Headers): Reader {
  return { origin: originOf(headers) };
}
