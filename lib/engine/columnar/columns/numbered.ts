const FREE = -1;

/** Gives numbers that are met their place in the order in which they are met: as a map, but in two arrays. */
export class Numbered {
  readonly #keys: Float64Array;
  readonly #places: Int32Array;
  #size = 0;

  /** For at most so many numbers. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(most * 2 + 2));
    this.#keys = new Float64Array(slots);
    this.#places = new Int32Array(slots).fill(FREE);
  }

  /** The place of a number, a new one where it was not met before. */
  placeOf(key: number): number {
    const mask = this.#places.length - 1;
    // Of numbers beyond 32 bits those above count, too.
    const hash = Math.imul((key | 0) ^ Math.floor(key / 0x100000000), 0x9e3779b1);
    let at = (hash ^ (hash >>> 15)) & mask;
    while (this.#places[at] !== FREE && this.#keys[at] !== key) at = (at + 1) & mask;
    if (this.#places[at] === FREE) {
      this.#keys[at] = key;
      this.#places[at] = this.#size++;
    }
    return this.#places[at]!;
  }
}
