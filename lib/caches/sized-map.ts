/** What an entry takes beside its key and its value, in bytes; about right is enough. */
const ENTRY = 100;

interface Held<V> {
  readonly value: V;
  readonly bytes: number;
}

/** Keeps values by key, and drops those unused for longest where together they would take more than `most` bytes. */
export class SizedMap<V> {
  private readonly held = new Map<string, Held<V>>();
  private taken = 0;
  constructor(private readonly most: number) {}

  /** The value of a key, which is then the one used last. */
  get(key: string): V | undefined {
    const one = this.held.get(key);
    if (one === undefined) return undefined;
    this.held.delete(key);
    this.held.set(key, one);
    return one.value;
  }

  /** Keeps a value of so many bytes; one that is larger than all that may be kept is not. */
  set(key: string, value: V, size: number): void {
    this.delete(key);
    const bytes = size + 2 * key.length + ENTRY;
    if (bytes > this.most) return;
    this.held.set(key, { value, bytes });
    this.taken += bytes;
    for (const oldest of this.held.keys()) {
      if (this.taken <= this.most) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.taken -= this.held.get(key)?.bytes ?? 0;
    this.held.delete(key);
  }

  clear(): void {
    this.held.clear();
    this.taken = 0;
  }

  /** The bytes of all that is kept, as they were given. */
  get bytes(): number {
    return this.taken;
  }
}
