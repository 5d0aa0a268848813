import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpacked } from './read-file';

/** Bytes that zlib packs well, or hardly. */
function bytesOf(length: number, kind: 'the same again' | 'noise'): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length }, (_, at) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return kind === 'noise' ? state >> 16 : at % 7;
  });
}

describe('what a browser unpacks', () => {
  it.each(
    [0, 1, 300, 65_535, 65_536, 65_537, 300_000].flatMap((length) =>
      (['the same again', 'noise'] as const).map((kind) => [length, kind] as const),
    ),
  )('is what zlib packed: %d bytes, %s', (length, kind) => {
    const bytes = bytesOf(length, kind);
    expect(Buffer.compare(unpacked(deflateRawSync(bytes)), bytes)).toBe(0);
  });

  it('is what zlib packed where its end was not worth packing', () => {
    // Packed well up to the last bytes before the room ends, and then not at all.
    const bytes = new Uint8Array(70_000).map((_, at) => (at < 65_000 ? at % 7 : at * at));
    const [head, tail] = [
      deflateRawSync(bytes.subarray(0, 65_000), { finishFlush: constants.Z_SYNC_FLUSH }),
      deflateRawSync(bytes.subarray(65_000), { level: 0 }),
    ];
    expect(Buffer.compare(unpacked(Buffer.concat([head, tail])), bytes)).toBe(0);
  });

  it('does not change when the next is unpacked', () => {
    const [one, other] = [bytesOf(500, 'noise'), bytesOf(500, 'the same again')];
    const first = unpacked(deflateRawSync(one));
    unpacked(deflateRawSync(other));
    expect(Buffer.compare(first, one)).toBe(0);
  });

  it('throws for what is torn', () => {
    const packed = deflateRawSync(bytesOf(5000, 'noise'));
    expect(() => unpacked(packed.subarray(0, 100))).toThrow();
  });
});
