/** How long things took, in milliseconds, and what of them is said. */
export class Times {
  private readonly all: number[] = [];
  add(ms: number): void {
    this.all.push(ms);
  }
  get count(): number {
    return this.all.length;
  }
  /** The time within which this share of them was done, 0 to 1; 0 where there are none. */
  within(share: number): number {
    const sorted = this.all.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  }
  /** Count, median, 95 % and longest as one line under a name. */
  line(name: string): string {
    const shown = [0.5, 0.95, 1].map((share) => `${Math.round(this.within(share))}`.padStart(6));
    return `${name.padEnd(34)} n ${String(this.count).padStart(5)}   median ${shown[0]}   95 % ${shown[1]}   longest ${shown[2]} ms`;
  }
}

/** Does a work and notes how long it took. */
export async function timed<T>(times: Times, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    times.add(performance.now() - begun);
  }
}
