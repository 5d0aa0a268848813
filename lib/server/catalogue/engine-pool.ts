/** Something that is costly to open and must be closed. */
interface Closable {
  close(): Promise<void>;
}

interface Held<T> {
  readonly opening: Promise<T>;
  users: number;
  /** Closed as soon as nobody uses it. */
  gone: boolean;
  weight: number;
}

/** The right to use something until it is given back. */
export interface Lease<T> {
  readonly one: T;
  /** May be called more than once. */
  release(): void;
}

/**
 * Opens things by key, once each, lends them, and keeps those used last up to a weight of `most` together. What is on loan
 * is never closed: where everything is, the weight is exceeded until something comes back. What was used last stays even where it alone weighs more: else it would be
 * opened anew each time. A failed opening is not kept.
 */
export class Pool<T extends Closable> {
  private readonly held = new Map<string, Held<T>>();
  private closed = false;
  constructor(
    private readonly most: number,
    private readonly weightOf: (one: T) => number = () => 1,
  ) {}

  private openingOf(key: string, open: () => Promise<T>): Held<T> {
    const known = this.held.get(key);
    if (known) return known;
    const held: Held<T> = { opening: open(), users: 0, gone: false, weight: 1 };
    held.opening.then(
      (one) => {
        held.weight = this.weightOf(one);
      },
      () => this.held.get(key) === held && this.held.delete(key),
    );
    return held;
  }

  /** Lends the thing of this key, opened with `open` if it is not held. */
  async lease(key: string, open: () => Promise<T>): Promise<Lease<T>> {
    const held = this.openingOf(key, open);
    held.users += 1;
    this.held.delete(key);
    this.held.set(key, held);
    let isBack = false;
    const release = () => {
      if (isBack) return;
      isBack = true;
      held.users -= 1;
      if (held.gone && held.users === 0) this.end(held);
      this.evict();
    };
    try {
      const one = await held.opening;
      this.evict();
      return { one, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Lends the thing of this key for the length of a work. */
  async use<R>(key: string, open: () => Promise<T>, work: (one: T) => Promise<R>): Promise<R> {
    const { one, release } = await this.lease(key, open);
    try {
      return await work(one);
    } finally {
      release();
    }
  }

  private end({ opening }: Held<T>): void {
    opening.then((one) => one.close()).catch(() => undefined);
  }

  /** Holds what these keys name no longer; what is on loan is closed when it comes back. Gives how many there were. */
  forget(isGone: (key: string) => boolean): number {
    const gone = [...this.held].filter(([key]) => isGone(key));
    for (const [key, held] of gone) {
      held.gone = true;
      this.held.delete(key);
      if (held.users === 0) this.end(held);
    }
    return gone.length;
  }

  /** Closes what nobody uses, unused for longest first, as long as all together weigh too much. */
  private evict(): void {
    let weight = 0;
    for (const held of this.held.values()) weight += held.weight;
    const last = this.closed ? undefined : [...this.held.keys()].at(-1);
    for (const [key, held] of this.held) {
      if (!this.closed && weight <= this.most) return;
      if (held.users > 0 || key === last) continue;
      weight -= held.weight;
      this.held.delete(key);
      held.opening.then((one) => one.close()).catch(() => undefined);
    }
  }

  /** Closes everything: what is on loan when it comes back. */
  async close(): Promise<void> {
    this.closed = true;
    const idle = [...this.held.values()].filter(({ users }) => users === 0);
    for (const [key, { users }] of this.held) if (users === 0) this.held.delete(key);
    await Promise.allSettled(idle.map(async ({ opening }) => (await opening).close()));
  }
}
