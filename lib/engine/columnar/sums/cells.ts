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

  /** Adds sums of all groups, which stand as they do here. */
  addAll(sums: Float64Array): void {
    const { values, width } = this;
    for (let group = 0, at = 0; at < values.length; group++, at += width) {
      if (sums[at] === 0) continue;
      if (values[at] === 0) this.#touched[this.#size++] = group;
      for (let i = at; i < at + width; i++) values[i]! += sums[i]!;
    }
  }

  /** The groups that have anything, ascending. */
  held(): Uint32Array {
    const held = this.#touched.slice(0, this.#size);
    if (this.#size * MANY < this.#touched.length) return held.sort();
    const { values, width } = this;
    for (let group = 0, at = 0, size = 0; at < values.length; group++, at += width) {
      if (values[at] !== 0) held[size++] = group;
    }
    return held;
  }

  /** Where the figures of a group begin. */
  placeOf(group: number): number {
    return group * this.width;
  }

  clear(): void {
    const { values, width } = this;
    if (this.#size * MANY >= this.#touched.length) values.fill(0);
    else {
      for (let i = 0; i < this.#size; i++) {
        const from = this.#touched[i]! * width;
        for (let at = from; at < from + width; at++) values[at] = 0;
      }
    }
    this.#size = 0;
  }
}

/** Where more than one group in so many has anything, all are gone through sooner than these are sorted. */
const MANY = 8;
