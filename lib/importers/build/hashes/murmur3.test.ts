import { describe, expect, it } from 'vitest';
import { hashOf, hashOfBytes, hexOf, shortHash } from './murmur3';

const fresh = () => new Uint32Array(4);

describe('the hash of a text', () => {
  it('has the verification value that SMHasher publishes for MurmurHash3 x86 128', () => {
    const all = new Uint8Array(256 * 16);
    const key = Uint8Array.from({ length: 256 }, (_, at) => at);
    for (let length = 0; length < 256; length++) {
      const hash = hashOfBytes(key.subarray(0, length), 256 - length, fresh());
      all.set(new Uint8Array(hash.buffer), length * 16);
    }
    expect(hashOfBytes(all, 0, fresh())[0]).toBe(0xb3ece62a);
  });

  it('is that of its UTF-8 bytes', () => {
    const text = 'Crocus City Hall, Красногорск, 22 марта 2024 🕯';
    const bytes = new TextEncoder().encode(text);
    expect(hexOf(hashOf(text, fresh()))).toBe(hexOf(hashOfBytes(bytes, 0, fresh())));
  });

  it('does not remember a longer text that was hashed before', () => {
    const before = shortHash('short', 32);
    shortHash('x'.repeat(100_000), 32);
    expect(shortHash('short', 32)).toBe(before);
  });
});
