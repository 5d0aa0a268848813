import { expect, it } from 'vitest';
import { atLeisure } from './at-leisure';

it('runs one thing after the other, and what somebody looks at before what waits', async () => {
  const done: string[] = [];
  const run = (name: string) => async () => {
    done.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve));
    done.push(`${name} ends`);
    return name;
  };
  const failing = atLeisure(() => Promise.reject(new Error('lost')));
  const all = [atLeisure(run('far')), atLeisure(run('farther')), atLeisure(run('seen'), 'first')];
  await expect(failing).rejects.toThrow('lost');
  expect(await Promise.all(all)).toEqual(['far', 'farther', 'seen']);
  expect(done.filter((step) => step.endsWith('begins'))).toEqual([
    'seen begins',
    'far begins',
    'farther begins',
  ]);
  expect(done.indexOf('seen ends')).toBe(1);
});
