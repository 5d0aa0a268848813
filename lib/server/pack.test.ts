import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { isPacked, pack } from './pack';

describe('isPacked', () => {
  it.each([
    ['text/csv; charset=utf-8', 'gzip, br', true],
    ['application/geo+json; charset=utf-8', 'gzip', true],
    ['image/svg+xml; charset=utf-8', '*', true],
    ['text/html; charset=utf-8', 'br, gzip;q=0.5', true],
    ['text/html; charset=utf-8', 'gzip;q=0, *', false],
    ['text/html; charset=utf-8', 'br', false],
    ['text/html; charset=utf-8', '', false],
    ['text/csv; charset=utf-8', 'identity', false],
    ['image/png', 'gzip', false],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'gzip', false],
    ['application/vnd.apache.parquet', 'gzip', false],
    ['application/zip', 'gzip', false],
  ])('%s for a client that accepts %s: %s', (type, accepts, packed) => {
    expect(isPacked(new Headers({ 'accept-encoding': accepts }), type)).toBe(packed);
  });
});

describe('pack', () => {
  const text = 'Fälle · 事件 '.repeat(5_000);

  it.each([
    ['a text', () => text],
    ['bytes', () => new TextEncoder().encode(text)],
    ['a stream', () => new Blob([text]).stream()],
  ])('packs %s so that another unpacker reads it back', async (_, body) => {
    const bytes = Buffer.from(await new Response(pack(body())).arrayBuffer());
    expect(bytes.length).toBeLessThan(text.length / 10);
    expect(gunzipSync(bytes).toString('utf8')).toBe(text);
  });

  it('reads no further than it is read itself', async () => {
    let made = 0;
    let stopped = false;
    const endless = new ReadableStream({
      pull: (controller) => {
        made += 1;
        controller.enqueue(crypto.getRandomValues(new Uint8Array(60_000)));
      },
      cancel: () => {
        stopped = true;
      },
    });
    const reader = (pack(endless) as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await new Promise((done) => setTimeout(done, 50));
    expect(made).toBeLessThan(50);
    await reader.cancel();
    await vi.waitFor(() => expect(stopped).toBe(true));
  });
});
