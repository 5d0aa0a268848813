import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf } from './byte-range';
import { fileResponse } from './file-response';

const TEXT = 'id,date\r\n'.repeat(1_000);
const BYTES = new TextEncoder().encode(TEXT);
let nth = 0;

/** A file at an address of its own, and how often it was made. */
function file(type = 'text/csv', folder: string | null = null) {
  const made = { count: 0 };
  const path = `/a/file-${nth++}?r=abababababab`;
  async function* chunks() {
    for (let at = 0; at < BYTES.length; at += 1_000) yield BYTES.slice(at, at + 1_000);
  }
  const stream = async () => {
    made.count += 1;
    return bytesOf(chunks());
  };
  const ask = (headers: Record<string, string> = {}, { method = 'GET', pinned = true } = {}) =>
    fileResponse(
      new Request(`http://host${path}`, { headers, method }),
      { revision: 'ab'.repeat(32), pinned },
      { type, stream, headers: {}, folder },
    );
  return { ask, made };
}

const header = (response: Response, name: string) => response.headers.get(name);

describe('a file of a revision', () => {
  it('says that it has ranges, and gives one with its place in the whole', async () => {
    const { ask } = file();
    expect(header(await ask(), 'accept-ranges')).toBe('bytes');
    const part = await ask({ range: 'bytes=1500-2600' });
    expect([part.status, header(part, 'content-range'), header(part, 'content-length')]).toEqual([
      206,
      'bytes 1500-2600/9000',
      '1101',
    ]);
    expect(await part.text()).toBe(TEXT.slice(1500, 2601));
  });

  it('can be fetched in halves', async () => {
    const { ask } = file();
    const first = await ask({ range: 'bytes=0-3999' });
    const second = await ask({ range: 'bytes=4000-', 'if-range': header(first, 'etag') ?? '' });
    expect([first.status, second.status]).toEqual([206, 206]);
    expect((await first.text()) + (await second.text())).toBe(TEXT);
  });

  it('is made once and read from a disk where it can be kept, until its folder goes', async () => {
    const revision = join(await mkdtemp(join(tmpdir(), 'annals-kept-')), 'dataset', 'ab'.repeat(32));
    await mkdir(revision, { recursive: true });
    const { ask, made } = file('text/csv', `${revision}.cache`);
    const parts = [];
    for (const range of ['bytes=1500-2600', 'bytes=-5', 'bytes=9000-', 'bytes=0-4'])
      parts.push(await ask({ range }));
    expect(parts.map(({ status }) => status)).toEqual([206, 206, 416, 206]);
    expect([await parts[0]!.text(), await parts[1]!.text()]).toEqual([
      TEXT.slice(1500, 2601),
      TEXT.slice(-5),
    ]);
    await parts[3]!.body?.cancel();
    expect(made.count).toBe(1);
    await rm(`${revision}.cache`, { recursive: true });
    expect(await (await ask({ range: 'bytes=0-4' })).text()).toBe(TEXT.slice(0, 5));
    expect(made.count).toBe(2);
    await rm(join(revision, '..', '..'), { recursive: true });
  });

  it('is made anew each time where its folder cannot be made', async () => {
    const { ask, made } = file('text/csv', '/dev/null/revision.cache');
    expect(await (await ask({ range: 'bytes=0-4' })).text()).toBe(TEXT.slice(0, 5));
    expect(made.count).toBe(2);
  });

  it('is counted once, however often it is asked for', async () => {
    const { ask, made } = file();
    for (const range of ['bytes=-5', 'bytes=0-4', 'bytes=90-']) await (await ask({ range })).text();
    expect(made.count).toBe(4);
  });

  it('answers a range behind its end with 416 and its length', async () => {
    const { ask } = file();
    const response = await ask({ range: 'bytes=9000-' });
    expect([response.status, header(response, 'content-range')]).toEqual([416, 'bytes */9000']);
  });

  it.each([
    ['several ranges', { range: 'bytes=0-1,5-6' }],
    ['a range it cannot read', { range: 'lines=0-1' }],
    ['a range of another file', { range: 'bytes=0-1', 'if-range': '"another"' }],
    [
      'a range if it has not changed since a time',
      { range: 'bytes=0-1', 'if-range': 'Mon, 24 Jun 2024 10:00:00 GMT' },
    ],
  ])('answers %s with the whole', async (_, headers) => {
    const response = await file().ask(headers);
    expect([response.status, await response.text()]).toEqual([200, TEXT]);
  });

  it('gives parts of the plain bytes to clients that take packed ones, and lets nobody pack them', async () => {
    const { ask } = file();
    const whole = await ask({ 'accept-encoding': 'gzip' });
    expect(header(whole, 'etag')).toMatch(/^W\/"/);
    const part = await ask({ 'accept-encoding': 'gzip', range: 'bytes=0-3' });
    expect([part.status, await part.text()]).toEqual([206, 'id,d']);
    expect(header(part, 'cache-control')).toContain('no-transform');
    // The tag of the packed answer does not name the plain bytes.
    const joined = await ask({ range: 'bytes=0-3', 'if-range': header(whole, 'etag') ?? '' });
    expect(joined.status).toBe(200);
  });

  it('is not made for HEAD, nor for a client that holds it', async () => {
    const { ask, made } = file();
    const head = await ask({ range: 'bytes=0-3' }, { method: 'HEAD' });
    expect([head.status, await head.text(), header(head, 'accept-ranges')]).toEqual([200, '', 'bytes']);
    const held = await ask({ range: 'bytes=0-3', 'if-none-match': header(head, 'etag') ?? '' });
    expect(held.status).toBe(304);
    expect(made.count).toBe(0);
  });
});

it('a file that may change has no ranges', async () => {
  const { ask } = file();
  const response = await ask({ range: 'bytes=0-3' }, { pinned: false });
  expect([response.status, header(response, 'accept-ranges'), await response.text()]).toEqual([
    200,
    'none',
    TEXT,
  ]);
});
