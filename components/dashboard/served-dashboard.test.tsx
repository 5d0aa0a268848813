// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { pack } from '@/lib/text/packed';
import { fetchData } from './fetch-data';
import { type DashboardData, handOver, takeOver } from './handed-over';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const data = (id: number) => ({ left: id }) as unknown as DashboardData;

it('hands data over once, and keeps no more than a hundred that nobody took', () => {
  const names = Array.from({ length: 102 }, (_, at) => handOver(data(at)));
  expect(takeOver(names[2] ?? '')).toEqual(data(2));
  expect(() => takeOver(names[2] ?? '')).toThrow();
  expect(() => takeOver(names[0] ?? '')).toThrow();
  expect(takeOver(names[101] ?? '')).toEqual(data(101));
});

it('asks for data until they come, at once when the browser is connected again, and says so meanwhile', async () => {
  const answers = [
    new TypeError('offline'),
    new Response('busy', { status: 503 }),
    new Response(pack([1, 2])),
  ];
  const asked = vi.fn(async (_at: string) => {
    const next = answers.shift();
    if (next instanceof Response) return next;
    throw next;
  });
  vi.stubGlobal('fetch', asked);
  const fetched = fetchData('/data');
  await expect.poll(() => document.querySelector('[role=status]')?.textContent).toContain('Links still work');
  expect(asked).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => asked).toHaveBeenCalledTimes(2);
  window.dispatchEvent(new Event('online'));
  expect(await fetched).toEqual([1, 2]);
  expect(document.querySelector('[role=status]')).toBeNull();
});
