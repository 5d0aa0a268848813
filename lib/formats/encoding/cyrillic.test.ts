import { describe, expect, it } from 'vitest';
import { cyrillicEncoding } from './cyrillic';

/** Bytes of texts in encodings that TextEncoder cannot write, made with Python's codecs and written here as hex. */
const BYTES = [
  // «номер дата город организация погибло марта Грозный Имарат Кавказ»
  [
    'windows-1251',
    'edeeece5f020e4e0f2e020e3eef0eee420eef0e3e0ede8e7e0f6e8ff20efeee3e8e1ebee20ece0f0f2e020c3f0eee7edfbe920c8ece0f0e0f220cae0e2eae0e7',
  ],
  [
    'koi8-r',
    'cecfcdc5d220c4c1d4c120c7cfd2cfc420cfd2c7c1cec9dac1c3c9d120d0cfc7c9c2cccf20cdc1d2d4c120e7d2cfdaced9ca20e9cdc1d2c1d420ebc1d7cbc1da',
  ],
  [
    'ibm866',
    'adaeaca5e020a4a0e2a020a3aee0aea420aee0a3a0ada8a7a0e6a8ef20afaea3a8a1abae20aca0e0e2a02083e0aea7adeba92088aca0e0a0e2208aa0a2aaa0a7',
  ],
] as const;

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe('cyrillicEncoding', () => {
  it.each(BYTES)('knows words in %s', (encoding, hex) => {
    expect(cyrillicEncoding(bytes(hex))).toBe(encoding);
  });

  it.each([
    ['one word', bytes('c2e7f0fbe2')],
    // Python: 'Größe Müller Straße Köln Überfall'.encode('cp1252')
    ['German', bytes('4772f6df65204dfc6c6c65722053747261df65204bf66c6e20dc62657266616c6c')],
    // Python: 'επίθεση στην Αθήνα νεκροί τραυματίες'.encode('cp1253')
    ['Greek', bytes('e5f0dfe8e5f3e720f3f4e7ed20c1e8deede120ede5eaf1efdf20f4f1e1f5ece1f4dfe5f2')],
  ])('leaves %s alone', (_, words) => {
    expect(cyrillicEncoding(words)).toBeNull();
  });
});
