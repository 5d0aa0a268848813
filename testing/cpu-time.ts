/**
 * Milliseconds of the processor that a piece of work takes in this process, for tests that hold something in
 * proportion: other work of a busy machine does not count, and bounds stand far above what is usual.
 */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
