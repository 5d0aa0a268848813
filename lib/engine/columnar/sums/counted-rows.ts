import type { Columns } from '../columns/columns';
import { BEST, type Firmness, LOW, type Selection, type Stretch } from '../selection/selection';
import type { Adder } from './adders';
import type { Cells } from './cells';
import type { Grouping, Slots } from './groupings';
import { MovingSums } from './moving-sums';
import type { Moves, SureRows } from './sure-rows';

const ALLOWED = BEST | LOW;
const KINDS = ALLOWED + 1;

/** Counts the rows of a selection under the groups of a grouping. */
export class CountedRows implements SureRows {
  readonly #grouping: Grouping;
  readonly #lists: Columns['linkLists']['codes'];
  readonly #firmness: Firmness;
  readonly #adder: Adder;
  readonly #slots: Slots;
  readonly #counts: Uint32Array;
  readonly #moving: MovingSums<Uint32Array>;
  #alike: Int32Array | null = null;

  constructor(
    { linkLists, size }: Columns,
    { rows }: Selection,
    grouping: Grouping,
    firmness: Firmness,
    adder: Adder,
    { step, windows }: Moves,
  ) {
    this.#grouping = grouping;
    this.#lists = linkLists.codes;
    this.#firmness = firmness;
    this.#adder = adder;
    this.#slots = grouping.slots(firmness.kinds);
    const numbers = this.#slots.groups.length;
    this.#counts = new Uint32Array(numbers);
    this.#moving = new MovingSums({
      ...{ numbers, rows: rows.length, size, step, windows },
      add: (counts, from, to, sign) => this.#count(counts, rows, from, to, sign),
      make: (length) => new Uint32Array(length),
    });
  }

  add(cells: Cells, rows: Uint32Array, from: number, to: number): void {
    this.#counts.fill(0);
    this.#count(this.#counts, rows, from, to, 1);
    this.#hand(cells, this.#counts);
  }

  addWindow(cells: Cells, stretches: readonly Stretch[]): void {
    this.#hand(cells, this.#moving.over(stretches));
  }

  /** Hands on what was counted. */
  #hand(cells: Cells, counts: Uint32Array): void {
    const { groups, firm } = this.#slots;
    for (let slot = 0; slot < counts.length; slot++) {
      const count = counts[slot]!;
      if (count > 0) this.#adder.add(cells, groups[slot]!, 0, 1, firm[slot]!, count);
    }
  }

  #count(counts: Uint32Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const [kind, ...others] = this.#firmness.kinds;
    const slotOf = kind === undefined || others.length > 0 ? undefined : this.#slots.of[kind];
    if (slotOf !== undefined && this.#slots.isSingle) this.#countByCode(counts, slotOf, rows, from, to, sign);
    else if (to - from < this.#grouping.starts.length * KINDS) {
      this.#countByMembers(counts, rows, from, to, sign);
    } else this.#countAlike(counts, rows, from, to, sign);
  }

  /** Counts rows that are all as firm, and each in one group. */
  #countByCode(
    counts: Uint32Array,
    slotOf: Uint32Array,
    rows: Uint32Array,
    from: number,
    to: number,
    sign: 1 | -1,
  ): void {
    const { codes } = this.#grouping;
    for (let at = from; at < to; at++) counts[slotOf[codes[rows[at]!]!]!]! += sign;
  }

  #countByMembers(counts: Uint32Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const { of } = this.#slots;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const slotOf = of[ofList[this.#lists[row]!]! & ALLOWED]!;
      const code = codes[row]!;
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]! += sign;
    }
  }

  /** Counts rows that are of one code and as firm, and then the groups of all of them at once. */
  #countAlike(counts: Uint32Array, rows: Uint32Array, from: number, to: number, sign: 1 | -1): void {
    const { codes, starts } = this.#grouping;
    const { ofList } = this.#firmness;
    const lists = this.#lists;
    this.#alike ??= new Int32Array(starts.length * KINDS);
    const alike = this.#alike;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      alike[codes[row]! * KINDS + (ofList[lists[row]!]! & ALLOWED)]! += sign;
    }
    for (let key = 0; key < alike.length; key++) {
      const count = alike[key]!;
      if (count === 0) continue;
      alike[key] = 0;
      const [code, slotOf] = [Math.floor(key / KINDS), this.#slots.of[key % KINDS]!];
      for (let i = starts[code]!; i < starts[code + 1]!; i++) counts[slotOf[i]!]! += count;
    }
  }
}
