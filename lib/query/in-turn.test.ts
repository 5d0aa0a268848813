import { expect, it } from 'vitest';
import type { Engine } from './engine';
import { inTurn } from './in-turn';
import type { Query } from './query';

/** An engine that works on the thread for so many milliseconds, and tells what it does. */
function busyEngine(milliseconds: number, tell: (line: string) => void): Engine {
  return {
    name: 'busy',
    async run(query: Query) {
      tell(query.kind);
      for (const end = performance.now() + milliseconds; performance.now() < end; );
      return {} as never;
    },
    close: async () => undefined,
  };
}

it('answers one query after the other, and lets timers in between where that takes long', async () => {
  const lines: string[] = [];
  const engine = inTurn(busyEngine(12, (line) => lines.push(line)));
  const asked = ['total', 'bins', 'rows'].map((kind) => engine.run({ kind } as Query));
  const timer = setInterval(() => lines.push('timer'), 0);
  await Promise.all(asked);
  clearInterval(timer);
  expect(lines.filter((line) => line !== 'timer')).toEqual(['total', 'bins', 'rows']);
  expect(lines.slice(lines.indexOf('total'), lines.indexOf('rows'))).toContain('timer');
});

it('does not ask what nobody waits for any more', async () => {
  const lines: string[] = [];
  const engine = inTurn(busyEngine(0, (line) => lines.push(line)));
  const controller = new AbortController();
  const [first, second] = [
    engine.run({ kind: 'total' } as Query),
    engine.run({ kind: 'bins' } as Query, controller.signal),
  ];
  controller.abort();
  await first;
  await expect(second).rejects.toThrow(/abort/);
  expect(lines).toEqual(['total']);
});
