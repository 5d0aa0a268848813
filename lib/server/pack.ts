import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import { bytesOf } from './byte-range';

/** Types of text. Pictures of dots, workbooks, Parquet and archives are packed as they are. */
const PACKED = /^text\/|^application\/(json|x-ndjson)|\+(json|xml)/;

/** Whether answers of this type depend on the encodings that the client accepts. */
export function mayBePacked(type: string): boolean {
  return PACKED.test(type);
}

/** Whether a client takes gzip: named, or by `*`, and not with a weight of nought (RFC 9110, 12.5.3). */
function acceptsGzip(header: string): boolean {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', weight] = part.split(/;\s*q\s*=/i).map((text) => text.trim().toLowerCase());
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
}

/** Whether an answer of this type leaves packed for this client: then its tag is weak, since the bytes are others. */
export function isPacked(headers: Headers, type: string): boolean {
  return mayBePacked(type) && acceptsGzip(headers.get('accept-encoding') ?? '');
}

async function* packed(plain: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip();
  const source = Readable.fromWeb(plain as NodeStream);
  // Ends both where either ends or fails; the failure comes out of the loop.
  pipeline(source, gzip, () => undefined);
  yield* gzip;
}

/**
 * A body, packed as it is read. Next packs its pages and no answer of a route: it hands the type of those over as a list,
 * which its packer takes for none. A `CompressionStream` reads a gigabyte ahead (its queue counts chunks, not bytes).
 */
export function pack(body: BodyInit): BodyInit {
  const { body: plain } = new Response(body);
  return plain === null ? body : bytesOf(packed(plain));
}
