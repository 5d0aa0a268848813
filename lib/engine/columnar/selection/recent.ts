/** Keeps what was worked out last, up to a number of entries. */
export class Recent<T> {
  readonly #most: number;
  readonly #known = new Map<string, T>();
  /** The key that was asked for last. */
  #last: string | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** What is known under a key, worked out where nothing is. */
  get(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined && key === this.#last) return known;
    this.#last = key;
    const value = known ?? make();
    this.#known.delete(key);
    this.#known.set(key, value);
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value as string);
    return value;
  }
}
