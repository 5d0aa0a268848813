// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetId } from '@/lib/series/model';
import { STANDARD } from '@/lib/view/view';
import { useView } from './use-view';

afterEach(() => vi.restoreAllMocks());

it.each(['l’eau & co', "l'eau", 'a+b "c" <d>'])(
  'reads a view of the word %s once, and makes one step of it',
  (q) => {
    const dataset = 'tiny' as DatasetId;
    window.history.replaceState(null, '', '/tiny');
    const pushed = vi.spyOn(window.history, 'pushState');
    const { result } = renderHook(() => useView(dataset, STANDARD, ''));
    const wanted = { ...result.current.view, q };
    const ahead = result.current.asRead(wanted);
    act(() => result.current.go(wanted));
    expect(result.current.view.q).toBe(q);
    // What was asked ahead is drawn, and not another that says the same.
    expect(result.current.view).toBe(ahead);
    act(() => result.current.go(wanted));
    expect(pushed).toHaveBeenCalledTimes(1);
  },
);

describe('a step', () => {
  beforeEach(() => window.history.replaceState(null, '', '/tiny'));
  const opened = () => renderHook(() => useView('tiny' as DatasetId, STANDARD, '')).result;
  const search = () => window.location.search;
  const near = Promise.resolve();

  it('is drawn before the address has it', async () => {
    const pushed = vi.spyOn(window.history, 'pushState');
    const page = opened();
    await act(async () => page.current.go({ ...page.current.view, q: 'a' }, 'push', near));
    expect([page.current.view.q, page.current.viewNow().q, search()]).toEqual(['a', 'a', '']);
    await expect.poll(search).toBe('?q=a');
    expect([page.current.view.q, pushed.mock.calls.length]).toEqual(['a', 1]);
  });

  it('builds on the one right before it, and is an entry as that is', async () => {
    const pushed = vi.spyOn(window.history, 'pushState');
    const page = opened();
    act(() => page.current.go((now) => ({ ...now, q: 'a' }), 'push', near));
    act(() => page.current.go((now) => ({ ...now, q: `${now.q}b` }), 'push', near));
    await expect.poll(search).toBe('?q=ab');
    expect(pushed.mock.calls.map(([, , href]) => href)).toEqual(['/tiny?q=a', '/tiny?q=ab']);
  });

  it('that is on its way is left where the reader goes back', async () => {
    const page = opened();
    act(() => page.current.go({ ...page.current.view, q: 'a' }, 'push', near));
    act(() => window.dispatchEvent(new Event('popstate')));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([page.current.view.q, search()]).toEqual(['', '']);
  });

  it('is in the address at once where nobody sees the page, which then has no frames', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const page = opened();
    await act(async () => page.current.go({ ...page.current.view, q: 'a' }, 'push', near));
    expect(search()).toBe('?q=a');
  });

  it.each([
    ['within a gesture', 'replace'],
    ['where the answers are far', 'push'],
  ] as const)('is in the address at once %s', (_, step) => {
    const page = opened();
    act(() => page.current.go({ ...page.current.view, q: 'a' }, step));
    expect([page.current.view.q, search()]).toEqual(['a', '?q=a']);
  });
});
