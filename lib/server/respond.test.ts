import { describe, expect, test } from 'vitest';
import { dataResponse, problemResponse } from './respond';

const identity = { revision: 'ab'.repeat(32), pinned: false };
const body = () => Promise.resolve('{}');
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://host${path}`, { headers });
const answer = (path: string, headers = {}, who = identity) =>
  dataResponse(ask(path, headers), who, 'application/json', body);

test('a problem is one shape of document, with its media type, and is not kept', async () => {
  const response = problemResponse(ask('/a/view.json?secret=1'), 'unknown-dataset', 'No such dataset.');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(Object.keys(await response.json())).toEqual([
    'type',
    'title',
    'status',
    'detail',
    'instance',
    'errors',
  ]);
});

describe('an answer', () => {
  test('may be kept for ever where the address names the revision, else must be asked for again', async () => {
    expect((await answer('/a')).headers.get('cache-control')).toBe('no-cache');
    const pinned = await answer('/a?r=abababababab', {}, { ...identity, pinned: true });
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('is 304 without a body for a client that holds it', async () => {
    const etag = (await answer('/a?x=1')).headers.get('etag') ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await answer('/a?x=1', { 'if-none-match': held });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  test('has another tag for another address or another revision', async () => {
    const tags = await Promise.all([
      answer('/a?x=1'),
      answer('/a?x=2'),
      answer('/b?x=1'),
      answer('/a?x=1', {}, { ...identity, revision: 'cd'.repeat(32) }),
    ]);
    expect(new Set(tags.map((one) => one.headers.get('etag'))).size).toBe(4);
    const other = await answer('/a?x=2', { 'if-none-match': tags[0]?.headers.get('etag') ?? '' });
    expect(other.status).toBe(200);
  });
});
