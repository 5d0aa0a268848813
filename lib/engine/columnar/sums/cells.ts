/**
 * The figures of groups as they are added up: `width` numbers for each, of which the first counts incidents in high. So a
 * group whose first number is 0 has nothing.
 */
export class Cells {
  readonly width: number;
  readonly values: Float64Array;
  readonly #touched: Uint32Array;
  #size = 0;

  constructor(groups: number, width: number) {
    this.width = width;
    this.values = new Float64Array(groups * width);
    this.#touched = new Uint32Array(groups);
  }

  /** Counts incidents in high, and gives where the numbers of their group begin. */
  enter(group: number, count: number): number {
    const at = group * this.width;
    const before = this.values[at]!;
    if (before === 0) this.#touched[this.#size++] = group;
    this.values[at] = before + count;
    return at;
  }

  /** Adds what others have added up between two states of theirs. */
  addBetween(later: Float64Array, earlier: Float64Array): void {
    const { values, width } = this;
    for (let group = 0, at = 0; at < values.length; group++, at += width) {
      const more = later[at]! - earlier[at]!;
      if (more === 0) continue;
      if (values[at] === 0) this.#touched[this.#size++] = group;
      for (let i = at; i < at + width; i++) values[i]! += later[i]! - earlier[i]!;
    }
  }

  /** The groups that have anything, ascending. */
  held(): Uint32Array {
    return this.#touched.slice(0, this.#size).sort();
  }

  /** Where the figures of a group begin. */
  placeOf(group: number): number {
    return group * this.width;
  }

  clear(): void {
    for (let i = 0; i < this.#size; i++) {
      const at = this.#touched[i]! * this.width;
      this.values.fill(0, at, at + this.width);
    }
    this.#size = 0;
  }
}
