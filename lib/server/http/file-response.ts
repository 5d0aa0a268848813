import { onRemoval } from '../catalogue/removals';
import { asksForPart, type ByteRange, bytesOf, countBytes, cutStream, readRange } from './byte-range';
import { allowsPart, isHeld } from './conditions';
import { bytesOfKept, keptFile } from './kept-files';
import { cacheHeaders, dataResponse, type Identity } from './respond';

/** A file that an address names: its type, its bytes from the start as often as they are asked for, and its headers. */
export interface FileAnswer {
  readonly type: string;
  readonly stream: () => Promise<ReadableStream<Uint8Array>>;
  readonly headers: Record<string, string>;
  /** The folder where it may be kept to be sent in parts; null where it may not. */
  readonly folder: string | null;
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

/** A file in parts: how long it is, and some of its bytes. `drop` lets go of it where no part is wanted. */
interface InParts {
  readonly length: number;
  part(range: Extract<ByteRange, { kind: 'part' }>): Promise<ReadableStream<Uint8Array>>;
  drop(): Promise<void>;
}

/** The file from a disk, made and kept there by the first who asks for a part; where it cannot be kept, made anew each time. */
async function inParts(tag: string, request: Request, file: FileAnswer): Promise<InParts> {
  const kept = file.folder === null ? null : await keptFile(file.folder, tag, file.stream, request.signal);
  if (kept) {
    return {
      length: kept.size,
      part: async ({ first, last }) => bytesOf(bytesOfKept(kept, first, last)),
      drop: () => kept.handle.close(),
    };
  }
  return {
    length: await lengthOf(tag, request, file),
    part: async (range) => cutStream(await file.stream(), range),
    drop: () => Promise.resolve(),
  };
}

/**
 * A large file, streamed. Where the address names the revision, one range of it is answered with 206, from a disk where it can
 * be kept there. Ranges are of the plain bytes, whatever encodings the client accepts; several at once are answered with the
 * whole.
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
  const parts = await inParts(etag, request, file);
  const { length } = parts;
  const found = readRange(range, length);
  if (found.kind !== 'part') await parts.drop();
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
  return new Response(await parts.part(found), { status: 206, headers: part });
}
