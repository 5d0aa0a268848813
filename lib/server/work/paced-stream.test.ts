import { describe, expect, it } from 'vitest';
import { bytesOf } from '../http/byte-range';
import { pacedStream } from './paced-stream';

/** A stream of three chunks, and what became of it. */
function setUp() {
  const seen = { places: 0, held: 0, ends: 0, closed: false };
  async function* chunks() {
    try {
      for (const text of ['one', 'two', 'three']) yield new TextEncoder().encode(text);
    } finally {
      seen.closed = true;
    }
  }
  const goOn = async <T>(work: () => Promise<T>) => {
    seen.places += 1;
    seen.held += 1;
    return work().finally(() => {
      seen.held -= 1;
    });
  };
  const end = () => {
    seen.ends += 1;
  };
  return { seen, goOn, end, source: () => bytesOf(chunks()) };
}

describe('pacedStream', () => {
  it('gives what the stream gives, a place for each chunk, and none while nobody reads', async () => {
    const { seen, goOn, end, source } = setUp();
    const reader = pacedStream(source(), goOn, end).getReader();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.places).toBe(0);
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('one');
    expect([seen.places, seen.held, seen.ends]).toEqual([1, 0, 0]);
    let text = '';
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += new TextDecoder().decode(next.value);
    }
    expect([text, seen.ends, seen.closed]).toEqual(['twothree', 1, true]);
  });

  it('lets go of its source when its reader leaves', async () => {
    const { seen, goOn, end, source } = setUp();
    const reader = pacedStream(source(), goOn, end).getReader();
    await reader.read();
    await reader.cancel();
    expect([seen.ends, seen.closed]).toEqual([1, true]);
  });

  it('breaks, and lets go of its source, when its turn is refused', async () => {
    const { seen, end, source } = setUp();
    const refuse = () => Promise.reject(new Error('left'));
    const reader = pacedStream(source(), refuse, end).getReader();
    await expect(reader.read()).rejects.toThrow('left');
    expect(seen.ends).toBe(1);
  });
});
