import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ColumnarEngine } from '../../engine/columnar/columnar-engine';
import { quietEngine } from './quiet-engine';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits as long as something is asked again and again, and goes on when nothing is', async () => {
  const asked: ColumnarEngine = {
    name: 'columnar',
    run: async () => ({}) as never,
    prepareSearch: async () => undefined,
    close: async () => undefined,
  };
  const { engine, quiet } = quietEngine(asked);
  let isQuiet = false;
  const waited = quiet().then(() => {
    isQuiet = true;
  });
  for (let round = 0; round < 10; round++) {
    await engine.run({} as never);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(isQuiet).toBe(false);
  await vi.advanceTimersByTimeAsync(300);
  await waited;
  expect(isQuiet).toBe(true);
});
