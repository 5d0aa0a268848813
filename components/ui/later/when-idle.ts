/** Runs something once the browser has nothing else to do; where one does not tell, in a task of its own. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(run);
  else requestIdleCallback(run);
}
