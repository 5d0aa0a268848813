// @vitest-environment jsdom
import { act, cleanup, render, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Opening } from '@/components/open/opening';
import { DEFAULT_LIMITS } from '@/lib/formats/limits';
import { openFile } from '@/lib/formats/open-file';
import type { Problem } from '@/lib/problems/problem';
import { textSource } from '@/testing/files/text-source';
import { ProblemLine } from './refusal';
import { useKeptFile } from './use-kept-file';

/** What is done with the storage, each of which ends when it is told to. */
const storage: { readonly what: string; readonly end: () => void; readonly fail: (why: Error) => void }[] =
  [];
const slowly = (what: string) => () =>
  new Promise<void>((end, fail) => {
    storage.push({ what, end, fail });
  });
vi.mock('./kept-file', () => ({
  keptFile: async () => null,
  keepFile: () => slowly('keep')(),
  forgetFile: () => slowly('forget')(),
}));
afterEach(cleanup);

const file = new File(['x'], 'x.csv');
const at = (state: object) => state as Opening;
const EXAMINING = at({ step: 'examining', file, progress: null });
const REFUSED = at({ step: 'refused', file, problems: [] });
const MAPPING = at({ step: 'mapping', file });
const OPEN = at({ step: 'open', from: { step: 'mapping', file } });

describe('a file that nothing keeps', () => {
  it.each([
    ['none', at({ step: 'idle', failure: null }), false, false],
    ['one that is looked at', EXAMINING, true, false],
    ['one that could not be opened', REFUSED, false, false],
    ['one whose columns are told', MAPPING, true, true],
    ['one that is open', OPEN, true, true],
  ])('is asked for before the page goes, and before another takes its place: %s', (_, state, asks, risk) => {
    const { result } = renderHook(() => useKeptFile(state, () => {}));
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(asks);
    expect(result.current.atRisk).toBe(risk ? file : null);
  });
});

describe('a file that is kept', () => {
  const end = (at: number) => act(async () => storage[at]?.end());

  it('is forgotten though it was just being kept anew, and the page says so once it is', async () => {
    const { result } = renderHook(() => useKeptFile(OPEN, () => {}));
    await act(async () => result.current.keep());
    await end(0);
    // It is kept anew as soon as the page knows: what its columns mean may have changed.
    expect([result.current.isKept, storage.map(({ what }) => what)]).toEqual([true, ['keep', 'keep']]);
    await act(async () => result.current.forget());
    await end(1);
    expect([result.current.isKept, storage.map(({ what }) => what)]).toEqual([
      true,
      ['keep', 'keep', 'forget'],
    ]);
    await end(2);
    expect([result.current.isKept, result.current.offer]).toEqual([false, null]);
    expect(storage).toHaveLength(3);
  });

  it('is not said to be forgotten where it could not be', async () => {
    storage.length = 0;
    const { result } = renderHook(() => useKeptFile(OPEN, () => {}));
    await act(async () => result.current.keep());
    await end(0);
    await end(1);
    await act(async () => result.current.forget());
    await act(async () => storage[2]?.fail(new Error('The disk is gone.')));
    expect([result.current.isKept, result.current.failure]).toEqual([
      true,
      'It could not be forgotten: The disk is gone.',
    ]);
  });
});

describe('a problem in words', () => {
  it('says once what to do', async () => {
    const said = (problem: Problem) => {
      const { container, unmount } = render(<ProblemLine problem={problem} />);
      const times = container.textContent?.match(/save the table/gi)?.length;
      unmount();
      return times;
    };
    const page = textSource('<!doctype html><table></table>', 'x.html');
    const opened = await openFile(page, {}, DEFAULT_LIMITS);
    const [refused] = opened.kind === 'refused' ? opened.problems : [];
    expect(refused?.reason).toContain('Save the table');
    expect(refused && said(refused)).toBe(1);
    const place = { file: 'x', row: null, column: null, value: null };
    expect(said({ ...place, code: 'refused-format', reason: 'This is “a. B”, and not read' })).toBe(1);
  });
});
