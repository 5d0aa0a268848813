let last: Promise<unknown> = Promise.resolve();

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

/** Runs one thing after the other, each when the browser has nothing else to do. */
export function atLeisure<T>(run: () => Promise<T>): Promise<T> {
  const done = last.then(idle).then(run);
  last = done.catch(() => undefined);
  return done;
}
