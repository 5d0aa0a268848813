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
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  test('is 304 without a body for a client that holds it', async () => {
    const etag = (await answer('/a?x=1')).headers.get('etag') ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
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

  test('has another tag where it is asked for by another name, since some answers write out where they are', async () => {
    const [one, other] = await Promise.all([
      answer('/a', { host: 'a.example.org' }),
      answer('/a', { host: 'b.example.org' }),
    ]);
    expect(one.headers.get('etag')).not.toBe(other.headers.get('etag'));
  });

  test('to HEAD has the headers of the answer to GET, and is not made', async () => {
    let made = 0;
    const make = async () => {
      made += 1;
      return '{}';
    };
    const to = (method: string) => {
      const request = new Request('http://host/a', { method, headers: { 'accept-encoding': 'gzip' } });
      return dataResponse(request, identity, 'application/json', make, { 'x-more': '1' });
    };
    const [get, head] = [await to('GET'), await to('HEAD')];
    expect([...head.headers]).toEqual([...get.headers]);
    expect([head.status, await head.text(), made]).toEqual([200, '', 1]);
  });

  test('of text has a weak tag for those who take it packed, since other bytes leave than were made', async () => {
    const gzip = { 'accept-encoding': 'gzip, deflate, br' };
    const png = (headers = {}) => dataResponse(ask('/a.png', headers), identity, 'image/png', body);
    const [packed, plain, picture] = await Promise.all([answer('/a', gzip), answer('/a'), png(gzip)]);
    expect(packed.headers.get('etag')).toBe(`W/${plain.headers.get('etag')}`);
    expect(picture.headers.get('etag')).toMatch(/^"/);
    expect([packed, plain, picture].map((one) => one.headers.get('vary'))).toEqual([
      'Accept-Encoding',
      'Accept-Encoding',
      null,
    ]);
  });

  test('says when it last changed where that is known, and is 304 to those who ask since then', async () => {
    const since = { ...identity, modified: '2024-06-24T10:00:00.500Z' };
    const date = (await answer('/feed.atom', {}, since)).headers.get('last-modified') ?? '';
    expect(date).toBe('Mon, 24 Jun 2024 10:00:00 GMT');
    expect((await answer('/feed.atom', { 'if-modified-since': date }, since)).status).toBe(304);
    const newer = { ...since, modified: '2024-06-24T10:00:01Z' };
    expect((await answer('/feed.atom', { 'if-modified-since': date }, newer)).status).toBe(200);
  });
});
