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

describe('Pool', () => {
  test('opens each key once, also when asked twice at once', async () => {
    const { log, open } = opener();
    const pool = new Pool(2);
    const [a, again] = await Promise.all([pool.get('a', open('a')), pool.get('a', open('a'))]);
    expect(a).toBe(again);
    expect(log).toEqual(['open a']);
  });

  test('closes the one unused for longest', async () => {
    const { log, open } = opener();
    const pool = new Pool(2, (close) => close());
    for (const key of ['a', 'b', 'a', 'c']) await pool.get(key, open(key));
    await Promise.resolve();
    expect(log).toEqual(['open a', 'open b', 'open c', 'close b']);
  });

  test('tries again after a failure', async () => {
    const { log, open } = opener();
    const pool = new Pool(2);
    await expect(pool.get('a', () => Promise.reject(new Error('torn')))).rejects.toThrow('torn');
    await expect(pool.get('a', open('a'))).resolves.toMatchObject({ key: 'a' });
    expect(log).toEqual(['open a']);
  });

  test('closes all it holds', async () => {
    const { log, open } = opener();
    const pool = new Pool(5);
    await pool.get('a', open('a'));
    await pool.get('b', open('b'));
    await pool.close();
    expect(log.slice(2).sort()).toEqual(['close a', 'close b']);
  });
});
