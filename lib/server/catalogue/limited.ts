/** Does works in the order in which they come, at most so many at once. */
export function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to who waits for it.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
