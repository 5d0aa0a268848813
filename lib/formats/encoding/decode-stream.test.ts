import { expect, it } from 'vitest';
import type { ByteSource } from '../source/byte-source';
import { decodeStream } from './decode-stream';

/** A source that gives its bytes so many at a time. */
function inParts(bytes: Uint8Array, size: number): ByteSource {
  return {
    ...{ name: 'x.csv', size: bytes.length },
    slice: async (from, to) => bytes.slice(from, to),
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
    },
  } as ByteSource;
}

async function textOf(bytes: Uint8Array, size: number, encoding: string): Promise<string> {
  let text = '';
  for await (const part of decodeStream(inParts(bytes, size), encoding)) text += part.text;
  return text;
}

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

// By the WHATWG tables: b1b1 bea9 is 北京, 938c 8b9e is 東京; c737 begins a letter of four bytes that 70 does not end; 8fb0a1 is 丂, of three bytes.
it.each([
  ['gb18030', 'b1b1bea90ac737700ab1b1', '北京\n\ufffd7p\n北'],
  ['euc-jp', 'c5ec0a8fb0a10ac5ec', '東\n丂\n東'],
  ['shift_jis', '938c8b9e0a938c', '東京\n東'],
  ['utf-8', 'e58c97e4baac0ae5', '北京\n\ufffd'],
])('gives of %s what the whole text gives, however it is parted', async (encoding, hex, text) => {
  for (let size = 1; size <= hex.length / 2; size++)
    expect(await textOf(bytes(hex), size, encoding)).toBe(text);
});

it('gives text as it comes, of letters of several bytes, too', async () => {
  // 北京 in rows that end as on old Macs.
  const rows = bytes('b1b1bea92c310d'.repeat(1_000));
  const sizes: number[] = [];
  for await (const { text } of decodeStream(inParts(rows, 100), 'gb18030')) sizes.push(text.length);
  expect(sizes.length).toBeGreaterThan(50);
  expect(Math.max(...sizes)).toBeLessThan(120);
});
