import { madeUp } from './made-up';
import { actorOf, checksum, type Done, type OpenMeasured, windowOf } from './work';

/** What is asked of a page. */
export interface Asked {
  readonly rows: number;
  readonly seed: number;
  readonly steps: number;
}

/** What came of one kind of step: milliseconds of each, and a number that stands for all that they gave. */
export interface Steps {
  readonly times: readonly number[];
  readonly withMessages: readonly (number | null)[];
  readonly checksum: number;
}

export interface Measurement {
  /** Milliseconds until the engine stood. */
  readonly opened: number;
  readonly brush: Steps;
  readonly toggle: Steps;
}

async function stepped(steps: number, step: (at: number) => Promise<Done>): Promise<Steps> {
  const done: Done[] = [];
  let sum = 0;
  for (let at = 0; at < steps; at++) {
    const one = await step(at);
    done.push({ ...one, answer: () => Promise.reject() as never });
    sum = (Math.imul(sum, 31) + checksum(one.answer())) | 0;
    // A frame goes by, as it does between two steps of a hand.
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  return {
    times: done.map(({ time }) => time),
    withMessages: done.map(({ withMessages }) => withMessages),
    checksum: sum,
  };
}

/** Lets the bench ask the page for its measurement. */
export function measureBy(open: OpenMeasured): void {
  const run = async ({ rows, seed, steps }: Asked): Promise<Measurement> => {
    const made = madeUp(rows, seed);
    const begun = performance.now();
    const measured = await open(made);
    const opened = performance.now() - begun;
    const brush = await stepped(steps, (at) => measured.brush(windowOf(at)));
    return { opened, brush, toggle: await stepped(steps, (at) => measured.toggle(actorOf(at))) };
  };
  Object.assign(globalThis, { run });
}
