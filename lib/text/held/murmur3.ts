/**
 * MurmurHash3 x86 128, by Austin Appleby, in the public domain: 128 bits of the UTF-8 bytes of a text. Fast enough for
 * every row of a large file, and wide enough that no two of a thousand million differing rows are expected to agree.
 * It does not withstand somebody who makes rows on purpose that agree; such a person harms only the file they made.
 */
const [C1, C2, C3, C4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;

const encoder = new TextEncoder();
let bytes = new Uint8Array(1 << 12);
let words = new Uint32Array(bytes.buffer);

/** Four words of 32 bits, the first the lowest. */
export type Hash = Uint32Array;

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Makes room for so many bytes and a last block of zeros. */
function reserve(length: number): void {
  if (bytes.length >= length + 16) return;
  bytes = new Uint8Array(2 ** Math.ceil(Math.log2(length + 16)));
  words = new Uint32Array(bytes.buffer);
}

/** Hashes the first `length` bytes of the buffer. A last block filled up with zeros adds nothing beyond its bytes. */
function hashBuffer(length: number, into: Hash): Hash {
  bytes.fill(0, length, length + 16);
  let [h1, h2, h3, h4] = [0, 0, 0, 0];
  const end = Math.ceil(length / 16) * 4;
  for (let at = 0; at < end; at += 4) {
    h1 ^= Math.imul(rotate(Math.imul(words[at] as number, C1), 15), C2);
    const tail = at * 4 + 16 > length;
    if (!tail) h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(words[at + 1] as number, C2), 16), C3);
    if (!tail) h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(words[at + 2] as number, C3), 17), C4);
    if (!tail) h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(words[at + 3] as number, C4), 18), C1);
    if (!tail) h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  return finish(h1 ^ length, h2 ^ length, h3 ^ length, h4 ^ length, into);
}

function finish(a: number, b: number, c: number, d: number, into: Hash): Hash {
  const sum = (a + b + c + d) | 0;
  const [h1, h2, h3, h4] = [mix(sum), mix((b + sum) | 0), mix((c + sum) | 0), mix((d + sum) | 0)];
  into[0] = h1 + h2 + h3 + h4;
  into[1] = h2 + (into[0] as number);
  into[2] = h3 + (into[0] as number);
  into[3] = h4 + (into[0] as number);
  return into;
}

/** The hash of a text's UTF-8 bytes with seed 0, written into `into`. */
export function hashOf(text: string, into: Hash): Hash {
  reserve(text.length * 3);
  return hashBuffer(encoder.encodeInto(text, bytes).written, into);
}

/** The hash of bytes between two places: that of the text they are in UTF-8. */
export function hashOfBytes(given: Uint8Array, from: number, to: number, into: Hash): Hash {
  reserve(to - from);
  for (let at = from, put = 0; at < to; at++, put++) bytes[put] = given[at]!;
  return hashBuffer(to - from, into);
}

/** The hash of words, as bytes of which the lowest comes first. */
export function hashOfWords(given: Uint32Array, into: Hash): Hash {
  reserve(given.byteLength);
  words.set(given);
  return hashBuffer(given.byteLength, into);
}

const HEX = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** The first `digits` hexadecimal digits of a hash, 32 at most. */
export function hexOf(hash: Hash, digits = 32): string {
  const codes: number[] = [];
  for (let at = 0; at < digits; at++) {
    const word = hash[at >> 3] as number;
    codes.push(HEX[(word >>> (28 - 4 * (at & 7))) & 15] as number);
  }
  return String.fromCharCode(...codes);
}

const scratch = new Uint32Array(4);

/** The first `digits` hexadecimal digits, 32 at most, of a text's hash. */
export function shortHash(text: string, digits: number): string {
  return hexOf(hashOf(text, scratch), digits);
}
