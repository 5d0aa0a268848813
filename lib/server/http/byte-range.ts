/** The bytes that a `Range` header asks for. `first` and `last` are inclusive. */
export type ByteRange =
  /** No range, several, or none that can be read: the whole answer. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  /** Nothing of the answer lies in it. */
  | { readonly kind: 'outside' };

const WHOLE: ByteRange = { kind: 'whole' };

/** Whether a `Range` header asks for one range, so that the length of the answer is worth knowing. */
export function asksForPart(header: string | null): header is string {
  const match = /^bytes=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '');
  if (!match || match[1] + (match[2] ?? '') === '') return false;
  return match[1] === '' || match[2] === '' || Number(match[1]) <= Number(match[2]);
}

/** Reads a `Range` header for an answer of `length` bytes (RFC 9110, 14.1.2). Several ranges are answered with the whole. */
export function readRange(header: string | null, length: number): ByteRange {
  if (!asksForPart(header)) return WHOLE;
  const [first = '', last = ''] = header
    .replace(/^bytes=/i, '')
    .split('-')
    .map((text) => text.trim());
  const begin = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return begin >= length || begin > end ? { kind: 'outside' } : { kind: 'part', first: begin, last: end };
}

/** The bytes of a stream. Stops with an error when `signal` says so. */
export async function countBytes(stream: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<number> {
  let count = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of stream) {
    signal.throwIfAborted();
    count += chunk.length;
  }
  return count;
}

async function* partOf(
  stream: ReadableStream<Uint8Array>,
  first: number,
  last: number,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of stream) {
    const piece = chunk.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
    at += chunk.length;
    if (piece.length > 0) yield piece;
    if (at > last) return;
  }
}

/** A stream of the bytes `first` to `last` of another, which is read no further than that. */
export function cutStream(
  stream: ReadableStream<Uint8Array>,
  { first, last }: { readonly first: number; readonly last: number },
): ReadableStream<Uint8Array> {
  return bytesOf(partOf(stream, first, last));
}

/** Chunks as a stream that makes the next only when it is read. */
export function bytesOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
