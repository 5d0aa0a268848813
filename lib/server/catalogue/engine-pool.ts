/** Something that is costly to open and must be closed. */
interface Closable {
  close(): Promise<void>;
}

/** An evicted one is closed this much later, so that a request that has just got it can finish. */
const GRACE_MS = 30_000;

/**
 * Opens things by key, once each, and keeps the `size` used last. A failed opening is not kept: the next caller tries
 * again.
 */
export class Pool<T extends Closable> {
  private readonly held = new Map<string, Promise<T>>();
  constructor(
    private readonly size: number,
    private readonly closeLater: (close: () => void) => void = (close) => setTimeout(close, GRACE_MS).unref(),
  ) {}

  /** The thing of this key, opened with `open` if it is not held. */
  get(key: string, open: () => Promise<T>): Promise<T> {
    const held = this.held.get(key);
    const opening = held ?? open();
    this.held.delete(key);
    this.held.set(key, opening);
    if (!held) {
      opening.catch(() => this.held.get(key) === opening && this.held.delete(key));
      this.evict();
    }
    return opening;
  }

  private evict(): void {
    for (const [key, opening] of this.held) {
      if (this.held.size <= this.size) return;
      this.held.delete(key);
      this.closeLater(() => void opening.then((one) => one.close()).catch(() => undefined));
    }
  }

  /** Closes everything now. */
  async close(): Promise<void> {
    const all = [...this.held.values()];
    this.held.clear();
    await Promise.allSettled(all.map(async (opening) => (await opening).close()));
  }
}
