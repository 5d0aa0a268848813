import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayPublish } from './may-publish';
import { tokenOf } from './store-token';

const granted = (headers: Record<string, string>, token: string | null) =>
  mayPublish(new Headers(headers), token);

describe('who may change the store', () => {
  it.each([
    ['Bearer s3cret', true],
    ['bearer s3cret', true],
    ['Bearer s3cre', false],
    ['Bearer s3crett', false],
    ['Basic s3cret', false],
    ['s3cret', false],
    ['Bearer ', false],
    ['', false],
  ])('with “%s”: %s', (authorization, expected) => {
    expect(granted({ authorization }, 's3cret')).toBe(expected);
  });

  it.each([
    {},
    { host: 'localhost:3000' },
    { host: '127.0.0.1', 'x-forwarded-for': '127.0.0.1', 'sec-fetch-site': 'same-origin' },
  ])('is nobody who only says that it is the machine itself: %o', (headers: Record<string, string>) => {
    expect(granted(headers, 's3cret')).toBe(false);
  });

  it('is nobody where there is no token', () => {
    expect(granted({ authorization: 'Bearer null' }, null)).toBe(false);
    expect(granted({ authorization: 'Bearer ' }, null)).toBe(false);
  });
});

describe('the token of a store', () => {
  it('is made once, for its owner alone, and is the same for all who ask at once', async () => {
    const store = join(await mkdtemp(join(tmpdir(), 'annals-token-')), 'store');
    const tokens = await Promise.all(Array.from({ length: 8 }, () => tokenOf(store, undefined)));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(await readFile(join(store, 'token'), 'utf8')).toBe(`${tokens[0]}\n`);
    expect((await stat(join(store, 'token'))).mode & 0o777).toBe(0o600);
    expect(await readdir(store)).toEqual(['token']);
  });

  it('is that of the environment where there is one', async () => {
    const store = await mkdtemp(join(tmpdir(), 'annals-token-'));
    expect(await tokenOf(store, 's3cret')).toBe('s3cret');
    expect(await readdir(store)).toEqual([]);
  });

  it('is none where it cannot be kept', async () => {
    expect(await tokenOf('/dev/null/store', undefined)).toBeNull();
  });
});
