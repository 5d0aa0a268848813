import { describe, expect, it } from 'vitest';
import { asksForPart, bytesOf, countBytes, cutStream, readRange } from './byte-range';

const BYTES = Uint8Array.from({ length: 100 }, (_, at) => at);

/** The hundred bytes in pieces of 7, and how many pieces were made. */
function pieces() {
  const made = { count: 0 };
  async function* chunks() {
    for (let at = 0; at < BYTES.length; at += 7) {
      made.count += 1;
      yield BYTES.subarray(at, at + 7);
    }
  }
  return { made, stream: bytesOf(chunks()) };
}

const part = (first: number, last: number) => ({ kind: 'part', first, last });

describe('readRange', () => {
  // After the examples of RFC 9110, 14.1.2, on 100 bytes.
  it.each([
    ['bytes=0-49', part(0, 49)],
    ['bytes=50-99', part(50, 99)],
    ['bytes=50-', part(50, 99)],
    ['bytes=-10', part(90, 99)],
    ['bytes=-1000', part(0, 99)],
    ['bytes=0-0', part(0, 0)],
    ['bytes=99-400', part(99, 99)],
    ['Bytes= 3 - 4 ', part(3, 4)],
    ['bytes=100-', { kind: 'outside' }],
    ['bytes=100-200', { kind: 'outside' }],
    ['bytes=-0', { kind: 'outside' }],
    ['bytes=5-4', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=a-b', { kind: 'whole' }],
    ['rows=0-5', { kind: 'whole' }],
    ['bytes=99999999999999999999-', { kind: 'whole' }],
    [null, { kind: 'whole' }],
  ])('%s of a hundred bytes', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
    expect(asksForPart(header)).toBe(range.kind !== 'whole');
  });

  it('finds nothing in nothing', () => {
    expect(readRange('bytes=0-', 0)).toEqual({ kind: 'outside' });
    expect(readRange('bytes=-5', 0)).toEqual({ kind: 'outside' });
  });
});

describe('cutStream', () => {
  it.each([
    [0, 99],
    [0, 0],
    [6, 7],
    [7, 13],
    [99, 99],
    [20, 21],
  ])('gives the bytes %i to %i', async (first, last) => {
    const bytes = new Uint8Array(
      await new Response(cutStream(pieces().stream, { first, last })).arrayBuffer(),
    );
    expect([...bytes]).toEqual([...BYTES.slice(first, last + 1)]);
  });

  it('reads no further than the end of the range', async () => {
    const { made, stream } = pieces();
    await new Response(cutStream(stream, { first: 8, last: 9 })).arrayBuffer();
    expect(made.count).toBeLessThan(5);
  });
});

describe('countBytes', () => {
  it('counts all of a stream, and stops where nobody waits for it', async () => {
    expect(await countBytes(pieces().stream, new AbortController().signal)).toBe(100);
    const { made, stream } = pieces();
    await expect(countBytes(stream, AbortSignal.abort())).rejects.toThrow();
    expect(made.count).toBeLessThan(4);
  });
});
