/** A host and port as browsers send them; anything else in a Host header is not repeated. */
const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?$/i;

/**
 * Where this copy is reached from outside, `https://annals.example.org`: `ANNALS_ORIGIN` where it is set, else what the
 * request says it asked.
 */
export function originOf(headers: Headers): string {
  const set = process.env.ANNALS_ORIGIN?.replace(/\/+$/, '');
  if (set) return set;
  const host = headers.get('host') ?? '';
  const scheme = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return `${scheme}://${HOST.test(host) ? host : 'localhost'}`;
}

/** Who asks. Nobody signs in: a reader is known by where they reach this copy. */
export interface Reader {
  /** See {@link originOf}. Links that leave the page begin with it. */
  readonly origin: string;
}

/** The reader of a request, by its headers. */
export function readerOf(headers: Headers): Reader {
  return { origin: originOf(headers) };
}
