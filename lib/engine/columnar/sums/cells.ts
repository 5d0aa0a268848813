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

const FIRST_SLOTS = 1 << 10;
/** Of so many groups one is expected to have something: room for these is made at once, but for no more than `MOST_FIRST`. */
const [EXPECTED, MOST_FIRST] = [8, 1 << 17] as const;
const EMPTY = -1;
/** Of no more groups than this, the slot of each is looked up by itself; of more it is found by hash. */
const MOST_DIRECT = 2 ** 23;

/**
 * The figures of groups of which there may be very many and few have anything: as `Cells`, but room is made when a group is
 * entered.
 */
export class SparseCells {
  readonly width: number;
  values: Float64Array;
  /** The groups in the order in which they were entered. */
  #groups: Float64Array;
  #size = 0;
  /** By group, or by hash: the slot of a group. */
  #slots: Int32Array;
  readonly #isDirect: boolean;

  constructor(groups: number, width: number) {
    this.width = width;
    const expected = 2 ** Math.floor(Math.log2(groups / EXPECTED));
    const first = Math.max(FIRST_SLOTS, Math.min(MOST_FIRST, expected));
    this.values = new Float64Array(first * width);
    this.#groups = new Float64Array(first);
    this.#isDirect = groups <= MOST_DIRECT;
    this.#slots = new Int32Array(this.#isDirect ? groups : first * 2).fill(EMPTY);
  }

  /** Where the slot of a group stands, or would. */
  #find(group: number): number {
    if (this.#isDirect) return group;
    const mask = this.#slots.length - 1;
    const hash = Math.imul((group ^ (group / 0x100000000)) | 0, 0x9e3779b1);
    let at = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const slot = this.#slots[at]!;
      if (slot === EMPTY || this.#groups[slot] === group) return at;
      at = (at + 1) & mask;
    }
  }

  #grow(): void {
    const groups = new Float64Array(this.#groups.length * 2);
    groups.set(this.#groups);
    this.#groups = groups;
    const values = new Float64Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    if (this.#isDirect) return;
    this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    for (let slot = 0; slot < this.#size; slot++) this.#slots[this.#find(groups[slot]!)] = slot;
  }

  /** As that of `Cells`. */
  enter(group: number, count: number): number {
    let at = this.#find(group);
    if (this.#slots[at] === EMPTY) {
      if (this.#size === this.#groups.length) {
        this.#grow();
        at = this.#find(group);
      }
      this.#groups[this.#size] = group;
      this.#slots[at] = this.#size++;
    }
    const place = this.#slots[at]! * this.width;
    this.values[place]! += count;
    return place;
  }

  /** Shows the groups that have anything, as they were entered, and where the figures of each begin. */
  each(visit: (group: number, place: number) => void): void {
    for (let slot = 0; slot < this.#size; slot++) visit(this.#groups[slot]!, slot * this.width);
  }

  /** The groups that have anything, ascending. */
  held(): Float64Array {
    return this.#groups.slice(0, this.#size).sort();
  }

  /** Where the figures of a group that was entered begin. */
  placeOf(group: number): number {
    return this.#slots[this.#find(group)]! * this.width;
  }
}
