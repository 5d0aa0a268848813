/** Progress is told this often at most, in milliseconds. */
const PACE = 100;

/** Passes on what is told of a work as it goes, not more often than a reader can see. */
export function paced<T>(tell: (progress: T) => void): (progress: T) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    tell(progress);
  };
}
