/**
 * The figures of groups as they are added up: `width` numbers for each, of which the first counts incidents in high. So a
 * group whose first number is 0 has nothing.
 */
export class Cells {
  readonly width: number;
  readonly values: Float64Array;

  constructor(groups: number, width: number) {
    this.width = width;
    this.values = new Float64Array(groups * width);
  }

  /** Counts incidents in high, and gives where the numbers of their group begin. */
  enter(group: number, count: number): number {
    const at = group * this.width;
    this.values[at]! += count;
    return at;
  }

  /** The groups that have anything, ascending. */
  held(): Uint32Array {
    const { values, width } = this;
    const held = new Uint32Array(values.length / width);
    let size = 0;
    for (let group = 0, at = 0; at < values.length; group++, at += width) {
      if (values[at] !== 0) held[size++] = group;
    }
    return held.subarray(0, size);
  }

  /** Shows the groups that have anything, in any order, and where the figures of each begin. */
  each(visit: (group: number, place: number) => void): void {
    const { values, width } = this;
    for (let group = 0, at = 0; at < values.length; group++, at += width)
      if (values[at] !== 0) visit(group, at);
  }

  /** Where the figures of a group begin. */
  placeOf(group: number): number {
    return group * this.width;
  }
}
