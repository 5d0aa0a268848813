import { Gunzip } from 'fflate';
import type { ImportLimits } from '../limits';
import type { ByteSource } from '../source/byte-source';
import { joined, type UnpackedSource, unpackedSource } from '../source/unpacked-source';
import { crc32 } from './crc32';
import { type Decoder, decoded } from './inflate';
import { UnpackGuard } from './unpack-guard';

/** What stands at the end of each member: CRC-32 and size, four bytes each (RFC 1952). */
const TRAILER = 8;

/**
 * What a gzip file holds, all members of it. It is unpacked once to learn its size and whether it is whole; throws
 * `over-limit` where that takes too much.
 */
export async function gunzipped(
  source: ByteSource,
  file: string,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<UnpackedSource> {
  const name = source.name.replace(/\.(gz|gzip)$/i, '');
  const open = (size: number) =>
    unpackedSource(name, size, (abort, tear) =>
      members(source, new UnpackGuard(file, limits.unpackedBytes), tear, abort),
    );
  const first = open(0);
  let size = 0;
  for await (const chunk of first.stream(signal)) size += chunk.length;
  const why = first.torn();
  const whole = open(size);
  return why === null ? whole : { ...whole, torn: () => why };
}

/** The bytes of every member; `tear` is told of packed data that end early or do not match their checksum. */
async function* members(
  source: ByteSource,
  guard: UnpackGuard,
  tear: (why: string) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const tail = new Tail();
  const gunzip = new Gunzip();
  let crc = 0;
  let fault: string | null = null;
  const check = (upTo: number) => {
    if (fault === null && tail.checksum(upTo) !== crc) fault = 'its checksum does not match';
    crc = 0;
  };
  gunzip.onmember = check;
  const decoder: Decoder = {
    set ondata(give: (data: Uint8Array, final: boolean) => void) {
      gunzip.ondata = (data, final) => {
        crc = crc32(data, crc);
        give(data, final);
      };
    },
    push(chunk, final) {
      tail.add(chunk);
      gunzip.push(chunk, final ?? false);
      if (final) check(tail.end);
    },
  };
  let told = false;
  yield* decoded(source.stream(signal), decoder, guard, (why) => {
    told = true;
    tear(why);
  });
  if (!told && fault !== null) tear(fault);
}

/** The last bytes that went in, for the trailers of members. */
class Tail {
  private bytes: Uint8Array = new Uint8Array(0);
  end = 0;

  add(chunk: Uint8Array): void {
    this.bytes = joined([this.bytes.subarray(-4 * TRAILER), chunk]);
    this.end += chunk.length;
  }

  /** The checksum of the member whose trailer ends at this offset of the file. */
  checksum(upTo: number): number {
    const at = this.bytes.length - (this.end - upTo) - TRAILER;
    if (at < 0 || at + 4 > this.bytes.length) return -1;
    return new DataView(this.bytes.buffer, this.bytes.byteOffset).getUint32(at, true);
  }
}
