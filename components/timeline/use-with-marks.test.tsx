// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Settled } from '@/components/dashboard/state/dashboard-context';
import type { MarksResult } from '@/lib/query/result';
import { useWithMarks } from './use-with-marks';

let [settled, isPrinting]: [Settled, boolean] = [settledOf('before'), false];
let come: (marks: MarksResult) => void = () => {};

vi.mock('@/components/dashboard/state/dashboard-context', () => ({ useSettled: () => settled }));
vi.mock('@/components/dashboard/state/engine-context', () => ({
  useEngine: () => null,
  useColumns: () => null,
  useAnswersItself: () => () => true,
}));
vi.mock('@/components/ui/use-browser-state', () => ({ usePrinting: () => isPrinting }));
vi.mock('@/lib/query/plan/plan', async (original) => ({
  ...(await original<object>()),
  planView: () => null,
}));
vi.mock('@/lib/query/plan/answers', () => ({
  answerFineMarks: () =>
    new Promise<MarksResult>((resolve) => {
      come = resolve;
    }),
}));
afterEach(cleanup);

/** What is settled of a view of some thousand incidents. */
function settledOf(name: string): Settled {
  const answers = { marks: { matched: 3000 }, fineMarks: null };
  return { name, view: {}, info: { guide: { meta: { id: 'x' } } }, answers } as unknown as Settled;
}

it('stands as it was until fine marks have come, and is what is settled on paper', async () => {
  const fine = { matched: 3000 } as MarksResult;
  const { result, rerender } = renderHook(useWithMarks);
  await act(async () => come(fine));
  const before = result.current.settled;
  expect([before.answers.fineMarks, result.current.waits]).toEqual([fine, false]);
  settled = settledOf('after');
  rerender();
  expect(result.current).toEqual({ settled: before, waits: true });
  isPrinting = true;
  rerender();
  expect(result.current).toEqual({ settled, waits: false });
  expect(result.current.settled).toBe(settled);
  isPrinting = false;
  await act(async () => come(fine));
  expect(result.current.waits).toBe(false);
  expect(result.current.settled).toMatchObject({ name: 'after', answers: { fineMarks: fine } });
});
