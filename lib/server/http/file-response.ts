import { onRemoval } from '../catalogue/removals';
import { asksForPart, countBytes, cutStream, readRange } from './byte-range';
import { allowsPart, isHeld } from './conditions';
import { cacheHeaders, dataResponse, type Identity } from './respond';

/** A file that an address names: its type, its bytes from the start as often as they are asked for, and its headers. */
export interface FileAnswer {
  readonly type: string;
  readonly stream: () => Promise<ReadableStream<Uint8Array>>;
  readonly headers: Record<string, string>;
}

/** Lengths of files by tag. A file whose address names the revision never changes, so its length is counted once. */
const lengths = new Map<string, number>();
const MOST_LENGTHS = 500;
onRemoval(() => lengths.clear());

async function lengthOf(tag: string, request: Request, { stream }: FileAnswer): Promise<number> {
  const known = lengths.get(tag);
  if (known !== undefined) return known;
  const length = await countBytes(await stream(), request.signal);
  const [oldest] = lengths.keys();
  if (lengths.size >= MOST_LENGTHS && oldest !== undefined) lengths.delete(oldest);
  lengths.set(tag, length);
  return length;
}

/**
 * A large file, streamed. Where the address names the revision, one range of it is answered with 206: the file is made
 * again and what lies before the range is passed over, so nothing is kept on a disk. Ranges are of the plain bytes,
 * whatever encodings the client accepts; several at once are answered with the whole.
 */
export async function fileResponse(
  request: Request,
  identity: Identity,
  file: FileAnswer,
): Promise<Response> {
  const { type, stream } = file;
  const headers = { ...file.headers, 'accept-ranges': identity.pinned ? 'bytes' : 'none' };
  const whole = () => dataResponse(request, identity, type, stream, headers);
  const range = request.headers.get('range');
  if (!identity.pinned || request.method !== 'GET' || !asksForPart(range)) return whole();
  const cache = cacheHeaders(request, identity, type);
  const etag = cache.etag.replace(/^W\//, '');
  if (isHeld(request.headers, { etag }) || !allowsPart(request.headers, etag)) return whole();
  const length = await lengthOf(etag, request, file);
  const found = readRange(range, length);
  if (found.kind === 'whole') return whole();
  if (found.kind === 'outside') {
    const nothing = { 'content-range': `bytes */${length}`, 'cache-control': 'no-store' };
    return new Response(null, { status: 416, headers: nothing });
  }
  const { first, last } = found;
  const part = {
    ...{ ...cache, ...headers, etag, 'content-type': type },
    // Nothing on the way may pack a part: its offsets are those of the plain bytes.
    'cache-control': `${cache['cache-control']}, no-transform`,
    'content-range': `bytes ${first}-${last}/${length}`,
    'content-length': String(last - first + 1),
  };
  return new Response(cutStream(await stream(), found), { status: 206, headers: part });
}
