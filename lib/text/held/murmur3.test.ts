import { describe, expect, it } from 'vitest';
import { shortHash } from './murmur3';

describe('the hash of a text', () => {
  // By mmh3 5 for Python (`hash128(text, 0, False)`): every length of a last block, and texts beyond ASCII.
  it.each([
    ['', '00000000000000000000000000000000'],
    ['a', 'a794933c5556b01b5556b01b5556b01b'],
    ['ab', '158451df25be301025be301025be3010'],
    ['abc', '75cdc6d1a2b006a5a2b006a5a2b006a5'],
    ['0123', 'dc378fea485d3536485d3536485d3536'],
    ['01234', '35c5b3ee7b3b211600ae108800ae1088'],
    ['012345', 'db26dc756ce1944bf825536af825536a'],
    ['0123456', 'b708d0a186d15c02495d053b495d053b'],
    ['01234567', 'aa22bf849216040263b83c5e63b83c5e'],
    ['012345678', '571b5f6775d48126d0205c304ca675dc'],
    ['0123456789', '0017a61e2e528b33a5443f2057a11235'],
    ['0123456789a', '38a2ed0f921f15e42caa7f97a971884f'],
    ['0123456789ab', 'cfaa93f9b6982a7e53412b5d04d3d08f'],
    ['0123456789abc', 'c970af1dcc6d9d01dd00c683fc11eee3'],
    ['0123456789abcd', '6f34d20ac0a5114dae0d83c563f51794'],
    ['0123456789abcde', '3c76c46d4d0818c0add433daa78673fa'],
    ['0123456789abcdef', 'fb7d440936aed30a48ad1d9b572b3bfd'],
    ['0123456789abcdef0', '1f8a385560920c06b5182f1c718c0b9c'],
    ['Crocus City Hall, Красногорск, 22 марта 2024 🕯', '8f44059c0578971fcbc8931c56f609ea'],
    ['x'.repeat(100_000), 'ca7873c0464ea8cf24ea06956776451e'],
  ])('is MurmurHash3 x86 128 of its UTF-8 bytes', (text, hash) => expect(shortHash(text, 32)).toBe(hash));

  it('does not remember a longer text that was hashed before', () => {
    const before = shortHash('short', 32);
    shortHash('x'.repeat(100_000), 32);
    expect(shortHash('short', 32)).toBe(before);
  });
});
