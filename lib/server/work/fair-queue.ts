/** Kinds of work, those that go first before the others. */
export const WORK_KINDS = ['page', 'export', 'picture'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What a kind of work takes of all places, and how many it may take at once. */
export interface KindRule {
  readonly weight: number;
  readonly most: number;
}

/** Limits of a queue: counts, places and milliseconds. */
export interface QueueRules {
  readonly places: number;
  readonly kinds: Readonly<Record<WorkKind, KindRule>>;
  /** Works that may wait, of all clients and of one. */
  readonly mostWaiting: number;
  readonly mostPerClient: number;
  /** The longest that one waits for its turn. */
  readonly patience: number;
}

/**
 * Why a work is not done now: its client has too many waiting, too many wait at all, its turn did not come, or it took too
 * long.
 */
export type RefusalReason = 'client' | 'full' | 'late' | 'slow';

/**
 * No place now. Known by its name, for Next loads modules anew for pages and routes. `retryAfter` is in seconds.
 */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(
    readonly reason: RefusalReason,
    readonly retryAfter: number,
  ) {
    super(`No place: ${reason}.`);
  }
}

/** Whether an error says that there was no place. */
export function isRefused(error: unknown): error is RefusedError {
  return error instanceof Error && error.name === 'RefusedError' && 'retryAfter' in error;
}

/** What is to be done, and for whom. One that is `begun` is never refused: it goes on with what was let in before. */
export interface Asked {
  readonly kind: WorkKind;
  readonly client: string;
  readonly signal?: AbortSignal | undefined;
  readonly begun?: boolean;
}

type Enter = () => void;

/**
 * Places for work. Kinds come in their order; within a kind clients take turns, so that one who asks for much waits behind
 * himself and not before the others. A kind never takes more than its share, so that the first ones find room.
 */
export class FairQueue {
  private readonly waiting: Readonly<Record<WorkKind, Map<string, Enter[]>>> = {
    page: new Map(),
    export: new Map(),
    picture: new Map(),
  };
  private readonly taken: Record<WorkKind, number> = { page: 0, export: 0, picture: 0 };
  private readonly waitingOf = new Map<string, number>();
  private count = 0;
  constructor(private readonly rules: QueueRules) {}

  private hasRoom(kind: WorkKind): boolean {
    const { weight, most } = this.rules.kinds[kind];
    const all = WORK_KINDS.reduce((sum, one) => sum + this.taken[one], 0);
    return this.taken[kind] + weight <= most && all + weight <= this.rules.places;
  }

  /** Why a new work of a client would get no place; null where it may wait. */
  refusal(client: string): RefusedError | null {
    const seconds = Math.ceil(this.rules.patience / 2000);
    if ((this.waitingOf.get(client) ?? 0) >= this.rules.mostPerClient)
      return new RefusedError('client', seconds);
    return this.count >= this.rules.mostWaiting ? new RefusedError('full', seconds) : null;
  }

  private note(client: string, change: 1 | -1): void {
    const now = (this.waitingOf.get(client) ?? 0) + change;
    if (now > 0) this.waitingOf.set(client, now);
    else this.waitingOf.delete(client);
    this.count += change;
  }

  private leave(kind: WorkKind, client: string, enter: Enter): void {
    const own = this.waiting[kind].get(client) ?? [];
    const at = own.indexOf(enter);
    if (at < 0) return;
    own.splice(at, 1);
    if (own.length === 0) this.waiting[kind].delete(client);
    this.note(client, -1);
  }

  private wait({ kind, client, signal, begun }: Asked): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const enter = () => {
        end();
        resolve();
      };
      const fail = (error: unknown) => {
        end();
        this.leave(kind, client, enter);
        reject(error);
      };
      const abort = () => fail(signal?.reason);
      const late = () => fail(new RefusedError('late', Math.ceil(this.rules.patience / 1000)));
      const timer = begun ? undefined : setTimeout(late, this.rules.patience);
      signal?.addEventListener('abort', abort, { once: true });
      const own = this.waiting[kind].get(client);
      if (own) own.push(enter);
      else this.waiting[kind].set(client, [enter]);
      this.note(client, 1);
      this.admit();
    });
  }

  /** Lets in whoever is next, as long as there is room. */
  private admit(): void {
    for (const kind of WORK_KINDS) {
      while (this.hasRoom(kind)) {
        const [next] = this.waiting[kind];
        const enter = next?.[1][0];
        if (next === undefined || enter === undefined) break;
        const [client, own] = next;
        this.leave(kind, client, enter);
        // The client goes behind all others that wait.
        this.waiting[kind].delete(client);
        if (own.length > 0) this.waiting[kind].set(client, own);
        this.taken[kind] += this.rules.kinds[kind].weight;
        enter();
      }
    }
  }

  /** Does a work when its turn comes. Throws {@link RefusedError}, or what an aborted `signal` says. */
  async run<T>(asked: Asked, work: () => Promise<T>): Promise<T> {
    asked.signal?.throwIfAborted();
    const refusal = asked.begun ? null : this.refusal(asked.client);
    if (refusal) throw refusal;
    await this.wait(asked);
    try {
      return await work();
    } finally {
      this.taken[asked.kind] -= this.rules.kinds[asked.kind].weight;
      this.admit();
    }
  }
}
