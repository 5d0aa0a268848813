// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
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
