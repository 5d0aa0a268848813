// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Query } from '@/lib/query/query';
import type { IncidentId } from '@/lib/series/model';
import { slowEngine } from '@/testing/engines/slow-engine';
import { EngineProvider } from './engine-context';
import { useAnswer, useAnswers } from './use-answer';

afterEach(cleanup);

const query = (id: string): Query => ({ kind: 'incident', incident: id as IncidentId });
const key = (id: string) => JSON.stringify(query(id));

/** A component that asks for these incidents, which can be others later. */
function asking(first: readonly string[]) {
  const slow = slowEngine();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <EngineProvider engine={slow.engine}>{children}</EngineProvider>
    </StrictMode>
  );
  const hook = renderHook(({ ids }) => useAnswers(ids.map(query)), { wrapper, initialProps: { ids: first } });
  const named = (id: string) => slow.open.find((one) => one.key === key(id));
  return {
    slow,
    ask: (...ids: string[]) => hook.rerender({ ids }),
    answer: (id: string) => act(async () => named(id)?.answer()),
    fail: (id: string) => act(async () => named(id)?.fail()),
    retry: () => act(async () => hook.result.current.retry()),
    leave: () => hook.unmount(),
    /** How each stands: what it was answered with, the failure, or that it waits. */
    stand: () =>
      hook.result.current.asked.map((one) => {
        if (one.kind === 'answer') return (one.result as unknown as { of: string }).of;
        return one.kind === 'error' ? one.message : one.kind;
      }),
  };
}

describe('useAnswers', () => {
  it('gives each answer in the place of its query, in whatever order they come', async () => {
    const page = asking(['a', 'b']);
    expect(page.stand()).toEqual(['pending', 'pending']);
    await page.answer('b');
    expect(page.stand()).toEqual(['pending', key('b')]);
    await page.answer('a');
    expect(page.stand()).toEqual([key('a'), key('b')]);
  });

  it('gives up what is asked no more, keeps what is, and asks what is new', async () => {
    const page = asking(['a', 'b']);
    await page.answer('b');
    page.ask('b', 'c');
    expect(page.slow.open.map((one) => one.key)).toEqual([key('c')]);
    expect(page.slow.aborted).toContain(key('a'));
    expect(page.stand()).toEqual([key('b'), 'pending']);
    page.ask('a');
    expect(page.stand()).toEqual(['pending']);
  });

  it('says what failed, and asks that alone again', async () => {
    const page = asking(['a', 'b']);
    await page.answer('a');
    await page.fail('b');
    expect(page.stand()).toEqual([key('a'), 'the server is gone']);
    await page.retry();
    expect(page.stand()).toEqual([key('a'), 'pending']);
    expect(page.slow.open.map((one) => one.key)).toEqual([key('b')]);
    await page.answer('b');
    expect(page.stand()).toEqual([key('a'), key('b')]);
  });

  it('leaves nothing on its way when its component goes', () => {
    const page = asking(['a', 'b']);
    page.leave();
    expect(page.slow.open).toEqual([]);
  });
});

describe('useAnswer', () => {
  it('is always of the query asked now, and of none where there is none', async () => {
    const slow = slowEngine();
    const wrapper = ({ children }: { children: ReactNode }) => (
      <EngineProvider engine={slow.engine}>{children}</EngineProvider>
    );
    const { result, rerender } = renderHook(({ id }) => useAnswer(id === null ? null : query(id)), {
      wrapper,
      initialProps: { id: 'a' as string | null },
    });
    await act(async () => slow.open[0]?.answer());
    expect(result.current).toMatchObject({ kind: 'answer', result: { of: key('a') } });
    rerender({ id: 'b' });
    expect(result.current.kind).toBe('pending');
    rerender({ id: null });
    expect([result.current.kind, slow.open.length]).toEqual(['none', 0]);
  });
});
