/** What is to be run, in its order. */
const waiting: (() => Promise<unknown>)[] = [];
let isRunning = false;

/** Longest time, in milliseconds, for which a browser that is never idle is waited for. */
const PATIENCE = 2000;
/** How long one is left alone that does not tell when it is idle. */
const PAUSE = 100;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, PAUSE);
    else requestIdleCallback(() => resolve(), { timeout: PATIENCE });
  });
}

async function runAll(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  for (;;) {
    await idle();
    const run = waiting.shift();
    if (run === undefined) break;
    await run();
  }
  isRunning = false;
}

/** Runs one thing after the other, each when the browser has nothing else to do; what somebody looks at `first`. */
export function atLeisure<T>(run: () => Promise<T>, order: 'last' | 'first' = 'last'): Promise<T> {
  return new Promise((resolve, reject) => {
    const one = () => run().then(resolve, reject);
    if (order === 'first') waiting.unshift(one);
    else waiting.push(one);
    void runAll();
  });
}
