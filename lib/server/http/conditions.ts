/** What a cache may hold of an answer: its tag as sent (weak or not), and when it last changed, ISO 8601, where that is known. */
export interface Validators {
  readonly etag: string;
  readonly modified?: string;
}

const plain = (tag: string) => tag.trim().replace(/^W\//, '');

/** Seconds since 1970 of an HTTP date; null for anything that is none. */
function secondsOf(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}

/** A time as HTTP writes it, to the second. */
export function httpDate(time: string): string {
  return new Date(time).toUTCString();
}

/**
 * Whether the client holds this very answer, so that 304 is enough (RFC 9110, 13.1): its tag by weak comparison, `*`, or,
 * where it sent no tag, a time that is not before the last change.
 */
export function isHeld(headers: Headers, { etag, modified }: Validators): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) return tags.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag));
  const since = secondsOf(headers.get('if-modified-since') ?? '');
  const changed = modified === undefined ? null : secondsOf(modified);
  return since !== null && changed !== null && changed <= since;
}

/** Whether a range may be answered with a part: no `If-Range`, or the strong tag of these very bytes (RFC 9110, 13.1.5). */
export function allowsPart(headers: Headers, etag: string): boolean {
  const condition = headers.get('if-range');
  return condition === null || (!condition.trim().startsWith('W/') && condition.trim() === plain(etag));
}
