import { describe, expect, test } from 'vitest';
import { Pool } from './engine-pool';

/** Opens things that note down when they are opened and closed. */
function opener() {
  const log: string[] = [];
  const open = (key: string) => () => {
    log.push(`open ${key}`);
    return Promise.resolve({ key, close: async () => void log.push(`close ${key}`) });
  };
  return { log, open };
}

const nothing = () => Promise.resolve();
/** Lets promises that are settled have their turn. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Pool', () => {
  test('opens each key once, also when asked twice at once', async () => {
    const { log, open } = opener();
    const pool = new Pool(2);
    const [a, again] = await Promise.all([pool.lease('a', open('a')), pool.lease('a', open('a'))]);
    expect(a.one).toBe(again.one);
    expect(log).toEqual(['open a']);
  });

  test('closes the one unused for longest', async () => {
    const { log, open } = opener();
    const pool = new Pool(2);
    for (const key of ['a', 'b', 'a', 'c']) await pool.use(key, open(key), nothing);
    await turn();
    expect(log).toEqual(['open a', 'open b', 'open c', 'close b']);
  });

  test('closes none that is in use, and closes it when its last user is done', async () => {
    const { log, open } = opener();
    const pool = new Pool(1);
    const first = await pool.lease('a', open('a'));
    const second = await pool.lease('a', open('a'));
    const other = await pool.lease('b', open('b'));
    first.release();
    first.release();
    await turn();
    expect(log).toEqual(['open a', 'open b']);
    second.release();
    await turn();
    expect(log).toEqual(['open a', 'open b', 'close a']);
    other.release();
    await turn();
    expect(log).toHaveLength(3);
  });

  test('lends one in use once more instead of opening it again', async () => {
    const { log, open } = opener();
    const pool = new Pool(1);
    const a = await pool.lease('a', open('a'));
    const b = await pool.lease('b', open('b'));
    const again = await pool.lease('a', open('a'));
    expect(again.one).toBe(a.one);
    expect(log).toEqual(['open a', 'open b']);
    for (const lease of [a, b, again]) lease.release();
  });

  test('keeps fewer of those that weigh more', async () => {
    const { log, open } = opener();
    const pool = new Pool<{ key: string; close(): Promise<void> }>(4, ({ key }) => (key === 'heavy' ? 3 : 1));
    for (const key of ['a', 'b', 'heavy']) await pool.use(key, open(key), nothing);
    await turn();
    expect(log.at(-1)).toBe('close a');
  });

  test('keeps the last one though it alone weighs more, until another is used', async () => {
    const { log, open } = opener();
    const pool = new Pool<{ key: string; close(): Promise<void> }>(10, ({ key }) => (key === 'a' ? 25 : 1));
    for (const key of ['a', 'a', 'b', 'b']) await pool.use(key, open(key), nothing);
    await turn();
    expect(log).toEqual(['open a', 'open b', 'close a']);
  });

  test('tries again after a failure', async () => {
    const { log, open } = opener();
    const pool = new Pool(2);
    await expect(pool.lease('a', () => Promise.reject(new Error('torn')))).rejects.toThrow('torn');
    await expect(pool.lease('a', open('a'))).resolves.toMatchObject({ one: { key: 'a' } });
    expect(log).toEqual(['open a']);
  });

  test('forgets what is gone: at once, or when it comes back', async () => {
    const { log, open } = opener();
    const pool = new Pool(5);
    await pool.use('a', open('a'), nothing);
    await pool.use('c', open('c'), nothing);
    const b = await pool.lease('b', open('b'));
    expect(pool.forget((key) => key !== 'c')).toBe(2);
    await turn();
    expect(log.slice(3)).toEqual(['close a']);
    b.release();
    await turn();
    expect(log.slice(3)).toEqual(['close a', 'close b']);
    await pool.use('a', open('a'), nothing);
    expect(log.at(-1)).toBe('open a');
  });

  test('closes all it holds: what is in use when it comes back', async () => {
    const { log, open } = opener();
    const pool = new Pool(5);
    await pool.use('a', open('a'), nothing);
    const b = await pool.lease('b', open('b'));
    await pool.close();
    expect(log.slice(2)).toEqual(['close a']);
    b.release();
    await turn();
    expect(log.slice(2)).toEqual(['close a', 'close b']);
  });
});
