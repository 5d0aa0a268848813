/** Gives way to whatever else waits, messages, timers and a reader who leaves: long work without a pause would keep a server from its other readers. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
